import { type EndpointName, endpoints } from '@shared/endpoints'
import type { Endpoint } from '@shared/platform/endpoint'
import type { Context, Middleware } from 'koa'
import * as z from 'zod/mini'
import type { Actor } from '../actor'
import { AppError, InvalidInput, Unauthenticated } from '../errors'
import { IMPORT_LIMIT, readJson, readUpload } from './body'
import { createPathTree } from './path-tree'
import { Answer, type Handlers } from './request'
import { send } from './send'
import { parse } from './validate'

/** Finds out who asks; undefined without a token, Unauthenticated for a bad one. */
export type Authenticate = (authorization: string | undefined) => Promise<Actor | undefined>
/** Refuses who asks too often. `ip` is looked up only when it is needed. */
export type Limit = (options: { name: EndpointName; actor: Actor | undefined; ip: () => string }) => Promise<void>
/** Hears of every answer that a handler gave. */
export type Inspect = (name: EndpointName, status: number, body: unknown) => void

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

/** Calls without parameters refuse them, too. */
const NOTHING = z.strictObject({})
// Screens ask for the same few lists again and again; what an unusual client asks for pushes the oldest out.
const KEPT_QUERIES = 200

/** Parses query strings, remembering what became of the latest. Handlers only read what they get. */
const queryReader = (entry: Endpoint): ((ctx: Context) => unknown) => {
  const query = entry.query ?? NOTHING
  const known = new Map<string, unknown>()
  return (ctx) => {
    const { querystring } = ctx
    let parsed = known.get(querystring)
    if (parsed !== undefined) return parsed
    parsed = Object.freeze(parse(query, { ...ctx.query }))
    const [oldest] = known.keys()
    if (known.size >= KEPT_QUERIES && oldest !== undefined) known.delete(oldest)
    known.set(querystring, parsed)
    return parsed
  }
}

type AnyHandler = (request: unknown) => Promise<unknown>

const answerTo = (name: EndpointName, entry: Endpoint, handler: AnyHandler, options: RouterOptions) => {
  const { authenticate, limit, inspect } = options
  const queryOf = queryReader(entry)
  return async (ctx: Context, params: Record<string, string>): Promise<void> => {
    ctx.state.endpoint = name
    const actor = await authenticate(ctx.req.headers.authorization)
    await limit({ name, actor, ip: () => ctx.ip })
    if (!actor && entry.auth === 'user') throw new Unauthenticated()
    const result = await handler({
      actor,
      params: entry.params ? parse(entry.params, params) : {},
      query: queryOf(ctx),
      key: readKey(ctx, entry),
      body: await readBody(ctx, entry, name),
      get ip() {
        return ctx.ip
      },
      upload: () => readUpload(ctx.req),
    })
    send(ctx, entry, result)
    inspect?.(name, ctx.status, result instanceof Answer ? result.body : result)
  }
}

export interface RouterOptions {
  handlers: Handlers
  authenticate: Authenticate
  limit: Limit
  inspect?: Inspect | undefined
}

/** Makes the routes of the whole contract. A missing handler is a mistake of the start, not of a request. */
export const createRouter = (options: RouterOptions): Middleware => {
  const tree = createPathTree<ReturnType<typeof answerTo>>()
  for (const [key, entry] of Object.entries(endpoints as Record<string, Endpoint>)) {
    const name = key as EndpointName
    const handler = options.handlers[name] as AnyHandler | undefined
    if (!handler) throw new Error(`The contract's ${name} has no handler`)
    tree.add(entry.method, entry.path, answerTo(name, entry, handler, options))
  }
  return (ctx, next) => {
    const found = tree.match(ctx.method, ctx.path)
    if (!found) return next()
    if ('allowed' in found) throw new AppError(405, 'method_not_allowed', { headers: { Allow: found.allowed.join(', ') } })
    return found.value(ctx, found.params)
  }
}
