import type { Middleware } from 'koa'

/** The headers that matter to every answer; those of pages are set with the pages. */
export const apiHeaders = (): Middleware => (ctx, next) => {
  ctx.res.setHeader('X-Content-Type-Options', 'nosniff')
  return next()
}
