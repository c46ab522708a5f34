const last = new Map<string, Promise<unknown>>()

/**
 * Does work that would get in its own way one after the other, by key, in this process. Correctness rests on the
 * database; this only spares it a crowd of transactions of which all but one must fail.
 */
export const inTurn = async <T>(key: string, work: () => Promise<T>): Promise<T> => {
  const before = last.get(key) ?? Promise.resolve()
  const mine = before.then(
    () => work(),
    () => work(),
  )
  last.set(key, mine)
  try {
    return await mine
  } finally {
    if (last.get(key) === mine) last.delete(key)
  }
}
