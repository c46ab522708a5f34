import { createHash } from 'node:crypto'
import { isDuplicate } from './database'
import { AppError } from './errors'

/** Kept inside what a request created, under a unique index, so that a repeated request finds it. */
export interface RequestMark {
  by: string
  key: string
  hash: string
}

/** Schema fields of a mark; pair it with `requestIndex`. */
export const requestMarkFields = { request: { type: { by: String, key: String, hash: String }, default: undefined, _id: false } }
export const requestIndex = [
  { 'request.by': 1, 'request.key': 1 },
  { unique: true, partialFilterExpression: { 'request.key': { $exists: true } } },
] as const

/** The mark of a request, or undefined when it came without a key. Keys are scoped to the user and the call. */
export const markOf = (options: { actorId: string; call: string; key: string | undefined; body: unknown }): RequestMark | undefined =>
  options.key === undefined
    ? undefined
    : {
        by: options.actorId,
        key: `${options.call}:${options.key}`,
        hash: createHash('sha256')
          .update(JSON.stringify(options.body ?? null))
          .digest('base64url'),
      }

/** Thrown out of `createOnce`'s create when the key was used with another body. */
const mismatch = () => new AppError(422, 'idempotency_mismatch')

/**
 * Creates something once for a request key. `create` inserts with the mark; when the unique index says that the
 * key was used before, `find` loads what it made. Answers whether it was made now; a repeat is answered with 200.
 */
export const createOnce = async <T extends { request?: RequestMark | undefined }>(options: {
  mark: RequestMark | undefined
  create: () => Promise<T>
  find: (mark: RequestMark) => Promise<T | null>
  /** For a `create` that would refuse the repeat before it inserts: what was made is looked for beforehand, too. */
  lookFirst?: boolean
}): Promise<{ value: T; created: boolean }> => {
  const { mark, create, find, lookFirst = false } = options
  const repeated = async (used: RequestMark): Promise<T | null> => {
    const value = await find(used)
    if (value && value.request?.hash !== used.hash) throw mismatch()
    return value
  }
  const before = mark && lookFirst ? await repeated(mark) : null
  if (before) return { value: before, created: false }
  try {
    return { value: await create(), created: true }
  } catch (error) {
    const value = mark && isDuplicate(error, 'request.key') ? await repeated(mark) : null
    if (!value) throw error
    return { value, created: false }
  }
}
