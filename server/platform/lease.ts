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
