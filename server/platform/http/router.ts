import Router from '@koa/router'
import { type EndpointName, endpoints } from '@shared/endpoints'
import type { Endpoint } from '@shared/platform/endpoint'
import type { Context } from 'koa'
import type * as z from 'zod/mini'
import type { Actor } from '../actor'
import { AppError, InvalidInput, Unauthenticated } from '../errors'
import { IMPORT_LIMIT, readJson, readUpload } from './body'
import { Answer, type Download, type Handlers } from './request'
import { parse } from './validate'

/** Finds out who asks; undefined without a token, Unauthenticated for a bad one. */
export type Authenticate = (authorization: string | undefined) => Promise<Actor | undefined>
/** Refuses who asks too often. */
export type Limit = (options: { name: EndpointName; actor: Actor | undefined; ip: string }) => Promise<void>

const KEY = /^[\x21-\x7e]{1,128}$/

const readKey = (ctx: Context, entry: Endpoint): string | undefined => {
  const key = ctx.get('idempotency-key')
  if (key === '') {
    if (entry.key === 'required')
      throw new AppError(400, 'idempotency_key_required', {
        errors: [{ path: 'Idempotency-Key', code: 'required', message: '缺少 Idempotency-Key' }],
      })
    return undefined
  }
  if (!KEY.test(key)) throw InvalidInput.field('Idempotency-Key', 'invalid_format', '格式不对')
  return entry.key ? key : undefined
}

const schemaOf = (part: Endpoint['body']): z.ZodMiniType | undefined => (part === undefined || part === 'multipart' ? undefined : part)

const readBody = async (ctx: Context, entry: Endpoint, name: EndpointName): Promise<unknown> => {
  const schema = schemaOf(entry.body)
  if (!schema) return undefined
  return parse(schema, await readJson(ctx.req, name === 'regions.import' ? IMPORT_LIMIT : undefined))
}

const send = (ctx: Context, entry: Endpoint, result: unknown) => {
  const status = result instanceof Answer ? result.status : (entry.status ?? 200)
  const body = result instanceof Answer ? result.body : result
  ctx.status = status
  if (entry.output === 'empty') {
    ctx.body = null
  } else if (entry.output === 'binary') {
    const file = body as Download
    ctx.type = file.mime
    if (file.size !== undefined) ctx.length = file.size
    if (file.fileName) ctx.attachment(file.fileName)
    ctx.set('Cache-Control', file.maxAge ? `private, max-age=${file.maxAge}` : 'no-store')
    ctx.body = file.stream
  } else {
    ctx.type = 'application/json'
    ctx.body = JSON.stringify(body)
  }
}

/** Makes the routes of the whole contract. A missing handler is a mistake of the start, not of a request. */
export const createRouter = (options: {
  handlers: Handlers
  authenticate: Authenticate
  limit: Limit
  inspect?: (name: EndpointName, status: number, body: unknown) => void
}): Router => {
  const { handlers, authenticate, limit, inspect } = options
  const router = new Router()
  for (const [key, value] of Object.entries(endpoints)) {
    const name = key as EndpointName
    const entry: Endpoint = value
    const handler = handlers[name] as ((request: unknown) => Promise<unknown>) | undefined
    if (!handler) throw new Error(`The contract's ${name} has no handler`)
    const register = router[entry.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'].bind(router)
    register(entry.path, async (ctx: Context & { params: Record<string, string> }) => {
      const actor = await authenticate(ctx.headers.authorization)
      await limit({ name, actor, ip: ctx.ip })
      if (!actor && entry.auth === 'user') throw new Unauthenticated()
      const result = await handler({
        actor,
        params: entry.params ? parse(entry.params, ctx.params) : {},
        query: entry.query ? parse(entry.query, { ...ctx.query }) : {},
        key: readKey(ctx, entry),
        body: await readBody(ctx, entry, name),
        ip: ctx.ip,
        upload: () => readUpload(ctx.req),
      })
      send(ctx, entry, result)
      inspect?.(name, ctx.status, result instanceof Answer ? result.body : result)
    })
  }
  return router
}
