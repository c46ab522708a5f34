import type { Endpoint } from '@shared/platform/endpoint'
import type { Context } from 'koa'
import { AppError } from '../errors'
import { Answer, type Download } from './request'

const RANGE = /^bytes=(\d*)-(\d*)$/

/** The one range that a client asks for, e.g. a browser that plays a recording; undefined: send all of it. */
const rangeOf = (header: string, size: number): { start: number; end: number } | undefined => {
  const match = RANGE.exec(header)
  if (!match || (match[1] === '' && match[2] === '')) return undefined
  const last = size - 1
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1])
  const end = match[1] === '' || match[2] === '' ? last : Math.min(Number(match[2]), last)
  if (start <= end) return { start, end }
  throw new AppError(416, 'invalid_input', { headers: { 'Content-Range': `bytes */${size}` } })
}

const sendFile = (ctx: Context, file: Download) => {
  ctx.type = file.mime
  if (file.fileName) ctx.attachment(file.fileName)
  ctx.set('Cache-Control', file.maxAge ? `private, max-age=${file.maxAge}` : 'no-store')
  // What people uploaded is never run as a page of ours.
  ctx.set('Content-Security-Policy', "default-src 'none'; sandbox")
  if (typeof file.stream !== 'function') {
    if (file.size !== undefined) ctx.length = file.size
    ctx.body = file.stream
    return
  }
  const size = file.size ?? 0
  const range = rangeOf(ctx.get('range'), size)
  ctx.set('Accept-Ranges', 'bytes')
  ctx.body = file.stream(range)
  ctx.length = range ? range.end - range.start + 1 : size
  if (!range) return
  ctx.status = 206
  ctx.set('Content-Range', `bytes ${range.start}-${range.end}/${size}`)
}

/** Writes a handler's result as its endpoint says. */
export const send = (ctx: Context, entry: Endpoint, result: unknown): void => {
  const body = result instanceof Answer ? result.body : result
  ctx.status = result instanceof Answer ? result.status : (entry.status ?? 200)
  if (entry.output === 'binary') {
    sendFile(ctx, body as Download)
    return
  }
  ctx.set('Cache-Control', 'no-store')
  if (entry.output === 'empty') {
    ctx.body = null
    return
  }
  // The status and the type before the body: Koa would otherwise look into the text to guess them.
  ctx.set('Content-Type', 'application/json; charset=utf-8')
  // Bytes: of a text Koa would count them first, and Node turn it into bytes afterwards.
  ctx.body = Buffer.from(JSON.stringify(body))
}
