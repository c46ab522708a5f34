import { PROBLEM_TITLES, type ProblemCode } from '@shared/platform/problem'

export interface FieldError {
  path: string
  code: string
  message: string
}

/** An error that is meant for the person who asked: it has a code, a status, and words for a screen. */
export class AppError extends Error {
  override name = 'AppError'
  constructor(
    readonly status: number,
    readonly code: ProblemCode,
    readonly options: {
      detail?: string
      errors?: FieldError[]
      extra?: Record<string, unknown>
      headers?: Record<string, string>
      cause?: unknown
    } = {},
  ) {
    super(options.detail ?? PROBLEM_TITLES[code], { cause: options.cause })
  }
}

/** 400: what was sent cannot be used; names the fields. */
export class InvalidInput extends AppError {
  constructor(errors: FieldError[]) {
    super(400, 'invalid_input', { errors })
  }
  /** One field, one reason. */
  static field(path: string, code: string, message: string): InvalidInput {
    return new InvalidInput([{ path, code, message }])
  }
}
/** 401: no session, or one that is over. */
export class Unauthenticated extends AppError {
  constructor() {
    super(401, 'unauthenticated', { headers: { 'WWW-Authenticate': 'Bearer' } })
  }
}
/** 403: may see it, may not do this. */
export class Forbidden extends AppError {
  constructor(detail?: string) {
    super(403, 'forbidden', { detail })
  }
}
/** 404: is not there, or must not be known to be there. */
export class NotFound extends AppError {
  constructor() {
    super(404, 'not_found')
  }
}
/** 409: somebody was faster, or it is not the time for it. */
export class Conflict extends AppError {
  constructor(code: ProblemCode = 'conflict', detail?: string) {
    super(409, code, { detail })
  }
}
/** 429: too often; says when to come back. */
export class TooManyRequests extends AppError {
  constructor(seconds: number) {
    super(429, 'too_many_requests', { headers: { 'Retry-After': String(Math.max(1, Math.ceil(seconds))) } })
  }
}
/** 503: a part that the service needs is away. */
export class Unavailable extends AppError {
  constructor(code: 'unavailable' | 'wechat_unavailable' = 'unavailable', cause?: unknown) {
    super(503, code, { cause, headers: { 'Retry-After': '5' } })
  }
}
