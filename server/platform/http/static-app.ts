import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { Context, Middleware } from 'koa'
import helmet from 'koa-helmet'

const NAMED_BY_CONTENT = /[.-][0-9a-f]{8,}\.\w+(\.map)?$/
/** Addresses of the service itself: what is not found there is a problem, not a page. */
const NOT_OF_THE_APP = /^\/(api|double)(\/|$)/
const YEAR = 'public, max-age=31536000, immutable'

/** What the browser may load for the app: itself, pictures that it has made or fetched, and nothing from elsewhere. */
const securityHeaders = () =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Components and charts set styles on elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        workerSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
  }) as unknown as Middleware

interface Found {
  path: string
  size: number
  tag: string
}
const fileAt = async (path: string): Promise<Found | undefined> => {
  const found = await stat(path).catch(() => undefined)
  return found?.isFile() ? { path, size: found.size, tag: `W/"${found.size}-${Math.floor(found.mtimeMs)}"` } : undefined
}

const sendFile = (ctx: Context, file: Found, cache: string) => {
  ctx.status = 200
  ctx.set('Cache-Control', cache)
  ctx.set('ETag', file.tag)
  if (ctx.fresh) {
    ctx.status = 304
    return
  }
  ctx.type = extname(file.path)
  ctx.length = file.size
  if (ctx.method !== 'HEAD') ctx.body = createReadStream(file.path)
}

const safePath = (dir: string, path: string): string | undefined => {
  try {
    const wanted = normalize(join(dir, decodeURIComponent(path)))
    return wanted.startsWith(dir + sep) && !wanted.includes('\0') ? wanted : undefined
  } catch {
    return undefined
  }
}

/** Serves the browser's app: files named by their content for ever, and its page for every other address of the app. */
export const staticApp = (dir: string): Middleware => {
  const protect = securityHeaders()
  const root = normalize(dir).replace(/[\\/]$/, '')
  const serve = async (ctx: Context) => {
    const wanted = safePath(root, ctx.path)
    const file = wanted && (await fileAt(wanted))
    if (file && !wanted.endsWith('index.html')) return sendFile(ctx, file, NAMED_BY_CONTENT.test(wanted) ? YEAR : 'no-cache')
    // An address of a file that is not there must not be answered with a page.
    if (extname(ctx.path) && !ctx.path.endsWith('.html')) return
    const page = await fileAt(join(root, 'index.html'))
    if (page) sendFile(ctx, page, 'no-store')
  }
  return (ctx, next) => {
    if ((ctx.method !== 'GET' && ctx.method !== 'HEAD') || NOT_OF_THE_APP.test(ctx.path)) return next()
    return protect(ctx, () => serve(ctx))
  }
}
