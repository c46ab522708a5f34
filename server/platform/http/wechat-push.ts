import type { Middleware } from 'koa'
import { clock } from '../clock'
import { AppError, Forbidden } from '../errors'
import { type MediaVerdict, mediaVerdictOf, type PushQuery, type PushReader } from '../wechat/push'
import { readBytes } from './body'

const PATH = '/wechat/push'
const MOST_BYTES = 64 * 1024

/**
 * Where WeChat pushes: outside of the API, for WeChat has forms of its own. `hear` is told of every verdict, of some
 * more than once. When it fails, so does the answer, and WeChat pushes again.
 */
export const wechatPush = (options: { reader: PushReader; hear: (verdict: MediaVerdict) => Promise<void> }): Middleware => {
  const { reader, hear } = options
  return async (ctx, next) => {
    if (ctx.path !== PATH) return next()
    // A name that is given twice comes as a list, which no signature fits.
    const query = ctx.query as PushQuery
    if (ctx.method === 'GET') {
      const echo = reader.echo(query, clock.ms())
      if (typeof echo !== 'string') throw new Forbidden()
      ctx.body = echo
    } else if (ctx.method === 'POST') {
      const body = (await readBytes(ctx.req, MOST_BYTES)).toString('utf8')
      const message = reader.read(query, body, clock.ms())
      if (!message) throw new Forbidden()
      const verdict = mediaVerdictOf(message)
      if (verdict) await hear(verdict)
      ctx.body = 'success'
    } else throw new AppError(405, 'method_not_allowed', { headers: { Allow: 'GET, POST' } })
    ctx.type = 'text/plain; charset=utf-8'
    ctx.set('Cache-Control', 'no-store')
  }
}
