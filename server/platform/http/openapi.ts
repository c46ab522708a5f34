import { endpoints } from '@shared/endpoints'
import type { Endpoint } from '@shared/platform/endpoint'
import { Problem } from '@shared/platform/problem'
import type { Middleware } from 'koa'
import * as z from 'zod/mini'

type Json = Record<string, unknown>

const schema = (part: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(part, { target: 'draft-2020-12', io, unrepresentable: 'any' }) as Json
  return rest
}

const parameters = (entry: Endpoint): Json[] => {
  const list = (part: z.ZodMiniType | undefined, where: 'path' | 'query') => {
    if (!part) return []
    const { properties = {}, required = [] } = schema(part, 'input') as { properties?: Json; required?: string[] }
    return Object.entries(properties).map(([name, of]) => ({
      name,
      in: where,
      required: where === 'path' || required.includes(name),
      schema: of,
    }))
  }
  const key = entry.key
    ? [{ name: 'Idempotency-Key', in: 'header', required: entry.key === 'required', schema: { type: 'string', maxLength: 128 } }]
    : []
  return [...list(entry.params, 'path'), ...list(entry.query, 'query'), ...key]
}

const requestBody = (entry: Endpoint): Json => {
  if (!entry.body) return {}
  if (entry.body === 'multipart') {
    const file = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: file } } } }
  }
  return { requestBody: { required: true, content: { 'application/json': { schema: schema(entry.body, 'input') } } } }
}

const success = (entry: Endpoint): Json => {
  if (entry.output === 'empty') return { description: 'Done' }
  if (entry.output === 'binary') return { description: 'The file', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } }
  return { description: 'Success', content: { 'application/json': { schema: schema(entry.output, 'output') } } }
}

const operation = (name: string, entry: Endpoint): Json => {
  const status = String(entry.status ?? 200)
  const again =
    entry.key && status === '201' ? { 200: { ...success(entry), description: 'The same as before: the request was repeated' } } : {}
  return {
    operationId: name,
    tags: [name.split('.')[0]],
    summary: entry.summary,
    security: entry.auth === 'user' ? [{ bearer: [] }] : [],
    parameters: parameters(entry),
    ...requestBody(entry),
    responses: {
      [status]: success(entry),
      ...again,
      default: { description: 'A problem', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  }
}

/** OpenAPI 3.1, made from the contract. */
export const createOpenApi = (): Json => {
  const paths: Record<string, Json> = {}
  for (const [name, entry] of Object.entries(endpoints as Record<string, Endpoint>)) {
    const path = entry.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [entry.method.toLowerCase()]: operation(name, entry) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '有事好商量',
      version: '0.1.0',
      description: 'The service behind the mini-program. Errors are RFC 9457 problems with a stable code.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } }, schemas: { Problem: schema(Problem, 'output') } },
  }
}

/** Serves the description at `/api/openapi.json`; made once. */
export const openApi = (): Middleware => {
  let text: string | undefined
  return (ctx, next) => {
    if (ctx.path !== '/api/openapi.json') return next()
    text ??= JSON.stringify(createOpenApi())
    ctx.set('Content-Type', 'application/json; charset=utf-8')
    ctx.body = text
  }
}
