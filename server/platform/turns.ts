const last = new Map<string, Promise<unknown>>()

/**
 * Does work that would get in its own way one after the other, by key, in this process. Correctness rests on the
 * database; this spares it a crowd of transactions of which all but one must fail, and lets who lost look again before
 * trying: MongoDB itself tries a lost claim again on the same document as long as that one still fits.
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
