const last = new Map<string, Promise<unknown>>()

/**
 * Runs work on the same thing one after the other within this process. MongoDB would keep capacities right without it,
 * but when many claim at once it tries a claim that lost again on the same desk, as long as that one still fits, and not
 * on what is the least busy desk by then.
 */
export const inTurn = <T>(key: string, work: () => Promise<T>): Promise<T> => {
  const turn = (last.get(key) ?? Promise.resolve()).then(work, work)
  last.set(key, turn)
  const done = () => {
    if (last.get(key) === turn) last.delete(key)
  }
  turn.then(done, done)
  return turn
}
