import { AppError, Conflict } from '@server/platform/errors'
import type { RequestMark } from '@server/platform/once'

interface Options<T> {
  mark: RequestMark | undefined
  find: (mark: RequestMark) => Promise<T | null>
}

/** What an earlier request with the same key made; AppError idempotency_mismatch when it asked for something else. */
const madeBefore = async <T extends { request?: RequestMark }>({ mark, find }: Options<T>): Promise<T | undefined> => {
  if (!mark) return undefined
  const made = await find(mark)
  if (made && made.request?.hash !== mark.hash) throw new AppError(422, 'idempotency_mismatch')
  return made ?? undefined
}

/**
 * Makes something once for a request's key, where what is made stands in its own way: then a repeat meets the claims of
 * the first one, or its place in the line, before it meets the key.
 */
export const makeOnce = async <T extends { request?: RequestMark }>(
  options: Options<T> & { make: () => Promise<T> },
): Promise<{ value: T; created: boolean }> => {
  const before = await madeBefore(options)
  if (before) return { value: before, created: false }
  try {
    return { value: await options.make(), created: true }
  } catch (error) {
    // The same request, sent twice at once: the other one won.
    const twin = error instanceof Conflict ? await madeBefore(options) : undefined
    if (!twin) throw error
    return { value: twin, created: false }
  }
}
