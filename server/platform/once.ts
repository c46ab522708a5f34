import { createHash } from 'node:crypto'
import { isDuplicate } from './database'
import { AppError, Conflict } from './errors'

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

/**
 * For the `catch` of a write: what a unique index over `field` refuses is Conflict already_exists, with these words;
 * everything else is thrown as it is.
 */
export const alreadyExists =
  (field: string, detail?: string) =>
  (error: unknown): never => {
    throw isDuplicate(error, field) ? new Conflict('already_exists', detail) : error
  }

/**
 * Whether what carries the mark `made` was made by this very request. Throws `idempotency_mismatch` when the key came
 * with something else then.
 */
export const isRepeat = (made: RequestMark | undefined, mark: RequestMark | undefined): boolean => {
  if (!made || made.by !== mark?.by || made.key !== mark.key) return false
  if (made.hash !== mark.hash) throw new AppError(422, 'idempotency_mismatch')
  return true
}

interface Made<T> {
  mark: RequestMark | undefined
  find: (mark: RequestMark) => Promise<T | null>
}

/** What an earlier request with the same key has made. Throws `idempotency_mismatch` when it asked for something else. */
export const madeBefore = async <T extends { request?: RequestMark | undefined }>({ mark, find }: Made<T>): Promise<T | undefined> => {
  const made = mark && (await find(mark))
  return made && isRepeat(made.request, mark) ? made : undefined
}

/**
 * Creates something once for a request key: `create` inserts with the mark, under its unique index. Whatever it is
 * refused for, what the same request has made already is the answer: of two that are sent at once, the slower may meet
 * what the faster one made (its words, its time, its turn) before it meets the key. Answers whether it was made now; a
 * repeat is answered with 200.
 */
export const createOnce = async <T extends { request?: RequestMark | undefined }>(
  options: Made<T> & {
    create: () => Promise<T>
    /** For a `create` that would do, or claim, something before it is refused: what was made is looked for beforehand, too. */
    lookFirst?: boolean
  },
): Promise<{ value: T; created: boolean }> => {
  const before = options.lookFirst ? await madeBefore(options) : undefined
  if (before) return { value: before, created: false }
  try {
    return { value: await options.create(), created: true }
  } catch (error) {
    const twin = error instanceof AppError || isDuplicate(error) ? await madeBefore(options) : undefined
    if (!twin) throw error
    return { value: twin, created: false }
  }
}
