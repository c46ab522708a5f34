import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'

export interface PushSettings {
  appId: string
  /** Named at WeChat together with the address; part of every signature. */
  token: string
  /** 43 characters, given by WeChat: base64 of the key without its last sign. */
  encodingAesKey: string
}
/** What WeChat puts behind the address. */
export interface PushQuery {
  signature?: string | undefined
  msg_signature?: string | undefined
  timestamp?: string | undefined
  nonce?: string | undefined
  echostr?: string | undefined
}
/** WeChat's late opinion of a picture or sound; `suggest` is null when it could not be looked at. */
export interface MediaVerdict {
  traceId: string
  suggest: 'pass' | 'review' | 'risky' | null
  label: number
}
/** A pushed message, read but not understood. */
export type PushedMessage = Record<string, unknown>

/** What is signed long ago or far ahead is a repeat by somebody else. */
const WINDOW_MS = 10 * 60_000
const BLOCK = 32
const RANDOM_BYTES = 16

/** WeChat's signature over some texts, in whatever order. */
const signatureOf = (...parts: string[]): string => createHash('sha1').update(parts.sort().join('')).digest('hex')

const isSame = (given: string | undefined, expected: string): boolean => {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** The message in its wrapping: 16 random bytes, its length in 4 bytes, the message, whose it is. */
const decrypt = (encrypted: string, settings: PushSettings): string | undefined => {
  const key = Buffer.from(`${settings.encodingAesKey}=`, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    const padded = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()])
    const padding = padded.at(-1) ?? 0
    if (padding < 1 || padding > BLOCK) return undefined
    const plain = padded.subarray(RANDOM_BYTES, padded.length - padding)
    const length = plain.readUInt32BE(0)
    const appId = plain.subarray(4 + length).toString('utf8')
    return appId === settings.appId ? plain.subarray(4, 4 + length).toString('utf8') : undefined
  } catch {
    // Another key, or no whole blocks: not from WeChat.
    return undefined
  }
}

const FIELD = /<(\w+)>(?:<!\[CDATA\[([\s\S]*?)\]\]>|([\s\S]*?))<\/\1>/g

/** WeChat's XML: fields within fields, no attributes. Of fields with one name the first counts. */
const parseXml = (text: string): PushedMessage => {
  const fields: PushedMessage = {}
  for (const [, name = '', quoted, plain = ''] of text.matchAll(FIELD))
    fields[name] ??= quoted ?? (plain.includes('<') ? parseXml(plain) : plain)
  return fields
}

const parseMessage = (text: string): PushedMessage | undefined => {
  if (text.trimStart().startsWith('<')) return parseXml(text.replace(/^\s*<xml>|<\/xml>\s*$/g, ''))
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as PushedMessage) : undefined
  } catch {
    return undefined
  }
}

/** The one field of a body that matters; nothing else of it is signed. */
const encryptedIn = (body: string): string | undefined => {
  if (!body.trimStart().startsWith('{')) return /<Encrypt>\s*(?:<!\[CDATA\[)?([A-Za-z0-9+/=]+)/.exec(body)?.[1]
  const encrypted = parseMessage(body)?.Encrypt
  return typeof encrypted === 'string' ? encrypted : undefined
}

/** Reads what WeChat pushes, in secure mode. `now`: in ms, by the service's clock. */
export const createPushReader = (settings: PushSettings) => {
  const isFresh = ({ timestamp }: PushQuery, now: number) => Math.abs(Number(timestamp) * 1000 - now) <= WINDOW_MS
  return {
    /** The answer to WeChat's first call, which asks whether the address is ours; undefined when it is not WeChat's. */
    echo: (query: PushQuery, now: number): string | undefined => {
      const { timestamp = '', nonce = '', signature, echostr } = query
      return isFresh(query, now) && isSame(signature, signatureOf(settings.token, timestamp, nonce)) ? echostr : undefined
    },
    /** The message in a body; undefined when it is not signed by WeChat, not for this account, or from another time. */
    read: (query: PushQuery, body: string, now: number): PushedMessage | undefined => {
      const { timestamp = '', nonce = '', msg_signature } = query
      const encrypted = encryptedIn(body)
      if (!encrypted || !isFresh(query, now)) return undefined
      if (!isSame(msg_signature, signatureOf(settings.token, timestamp, nonce, encrypted))) return undefined
      const text = decrypt(encrypted, settings)
      return text === undefined ? undefined : parseMessage(text)
    },
  }
}
export type PushReader = ReturnType<typeof createPushReader>

const SUGGESTS = ['pass', 'review', 'risky'] as const

/** The verdict that a message brings, if it brings one. */
export const mediaVerdictOf = (message: PushedMessage): MediaVerdict | undefined => {
  const { Event, trace_id: traceId, result, errcode = 0 } = message
  if (Event !== 'wxa_media_check' || typeof traceId !== 'string' || traceId === '') return undefined
  const { suggest, label } = (result ?? {}) as { suggest?: unknown; label?: unknown }
  const said = Number(errcode) === 0 ? SUGGESTS.find((one) => one === suggest) : undefined
  return { traceId, suggest: said ?? null, label: Number(label) || 0 }
}
