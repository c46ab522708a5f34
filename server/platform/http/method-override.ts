import type { Middleware } from 'koa'

/** WeChat's `wx.request` cannot send PATCH: it sends POST and says what it means. */
export const methodOverride = (): Middleware => (ctx, next) => {
  if (ctx.req.headers['x-http-method-override'] === 'PATCH' && ctx.method === 'POST') ctx.method = 'PATCH'
  return next()
}
