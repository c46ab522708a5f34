import { PROBLEM_TITLES, type Problem } from '@shared/platform/problem'
import Taro from '@tarojs/taro'
import { ApiProblem, NetworkError } from './problem'

export interface Sent {
  method: string
  path: string
  header: Record<string, string>
  body?: unknown
  /** Milliseconds; 20 s by default. */
  timeout?: number
}

export interface Answer {
  status: number
  data: unknown
}

/** WeChat cannot send PATCH: it goes as POST, and the service reads the real method from the header. */
const methodOf = (method: string): { method: string; extra: Record<string, string> } =>
  method === 'PATCH' && process.env.TARO_ENV === 'weapp'
    ? { method: 'POST', extra: { 'X-HTTP-Method-Override': 'PATCH' } }
    : { method, extra: {} }

/** `/api/…` as a full address. */
export const address = (path: string): string => (/^https?:/.test(path) ? path : `${API_BASE}${path}`)

const parse = (data: unknown): unknown => {
  if (typeof data !== 'string') return data
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}

/** Turns an answer that is not a success into the error to throw. */
export const problemOf = (status: number, data: unknown, retryAfter?: string): Error => {
  const parsed = parse(data)
  if (typeof parsed === 'object' && parsed !== null && 'code' in parsed) {
    return new ApiProblem(parsed as Problem, retryAfter ? Number(retryAfter) : undefined)
  }
  // a proxy in between, or a service that is starting
  if (status >= 500) return new NetworkError()
  return new ApiProblem({ type: 'about:blank', status, code: 'internal', title: PROBLEM_TITLES.internal })
}

/** One request, one answer; throws ApiProblem for every answer but a success and NetworkError when there was none. */
export const transport = async (sent: Sent): Promise<Answer> => {
  const { method, extra } = methodOf(sent.method)
  const hasBody = sent.body !== undefined
  let response: Taro.request.SuccessCallbackResult<string>
  try {
    response = await Taro.request({
      url: address(sent.path),
      method: method as keyof Taro.request.Method,
      header: { Accept: 'application/json', ...(hasBody ? { 'Content-Type': 'application/json' } : {}), ...extra, ...sent.header },
      data: hasBody ? JSON.stringify(sent.body) : undefined,
      dataType: 'text',
      timeout: sent.timeout ?? 20_000,
    })
  } catch (error) {
    const status = (error as { statusCode?: number; status?: number } | null)?.statusCode
    // An answer that broke off after its first line is none, whatever that line said.
    if (typeof status === 'number' && status >= 400) throw problemOf(status, (error as { data?: unknown }).data)
    throw new NetworkError()
  }
  if (response.statusCode >= 200 && response.statusCode < 300) {
    const data = parse(response.data)
    if (data === undefined && response.data) throw new NetworkError()
    return { status: response.statusCode, data }
  }
  const header = (response.header ?? {}) as Record<string, string>
  throw problemOf(response.statusCode, response.data, header['retry-after'] ?? header['Retry-After'])
}
