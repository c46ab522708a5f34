import type { Problem } from '@shared/platform/problem'

type FieldError = NonNullable<Problem['errors']>[number]

/** What the service answered instead of what was asked. `message` is fit for a screen: why, where the service says it. */
export class ApiProblem extends Error {
  readonly code: string
  readonly status: number
  readonly errors: readonly FieldError[]
  readonly terms: Problem['terms']
  /** Seconds to wait, when the service said so. */
  readonly retryAfter: number | undefined

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.detail ?? problem.title)
    this.name = 'ApiProblem'
    this.code = problem.code
    this.status = problem.status
    this.errors = problem.errors ?? []
    this.terms = problem.terms
    this.retryAfter = retryAfter
  }
}

/** No answer came: no network, or the service is away. */
export class NetworkError extends Error {
  constructor() {
    super('网络不通，请检查后再试')
    this.name = 'NetworkError'
  }
}

/** Whether `error` is a problem with this code. */
export const isProblem = (error: unknown, code: string): error is ApiProblem => error instanceof ApiProblem && error.code === code

/** Whether trying again later, unchanged, may well succeed. */
export const isPassing = (error: unknown): boolean =>
  error instanceof NetworkError || (error instanceof ApiProblem && (error.status >= 500 || error.status === 429 || error.status === 408))

/** Words for a screen, whatever went wrong; of a field that was refused, what is wrong with it. */
export const wordsOf = (error: unknown): string => {
  if (error instanceof ApiProblem && error.errors[0]?.message) return error.errors[0].message
  if (error instanceof ApiProblem || error instanceof NetworkError) return error.message
  return '出了点问题，请稍后再试'
}
