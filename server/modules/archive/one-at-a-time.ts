import { TooManyRequests } from '@server/platform/errors'

/** Files that wait to be made; who comes then is asked to come back. */
const MOST_WAITING = 20
const AGAIN_SECONDS = 10

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/** Makes one file after the other: one with 300 photos takes some hundred megabytes while it is made. */
export const oneAtATime = async <T>(work: () => Promise<T>): Promise<T> => {
  if (waiting >= MOST_WAITING) throw new TooManyRequests(AGAIN_SECONDS)
  waiting += 1
  const turn = last.catch(() => undefined).then(work)
  last = turn
  try {
    return await turn
  } finally {
    waiting -= 1
  }
}
