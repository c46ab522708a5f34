import { database, type Session } from '@server/platform/database'
import { GENESIS } from './audit-entry.model'

/** How far the chain has come: without it, nobody would notice that its end was cut off. */
export interface Head {
  last: number
  digest: string
}
const ID = 'auditChain'
const heads = () => database().collection<Head & { _id: string }>('counters')

/** The last link; before the first entry, what stands there. */
export const readHead = async (session?: Session): Promise<Head> => {
  const head = await heads().findOne({ _id: ID }, { session })
  return head ? { last: head.last, digest: head.digest } : { last: 0, digest: GENESIS }
}

/**
 * Moves the head on from where the same transaction found it; the first time, it is made. When another one moves it
 * meanwhile, the database lets one of the two transactions fail.
 */
export const moveHead = async (from: Head, to: Head, session: Session): Promise<void> => {
  const options = { upsert: from.last === 0, session }
  const { matchedCount, upsertedCount } = await heads().updateOne({ _id: ID, ...from }, { $set: { ...to } }, options)
  if (matchedCount + upsertedCount !== 1) throw new Error('The head of the audit chain is not where it was found')
}
