import { createHash, randomBytes } from 'node:crypto'
import { createChecks, type PushTarget } from './checks'
import { createLedger, type Message } from './ledger'
import { readState, stateWriter } from './persistence'
import type { Person } from './person'

export type FaultMode = 'ok' | 'busy' | 'slow' | 'down' | 'cut' | 'mixed'
/** What a day of mixed faults is made of: mostly errors and broken lines, now and then an answer that comes too late. */
const MIXED: readonly FaultMode[] = [
  ...Array<FaultMode>(11).fill('busy'),
  ...Array<FaultMode>(4).fill('down'),
  ...Array<FaultMode>(4).fill('cut'),
  'slow',
]
/**
 * A bad day: how WeChat's calls answer. `down` breaks the line before anything was done, `cut` and `slow` when it was, so
 * that the caller cannot know; `mixed` is now this and now that. `count` calls only, or a `share` (0–1) of them, or only
 * those whose path contains `path`.
 */
export interface Fault {
  mode: FaultMode
  count?: number
  share?: number
  path?: string
  /** How late a slow answer is, in ms. */
  ms?: number
}

const CODE_LIFE_MS = 5 * 60_000
const TOKEN_LIFE_MS = 7_200_000
const OLD_TOKEN_GRACE_MS = 5 * 60_000
const FORCED_GAP_MS = 30_000

interface Code {
  openid: string
  kind: 'login' | 'phone'
  until: number
  used: boolean
}
interface Token {
  value: string
  until: number
  madeAt: number
}

const phoneOf = (openid: string): string =>
  `1990000${(createHash('sha256').update(openid).digest().readUInt32BE() % 10_000).toString().padStart(4, '0')}`

/** What the double knows. People and messages outlast a restart when there is a state file; codes and tokens do not. */
export const createState = (options: { appId: string; secret: string; stateFile?: string; push?: PushTarget }) => {
  const stored = readState(options.stateFile)
  const people = new Map(stored.people.map((person) => [person.openid, person]))
  const codes = new Map<string, Code>()
  let tokens: Token[] = []
  let offset = 0
  let fault: Fault = { mode: 'ok' }
  const counts = new Map<string, number>()
  const now = () => Date.now() + offset
  const ledger = createLedger(stored)
  const checks = createChecks({ appId: options.appId, now, push: options.push })
  const writer = stateWriter(options.stateFile, () => ({ people: [...people.values()], ...ledger.snapshot() }))

  const person = (openid: string): Person => {
    const known = people.get(openid)
    if (known) return known
    const fresh: Person = { openid, name: '', roles: [], phone: phoneOf(openid), listed: false }
    people.set(openid, fresh)
    writer.changed()
    return fresh
  }
  const newToken = (): Token => {
    // WeChat's tokens may be 512 characters and more; a short one would hide a column that is too narrow.
    const token = { value: `double_${randomBytes(96).toString('hex')}`, until: now() + TOKEN_LIFE_MS, madeAt: now() }
    tokens = [...tokens.map((old) => ({ ...old, until: Math.min(old.until, now() + OLD_TOKEN_GRACE_MS) })), token].slice(-5)
    return token
  }
  const latest = () => tokens.at(-1)

  return {
    appId: options.appId,
    secret: options.secret,
    ledger,
    checks,
    now,
    person,
    knows: (openid: string) => people.has(openid),
    listed: () => [...people.values()].filter((one) => one.listed),
    /** Adds somebody or changes what is said about them. */
    putPerson: (entry: { openid: string } & Partial<Omit<Person, 'listed'>>): Person => {
      const known = { ...person(entry.openid), ...entry, listed: true }
      people.set(entry.openid, known)
      writer.changed()
      return known
    },
    /** A code for somebody's login or telephone number: good once, for five minutes. */
    newCode: (openid: string, kind: Code['kind'] = 'login'): string => {
      person(openid)
      for (const [old, { until }] of codes) if (until + CODE_LIFE_MS < now()) codes.delete(old)
      const code = `${kind === 'login' ? 'c' : 'p'}${randomBytes(16).toString('hex')}`
      codes.set(code, { openid, kind, until: now() + CODE_LIFE_MS, used: false })
      return code
    },
    spendCode: (code: string, kind: Code['kind']): Person | 'bad' | 'used' => {
      const found = codes.get(code)
      if (!found || found.kind !== kind || found.until < now()) return 'bad'
      if (found.used) return 'used'
      found.used = true
      return person(found.openid)
    },
    /** `stable_token`: the same token until five minutes before its end, or a new one when forced (30 s apart at least). */
    stableToken: (forced: boolean): Token => {
      const last = latest()
      if (!last || last.until - now() < OLD_TOKEN_GRACE_MS) return newToken()
      return forced && now() - last.madeAt >= FORCED_GAP_MS ? newToken() : last
    },
    newToken,
    checkToken: (value: string): 'good' | 'bad' | 'expired' => {
      const token = tokens.find((one) => one.value === value)
      if (!token) return 'bad'
      return token.until > now() ? 'good' : 'expired'
    },
    /** How often each of WeChat's calls was made. */
    counts,
    count: (call: string) => counts.set(call, (counts.get(call) ?? 0) + 1),
    revokeTokens: () => {
      tokens = []
    },
    setNow: (instant: Date) => {
      offset = instant.getTime() - Date.now()
    },
    setFault: (next: Fault) => {
      fault = { ...next }
    },
    /** The fault that this call meets; counted ones are used up. */
    takeFault: (path: string): Fault | undefined => {
      if (fault.mode === 'ok' || (fault.path && !path.includes(fault.path))) return
      if (fault.share !== undefined && Math.random() >= fault.share) return
      const met = fault
      if (fault.count !== undefined) {
        fault = fault.count > 1 ? { ...fault, count: fault.count - 1 } : { mode: 'ok' }
      }
      if (met.mode !== 'mixed') return met
      return { ...met, mode: MIXED[Math.floor(Math.random() * MIXED.length)] ?? 'busy' }
    },
    deliver: (message: Omit<Message, 'at'>): boolean => {
      const delivered = ledger.deliver({ ...message, at: new Date(now()).toISOString() })
      if (delivered) writer.changed()
      return delivered
    },
    accept: (openid: string, templateId: string, count: number) => {
      person(openid)
      ledger.accept(openid, templateId, count)
      writer.changed()
    },
    close: () => {
      checks.close()
      writer.flush()
    },
  }
}
export type State = ReturnType<typeof createState>
