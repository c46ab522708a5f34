import { randomUUID } from 'node:crypto'
import { type EndpointName, type Endpoints, endpoints } from '@shared/endpoints'
import type { SessionView, User } from '@shared/identity/schemas'
import { type Endpoint, fillPath } from '@shared/platform/endpoint'
import type { FileView } from '@shared/platform/files'
import type { Problem } from '@shared/platform/problem'
import type * as z from 'zod/mini'

type Part<N extends EndpointName, K extends string> = Endpoints[N] extends { readonly [P in K]: infer S } ? S : undefined
type Given<S> = S extends z.ZodMiniType ? z.input<S> : undefined
export interface CallOptions<N extends EndpointName> {
  params?: Given<Part<N, 'params'>>
  query?: Given<Part<N, 'query'>>
  body?: Given<Part<N, 'body'>>
  /** Idempotency-Key; calls that need one get a fresh one. */
  key?: string
}
export type Output<N extends EndpointName> = Part<N, 'output'> extends z.ZodMiniType ? z.infer<Part<N, 'output'>> : undefined

/** What the service answered when it was not a success. */
export class CallError extends Error {
  constructor(
    name: string,
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(`${name}: ${status} ${problem?.code} ${JSON.stringify(problem?.errors ?? problem?.detail ?? '')}`)
  }
}

export interface Raw {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers that they know
  body: any
  headers: Headers
}
export interface RawOptions {
  body?: unknown
  rawBody?: RequestInit['body']
  headers?: Record<string, string>
}

/** Somebody who calls the service; logged in, or not. */
export interface Client {
  user: User
  personId: string
  token: string
  refreshToken: string
  call<N extends EndpointName>(name: N, options?: CallOptions<N>): Promise<Output<N>>
  /** The status too: 201 or 200. */
  answer<N extends EndpointName>(name: N, options?: CallOptions<N>): Promise<{ status: number; body: Output<N> }>
  /** As it comes: nothing is thrown for a refusal, nothing added but the token. */
  raw(method: string, path: string, options?: RawOptions): Promise<Raw>
  upload(bytes: Buffer, options?: { name?: string; type?: string; key?: string }): Promise<FileView>
}

export interface ClientOptions {
  url: string
  /** Throws what the contract's check of answers has found. */
  verify: () => void
  session?: SessionView
  /** Logs in again when the token's time has passed, e.g. because a test moved the clock. */
  renew?: () => Promise<SessionView>
  now: () => number
  /** How often a test has set the clock back: a job may have removed sessions while it was ahead. */
  setBack: () => number
}

const queryOf = (query: object | undefined): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {}))
    for (const one of [value].flat()) if (one !== undefined) search.append(name, String(one))
  return search.size > 0 ? `?${search}` : ''
}

const read = async (response: Response): Promise<Raw> => {
  const text = await response.text()
  const json = response.headers.get('content-type')?.includes('json')
  return { status: response.status, body: json && text ? JSON.parse(text) : text, headers: response.headers }
}

const FAILED = 400
const DEFAULT_USER: User = { id: '', name: '', roles: [] }

export const aClient = (options: ClientOptions): Client => {
  let session = options.session
  const send = async (method: string, path: string, { body, rawBody, headers }: RawOptions = {}): Promise<Raw> => {
    const response = await fetch(`${options.url}${path}`, {
      method,
      headers: {
        ...(session && { Authorization: `Bearer ${session.token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: rawBody ?? (body === undefined ? undefined : JSON.stringify(body)),
    })
    const answer = await read(response)
    options.verify()
    return answer
  }
  let setBack = options.setBack()
  const stayLoggedIn = async () => {
    const isOver = session && (options.setBack() > setBack || Date.parse(session.expiresAt) <= options.now())
    setBack = options.setBack()
    if (isOver && options.renew) session = await options.renew()
  }
  const answer: Client['answer'] = async (name, given = {}) => {
    await stayLoggedIn()
    const entry = endpoints[name] as Endpoint
    const path = fillPath(entry.path, given.params as Record<string, string> | undefined) + queryOf(given.query as object | undefined)
    const key = given.key ?? (entry.key === 'required' ? randomUUID() : undefined)
    const result = await send(entry.method, path, { body: given.body, headers: key ? { 'Idempotency-Key': key } : {} })
    if (result.status >= FAILED) throw new CallError(name, result.status, result.body)
    return { status: result.status, body: result.body }
  }
  return {
    get user() {
      return session?.user ?? DEFAULT_USER
    },
    get personId() {
      return session?.user.id ?? ''
    },
    get token() {
      return session?.token ?? ''
    },
    get refreshToken() {
      return session?.refreshToken ?? ''
    },
    answer,
    call: async (name, given) => (await answer(name, given)).body,
    raw: send,
    upload: async (bytes, { name = 'photo.jpg', type = 'application/octet-stream', key } = {}) => {
      await stayLoggedIn()
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(bytes)], { type }), name)
      const result = await send('POST', '/api/files', { rawBody: form, headers: key ? { 'Idempotency-Key': key } : {} })
      if (result.status >= FAILED) throw new CallError('files.upload', result.status, result.body)
      return result.body as FileView
    },
  }
}
