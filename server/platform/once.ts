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
}): Promise<{ value: T; created: boolean }> => {
  const { mark, create, find } = options
  try {
    return { value: await create(), created: true }
  } catch (error) {
    if (!mark || !isDuplicate(error, 'request.key')) throw error
    const value = await find(mark)
    if (!value) throw error
    if (value.request?.hash !== mark.hash) throw mismatch()
    return { value, created: false }
  }
}
