import { setTimeout as sleep } from 'node:timers/promises'
import type { SessionView } from '../../../shared/identity/schemas'
import type { Problem } from '../../../shared/platform/problem'
import { ImportError } from './rows'

export interface Answer {
  status: number
  body: unknown
}
export interface Login {
  /** A token that somebody else obtained; it is not renewed. */
  token?: string
  /** A login code of WeChat. */
  code?: string
}

const AWAY_TRIES = 8
const TOO_MANY = 429
const BUSY = [TOO_MANY, 502, 503, 504]
const UNAUTHENTICATED = 401

export const problemOf = (body: unknown): Partial<Problem> => (typeof body === 'object' && body !== null ? body : {})
/** Why something was refused, in one line. */
export const reasonOf = ({ status, body }: Answer): string => {
  const { code, title, detail, errors = [] } = problemOf(body)
  const fields = errors.map(({ path, message }) => `${path}: ${message}`)
  return `${status} ${code ?? ''} ${detail ?? title ?? ''} ${fields.join('; ')}`.trim()
}

/** Calls the service; waits when it is busy or away, for all who share this connection, and renews the session. */
export const connectTo = (url: string) => {
  let session: Partial<SessionView> & { token?: string } = {}
  let pausedUntil = 0
  let renewal: Promise<boolean> | undefined

  const once = async (method: string, path: string, body?: object, key?: string): Promise<Answer & { retryAfter: number }> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(body && { 'Content-Type': 'application/json' }),
        ...(session.token && { Authorization: `Bearer ${session.token}` }),
        ...(key && { 'Idempotency-Key': key }),
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    })
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json')
    return { status: response.status, body: json ? JSON.parse(text) : text, retryAfter: Number(response.headers.get('retry-after') ?? 1) }
  }

  /** Repeats what the service was too busy for. Safe, for every row has its key. */
  const call = async (method: string, path: string, body?: object, key?: string): Promise<Answer> => {
    for (let away = 0; ; ) {
      const wait = pausedUntil - Date.now()
      if (wait > 0) await sleep(wait)
      const answer = await once(method, path, body, key).catch((error: Error) => error)
      const failed = answer instanceof Error
      if (!failed && !BUSY.includes(answer.status)) return answer
      if (failed || answer.status !== TOO_MANY) away += 1
      if (away >= AWAY_TRIES)
        throw new ImportError(`连不上服务 the service at ${url} does not answer: ${failed ? answer.message : reasonOf(answer)}`)
      pausedUntil = Math.max(pausedUntil, Date.now() + (failed ? 250 * 2 ** away : answer.retryAfter * 1000))
    }
  }

  const open = async (code: string): Promise<void> => {
    const terms = await call('GET', '/api/terms')
    const consent = { version: (terms.body as { version: string }).version }
    const answer = await call('POST', '/api/sessions', { code, consent })
    if (answer.status !== 200) throw new ImportError(`登录失败 could not log in: ${reasonOf(answer)}`)
    session = answer.body as SessionView
  }
  const renew = async (): Promise<boolean> => {
    if (!session.refreshToken) return false
    const answer = await call('POST', '/api/sessions/refresh', { refreshToken: session.refreshToken })
    if (answer.status === 200) session = answer.body as SessionView
    return answer.status === 200
  }

  /** With the double of WeChat in use, its demo importer. */
  const demoCode = async (): Promise<string> => {
    const people = await call('GET', '/double/people')
    const { items = [] } = (people.status === 200 ? people.body : {}) as { items?: { openid: string; roles: { role: string }[] }[] }
    const importer = items.find((person) => person.roles.some((grant) => grant.role === 'importer'))
    if (!importer)
      throw new ImportError('请用 --token 或 --code 说明由谁导入 say who imports, with --token or --code: there is no demo importer here')
    return ((await call('POST', '/double/codes', { openid: importer.openid })).body as { code: string }).code
  }

  return {
    call: async (method: string, path: string, body?: object, key?: string): Promise<Answer> => {
      const answer = await call(method, path, body, key)
      if (answer.status !== UNAUTHENTICATED) return answer
      renewal ??= renew().finally(() => {
        renewal = undefined
      })
      if (await renewal) return call(method, path, body, key)
      throw new ImportError('登录已失效 the session is over: log in again, with a fresh --token or --code')
    },
    /** Logs in and answers the region for which this account imports. */
    login: async ({ token, code }: Login): Promise<string> => {
      if (token) session = { token }
      else await open(code ?? (await demoCode()))
      const me = await call('GET', '/api/me')
      if (me.status !== 200) throw new ImportError(`登录失败 could not log in: ${reasonOf(me)}`)
      const grant = (me.body as SessionView['user']).roles.find(({ role }) => role === 'importer')
      if (!grant) throw new ImportError('这个账号不是导入员 this account is no importer: an administrator has to invite it as one')
      return grant.regionCode
    },
  }
}
export type Service = ReturnType<typeof connectTo>
