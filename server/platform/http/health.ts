import type { Middleware } from 'koa'
import { database } from '../database'
import { Unavailable } from '../errors'
import type { Metrics } from '../metrics'

const PATIENCE_MS = 2000

/** `/healthz`: the process lives. `/readyz`: so do the database and the jobs. `/metrics`: for Prometheus. */
export const health = (options: { metrics: Metrics; isReady: () => boolean }): Middleware => {
  const { metrics, isReady } = options
  return async (ctx, next) => {
    if (ctx.path === '/healthz') {
      ctx.body = { ok: true }
    } else if (ctx.path === '/readyz') {
      await database().command({ ping: 1 }, { timeoutMS: PATIENCE_MS })
      if (!isReady()) throw new Unavailable()
      ctx.body = { ok: true }
    } else if (ctx.path === '/metrics') {
      ctx.set('Content-Type', metrics.type)
      ctx.body = await metrics.text()
    } else return next()
    ctx.set('Cache-Control', 'no-store')
  }
}
