import type { Readable } from 'node:stream'
import type { EndpointName, Endpoints } from '@shared/endpoints'
import type { Endpoint } from '@shared/platform/endpoint'
import type * as z from 'zod/mini'
import type { Actor } from '../actor'

type Parsed<S, Otherwise> = S extends z.ZodMiniType ? z.infer<S> : Otherwise

/** A file on its way in: not yet trusted, its type not yet known. */
export interface Upload {
  stream: Readable
  fileName: string
}

/** What a handler gets: everything parsed, nothing of the web framework. */
export interface Request<E extends Endpoint> {
  actor: E['auth'] extends 'user' ? Actor : Actor | undefined
  params: Parsed<E['params'], Record<string, never>>
  query: Parsed<E['query'], Record<string, never>>
  body: Parsed<E['body'], undefined>
  /** The Idempotency-Key, when one was sent. */
  key: string | undefined
  ip: string
  /** Bodies of `multipart` calls: gives the one file. */
  upload: () => Promise<Upload>
}

/** A file on its way out. Where `stream` is a function and `size` is known, a client may ask for a part of it. */
export interface Download {
  stream: Readable | ((range?: { start: number; end: number }) => Readable)
  mime: string
  size?: number
  fileName?: string
  /** Seconds that a client may keep it. */
  maxAge?: number
}

/** An answer whose status is not the contract's first: a repeat gives 200 where a creation gives 201. */
export class Answer<T> {
  constructor(
    readonly status: number,
    readonly body: T,
  ) {}
}
/** 201 when it was made now, 200 when an earlier request had made it. */
export const createdOr = <T>(created: boolean, body: T): Answer<T> => new Answer(created ? 201 : 200, body)

type Output<E extends Endpoint> = E['output'] extends 'binary'
  ? Download
  : E['output'] extends 'empty'
    ? undefined
    : Parsed<E['output'], never>
export type Handler<E extends Endpoint> = (request: Request<E>) => Promise<Output<E> | Answer<Output<E>>>
export type Handlers = { [N in EndpointName]?: Handler<Endpoints[N]> }
/** Types a module's handlers by the contract. */
export const handlers = <H extends Handlers>(table: H): H => table
