import { type EndpointName, type Endpoints, endpoints } from '@shared/endpoints'
import { type Endpoint, fillPath } from '@shared/platform/endpoint'
import type * as z from 'zod/mini'
import { ApiProblem } from './problem'
import { getTokens, setTokens, type Tokens } from './tokens'
import { transport } from './transport'

type In<T> = T extends z.ZodMiniType ? z.input<T> : never
type Part<E, K extends string> = E extends { readonly [P in K]: infer S } ? In<S> : never
type Given<K extends string, V> = [V] extends [never] ? object : Partial<V> extends V ? { [P in K]?: V } : { [P in K]: V }

/** What a call takes: `params` in the path, `query`, `body`, and the Idempotency-Key. */
export type CallOptions<N extends EndpointName> = Given<'params', Part<Endpoints[N], 'params'>> &
  Given<'query', Part<Endpoints[N], 'query'>> &
  Given<'body', Part<Endpoints[N], 'body'>> &
  (Endpoints[N] extends { readonly key: 'required' } ? { key: string } : { key?: string })

/** What a call answers. */
export type Output<N extends EndpointName> = Endpoints[N]['output'] extends z.ZodMiniType ? z.output<Endpoints[N]['output']> : undefined

interface Loose {
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
  key?: string
}

const queryString = (query: Record<string, unknown> = {}): string => {
  const pairs: string[] = []
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null) pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(String(each))}`)
    }
  }
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

/** The path of a call with its parameters and query, for links that are not fetched here (files, exports). */
export const pathOf = (name: EndpointName, options: Loose = {}): string =>
  fillPath(endpoints[name].path, options.params) + queryString(options.query)

let refreshing: Promise<boolean> | undefined
let onSignedOut: () => void = () => undefined

/** Called once when the session has ended for good. */
export const whenSignedOut = (listener: () => void): void => {
  onSignedOut = listener
}

const renew = async (old: Tokens): Promise<boolean> => {
  const current = getTokens()
  if (current && current.token !== old.token) return true
  try {
    const { data } = await transport({
      method: 'POST',
      path: '/api/sessions/refresh',
      header: {},
      body: { refreshToken: old.refreshToken },
    })
    setTokens(data as Tokens)
    return true
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status >= 500 || error.status === 429) throw error
    // another tab may have used the refresh token a moment before
    const now = getTokens()
    if (now && now.refreshToken !== old.refreshToken) return true
    setTokens(null)
    onSignedOut()
    return false
  }
}

/** Runs `attempt` with the token, and once more with a fresh one when it was refused. */
export const withToken = async <T>(attempt: (token: string | null) => Promise<T>): Promise<T> => {
  const tokens = getTokens()
  try {
    return await attempt(tokens?.token ?? null)
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 401 || !tokens) throw error
    refreshing ??= renew(tokens).finally(() => {
      refreshing = undefined
    })
    if (!(await refreshing)) throw error
    return attempt(getTokens()?.token ?? null)
  }
}

/**
 * Calls the service. Input and answer are typed by the contract.
 * Throws ApiProblem (answered with a problem) or NetworkError (no answer).
 */
export const call = async <N extends EndpointName>(name: N, options: CallOptions<N>): Promise<Output<N>> => {
  const { params, query, body, key } = options as Loose
  const entry: Endpoint = endpoints[name]
  const path = pathOf(name, { params, query })
  const send = async (token: string | null) => {
    const header: Record<string, string> = {}
    if (token && entry.auth === 'user') header.Authorization = `Bearer ${token}`
    if (key) header['Idempotency-Key'] = key
    const needsBody = entry.body !== undefined && entry.body !== 'multipart'
    const { data } = await transport({ method: entry.method, path, header, body: needsBody ? (body ?? {}) : undefined })
    return data as Output<N>
  }
  return entry.auth === 'user' ? withToken(send) : send(null)
}
