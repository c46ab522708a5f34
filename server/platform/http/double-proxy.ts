import type { Middleware } from 'koa'
import { clock } from '../clock'
import { Unavailable } from '../errors'
import { readJson } from './body'

const askClock = async (endpoint: string): Promise<Date | undefined> => {
  const answer = await fetch(`${endpoint}/double/clock`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined)
  const { now } = answer?.ok ? ((await answer.json()) as { now: string }) : { now: '' }
  const date = new Date(now)
  return Number.isNaN(date.getTime()) ? undefined : date
}

const FOLLOW_MS = 1000

/** Sets the service's clock by the double's. Small differences are the way there and back. */
export const followClock = async (endpoint: string): Promise<void> => {
  const now = await askClock(endpoint)
  if (now && Math.abs(now.getTime() - clock.ms()) > FOLLOW_MS) clock.set(now)
}

/** Goes on following, for somebody may have moved the clock through another process. Answers how to stop. */
export const keepFollowingClock = (endpoint: string): (() => void) => {
  const timer = setInterval(() => followClock(endpoint).catch(() => undefined), FOLLOW_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/**
 * Hands `/double` on to the double of WeChat, so that a browser needs one port only. Where the clock was moved, the
 * service's own moves with it, and `onClock` runs what is now due before the answer is given.
 */
export const doubleProxy = (endpoint: string, onClock: () => Promise<void>): Middleware => {
  clock.allowMoving()
  return async (ctx, next) => {
    if (ctx.path !== '/double' && !ctx.path.startsWith('/double/')) return next()
    const body = ctx.method === 'GET' || ctx.method === 'HEAD' ? undefined : await readJson(ctx.req)
    const answer = await fetch(`${endpoint}${ctx.url}`, {
      method: ctx.method,
      headers: { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    }).catch((error: unknown) => {
      throw new Unavailable('wechat_unavailable', error)
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    if (answer.ok && ctx.method === 'PUT' && ctx.path === '/double/clock') {
      await followClock(endpoint)
      await onClock()
    }
    ctx.status = answer.status
    ctx.set('Content-Type', answer.headers.get('content-type') ?? 'application/json')
    ctx.set('Cache-Control', 'no-store')
    ctx.body = bytes
  }
}
