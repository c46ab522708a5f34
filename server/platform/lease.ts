import { database, isDuplicate } from './database'

interface Lease {
  _id: string
  holder: string
  until: Date
}
const leases = () => database().collection<Lease>('leases')

/** This process, among those that share the database. */
export const PROCESS_ID = `${process.pid}-${Math.random().toString(36).slice(2, 10)}`

/** Takes or renews the lease `name` for `ms`; false when another process holds it. A killed holder's lease runs out. */
export const holdLease = async (name: string, ms: number, holder = PROCESS_ID): Promise<boolean> => {
  // The lease is about real processes, so it runs on the machine's own time and not on the movable clock.
  const now = new Date()
  try {
    const result = await leases().updateOne(
      { _id: name, $or: [{ holder }, { until: { $lt: now } }] },
      { $set: { holder, until: new Date(now.getTime() + ms) } },
      { upsert: true },
    )
    return result.matchedCount + result.upsertedCount === 1
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

interface Leased<T> {
  name: string
  /** How long others wait for a holder that was killed. */
  ms: number
  holder?: string
  /** Asks now and then whether the lease is still its own; long work ends when it is not. */
  work: (isMine: () => boolean) => Promise<T>
  /** Hears of every renewal, for what has to be kept alive beside the lease. */
  onRenew?: () => unknown
}

/**
 * Does `work` while holding a lease that is renewed as long as it takes; undefined when another process holds it. So the
 * lease can be short: a killed process's work goes on elsewhere soon, and work that takes long is not begun twice. The
 * lease stays with its holder afterwards, until it runs out.
 */
export const whileLeased = async <T>({ name, ms, holder = PROCESS_ID, work, onRenew }: Leased<T>): Promise<T | undefined> => {
  if (!(await holdLease(name, ms, holder))) return undefined
  let until = performance.now() + ms
  const renew = async (): Promise<void> => {
    const began = performance.now()
    // A renewal that fails is tried again; when none succeeds the lease has run out.
    if (!(await holdLease(name, ms, holder).catch(() => false))) return
    until = began + ms
    await onRenew?.()
  }
  const timer = setInterval(() => void renew().catch(() => undefined), ms / 3)
  try {
    return await work(() => performance.now() < until)
  } finally {
    clearInterval(timer)
  }
}

/** Gives a lease back. One that has run out and was not given back is what a killed process left: see `leftBehind`. */
export const endLease = async (name: string, holder = PROCESS_ID): Promise<void> => {
  await leases().deleteOne({ _id: name, holder })
}

/** Those of some leases that have run out without having been given back. */
export const leftBehind = async (names: string[]): Promise<string[]> => {
  const rows = await leases()
    .find({ _id: { $in: names }, until: { $lt: new Date() } })
    .toArray()
  return rows.map(({ _id }) => _id)
}
