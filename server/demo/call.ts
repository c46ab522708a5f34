import { Readable } from 'node:stream'
import type { Actor } from '@server/platform/actor'
import { Answer, type Handlers } from '@server/platform/http/request'
import { parse } from '@server/platform/http/validate'
import { type EndpointName, type Endpoints, endpoints } from '@shared/endpoints'
import type { Endpoint } from '@shared/platform/endpoint'
import type * as z from 'zod/mini'

type Part<N extends EndpointName, K extends string> = Endpoints[N] extends { readonly [P in K]: infer S } ? S : undefined
type Given<S> = S extends z.ZodMiniType ? z.input<S> : undefined
interface Options<N extends EndpointName> {
  params?: Given<Part<N, 'params'>>
  query?: Given<Part<N, 'query'>>
  body?: Given<Part<N, 'body'>>
  key?: string
  upload?: { bytes: Buffer; fileName: string }
}
type Output<N extends EndpointName> = Part<N, 'output'> extends z.ZodMiniType ? z.infer<Part<N, 'output'>> : undefined
export type Call = <N extends EndpointName>(name: N, actor: Actor, options: Options<N>) => Promise<Output<N>>

/** Lets people of the demo do what people can do, through the contract's handlers and with its checks, but without the way there. */
export const caller =
  (handlers: Handlers): Call =>
  async (name, actor, { params, query, body, key, upload }) => {
    const entry: Endpoint = endpoints[name]
    const handler = handlers[name] as unknown as (request: unknown) => Promise<unknown>
    const result = await handler({
      actor,
      params: params ?? {},
      query: entry.query ? parse(entry.query, query ?? {}) : {},
      body: entry.body && entry.body !== 'multipart' ? parse(entry.body, body) : undefined,
      key,
      ip: '127.0.0.1',
      upload: async () => ({ stream: Readable.from([upload?.bytes]), fileName: upload?.fileName }),
    })
    return (result instanceof Answer ? result.body : result) as never
  }
