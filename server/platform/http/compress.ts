import type { Middleware } from 'koa'
import compress from 'koa-compress'

const LARGE = 2048

/** Compresses answers that are worth it. Brotli and zstd are left to what is compressed once and kept. */
export const compressLarge = (): Middleware => {
  const apply = compress({ threshold: LARGE, gzip: { level: 1 }, br: false, deflate: false, zstd: false } as compress.CompressOptions)
  return (ctx, next) => (ctx.req.headers['accept-encoding'] ? apply(ctx, next) : next())
}
