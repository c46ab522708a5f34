import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

export type Suggest = 'pass' | 'review' | 'risky'
export const SUGGESTS: readonly Suggest[] = ['pass', 'review', 'risky']
/** What the double takes for bad: texts by the words in them, pictures all alike. `silent`: no verdict ever comes. */
export interface CheckRules {
  risky: string[]
  review: string[]
  media: Suggest | 'silent'
}
/** Where verdicts are pushed to, and the account's secrets for it. */
export interface PushTarget {
  url: string
  token: string
  aesKey: string
  /** In which form; WeChat lets the account choose. */
  form?: 'json' | 'xml'
}

const LABELS: Record<Suggest, number> = { pass: 100, review: 21000, risky: 20001 }
const BLOCK = 32
const TRIES = 3
const BETWEEN_MS = 1000
const VERDICT_MS = 100

const sha1 = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex')

/** 16 random bytes, the length, the message, the account; padded to whole blocks of 32. */
export const encrypt = (message: string, { aesKey, appId }: { aesKey: string; appId: string }): string => {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const text = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const plain = Buffer.concat([randomBytes(16), length, text, Buffer.from(appId)])
  const padding = BLOCK - (plain.length % BLOCK)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(padding, padding)])), cipher.final()]).toString('base64')
}

interface Verdict {
  traceId: string
  suggest: Suggest
  errcode: number
}

const wrapped = (form: PushTarget['form'], { traceId, suggest, errcode }: Verdict, at: number): string => {
  const label = LABELS[suggest]
  if (form !== 'xml') {
    const result = { suggest, label }
    return JSON.stringify({ MsgType: 'event', Event: 'wxa_media_check', CreateTime: at, trace_id: traceId, version: 2, errcode, result })
  }
  const fields = `<Event><![CDATA[wxa_media_check]]></Event><trace_id><![CDATA[${traceId}]]></trace_id><errcode>${errcode}</errcode>`
  return `<xml><CreateTime>${at}</CreateTime>${fields}<result><suggest><![CDATA[${suggest}]]></suggest><label>${label}</label></result></xml>`
}

/** WeChat's look at what people write and show. */
export const createChecks = (options: { appId: string; now: () => number; push?: PushTarget | undefined }) => {
  const { appId, now } = options
  let rules: CheckRules = { risky: ['违规测试', 'risky-test'], review: ['复核测试'], media: 'pass' }
  let target = options.push
  let closed = false

  const post = async (to: PushTarget, verdict: Verdict): Promise<boolean> => {
    const timestamp = String(Math.floor(now() / 1000))
    const nonce = randomBytes(8).toString('hex')
    const Encrypt = encrypt(wrapped(to.form, verdict, Number(timestamp)), { aesKey: to.aesKey, appId })
    const msg_signature = sha1(to.token, timestamp, nonce, Encrypt)
    const query = new URLSearchParams({ signature: sha1(to.token, timestamp, nonce), timestamp, nonce, encrypt_type: 'aes', msg_signature })
    const ToUserName = 'gh_double'
    const json = JSON.stringify({ ToUserName, Encrypt })
    const body = to.form === 'xml' ? `<xml><ToUserName>${ToUserName}</ToUserName><Encrypt><![CDATA[${Encrypt}]]></Encrypt></xml>` : json
    const answer = await fetch(`${to.url}?${query}`, { method: 'POST', body, signal: AbortSignal.timeout(5000) }).catch(() => undefined)
    return (await answer?.text().catch(() => '')) === 'success'
  }
  /** WeChat pushes three times before it gives up. */
  const push = async (verdict: Verdict): Promise<void> => {
    for (let tries = 0; tries < TRIES && target && !closed; tries += 1) {
      if (await post(target, verdict)) return
      await sleep(BETWEEN_MS, undefined, { ref: false })
    }
  }
  const load = async (url: string): Promise<boolean> => {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => undefined)
    await answer?.arrayBuffer().catch(() => undefined)
    return answer?.ok === true && /^(image|audio)\//.test(answer.headers.get('content-type') ?? '')
  }

  return {
    rules: () => rules,
    setRules: (next: Partial<CheckRules>) => {
      rules = { ...rules, ...next }
    },
    setPush: (next: PushTarget) => {
      target = next
    },
    /** What a text is thought to be. */
    judge: (content: string): { suggest: Suggest; label: number } => {
      const has = (words: string[]) => words.some((word) => content.includes(word))
      const suggest = has(rules.risky) ? 'risky' : has(rules.review) ? 'review' : 'pass'
      return { suggest, label: LABELS[suggest] }
    },
    /** Looks at a picture or sound in its own time, and pushes what it thinks. */
    look: async (traceId: string, url: string): Promise<void> => {
      const { media } = rules
      await sleep(VERDICT_MS, undefined, { ref: false })
      if (media === 'silent' || closed) return
      await push((await load(url)) ? { traceId, suggest: media, errcode: 0 } : { traceId, suggest: 'pass', errcode: -1008 })
    },
    close: () => {
      closed = true
    },
  }
}
