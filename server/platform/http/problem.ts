import { PROBLEM_TITLES } from '@shared/platform/problem'
import type { Context, Next } from 'koa'
import { AppError, Unavailable } from '../errors'
import type { Logger } from '../log'

/** Errors of the driver that mean "the database is away", not "the request is wrong". */
const AWAY = new Set([
  'MongoServerSelectionError',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoPoolClearedError',
  'PoolClearedOnNetworkError',
  'MongoWriteConcernError',
  'MongoOperationTimeoutError',
])

/** What a server answers that is starting, stopping or not the primary now ("not writable primary", "node is recovering"). */
const NOT_NOW = new Set([91, 189, 10_058, 10_107, 11_600, 11_602, 13_435, 13_436])

/** What a socket says that is no more; the driver hands some of these on as they are. */
const CUT = new Set(['EPIPE', 'ECONNRESET', 'ECONNREFUSED'])

// To a write that the driver may repeat the server says so by a label, to others by its code alone.
const isAway = (error: Error & { code?: unknown; hasErrorLabel?: (label: string) => boolean }): boolean =>
  AWAY.has(error.name) ||
  error.hasErrorLabel?.('RetryableWriteError') === true ||
  (error.name === 'MongoServerError' && NOT_NOW.has(error.code as number)) ||
  CUT.has(error.code as string)

const toAppError = (error: unknown): AppError => {
  if (error instanceof AppError) return error
  if (error instanceof Error && isAway(error)) return new Unavailable('unavailable', error)
  return new AppError(500, 'internal', { cause: error })
}

/** The one place where an error becomes an answer: RFC 9457 problem+json. */
export const problems = (log: Logger) => async (ctx: Context, next: Next) => {
  try {
    await next()
    if (ctx.status === 404 && ctx.body == null && !ctx.headerSent) throw new AppError(404, 'not_found')
  } catch (raw) {
    const error = toAppError(raw)
    if (error.status >= 500) log.error({ err: raw, method: ctx.method, path: ctx.path }, 'request failed')
    for (const [name, value] of Object.entries(error.options.headers ?? {})) ctx.set(name, value)
    ctx.status = error.status
    ctx.type = 'application/problem+json'
    ctx.body = JSON.stringify({
      type: `urn:haoshangliang:problem:${error.code}`,
      status: error.status,
      code: error.code,
      title: PROBLEM_TITLES[error.code],
      ...(error.options.detail ? { detail: error.options.detail } : {}),
      ...(error.options.errors ? { errors: error.options.errors } : {}),
      ...error.options.extra,
    })
  }
}
