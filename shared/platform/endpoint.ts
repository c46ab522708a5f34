import type * as z from 'zod/mini'

type Schema = z.ZodMiniType

/**
 * One entry of the contract. Routes, validation, the typed client and OpenAPI are made from it.
 * `auth`: `none` anyone, `user` any account, or the staff roles of which the actor needs one somewhere.
 * `key`: whether the call takes an Idempotency-Key.
 * `output`: the JSON answer; `'binary'` streams a file, `'empty'` answers 204.
 */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly summary: string
  readonly auth: 'none' | 'user'
  readonly params?: Schema
  readonly query?: Schema
  readonly body?: Schema | 'multipart'
  readonly output: Schema | 'binary' | 'empty'
  readonly status?: 200 | 201 | 202 | 204
  readonly key?: 'required' | 'accepted'
}

/** Keeps an entry's exact type, so that handlers and clients infer from it. */
export const endpoint = <const E extends Endpoint>(entry: E): E => entry

/** `/api/cases/:id` with `{id}` filled in. */
export const fillPath = (path: string, params: Record<string, string | number> = {}): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')))
