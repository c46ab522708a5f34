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
export const readHead = async (): Promise<Head> => {
  const head = await heads().findOne({ _id: ID })
  return head ? { last: head.last, digest: head.digest } : { last: 0, digest: GENESIS }
}

/** Makes the head, so that moving it never has to. */
export const ensureHead = async (): Promise<void> => {
  await heads().updateOne({ _id: ID }, { $setOnInsert: { last: 0, digest: GENESIS } }, { upsert: true })
}

/** Moves the head on from where somebody found it; false when somebody else has moved it meanwhile. */
export const moveHead = async (from: Head, to: Head, session: Session): Promise<boolean> => {
  const { matchedCount } = await heads().updateOne({ _id: ID, last: from.last, digest: from.digest }, { $set: { ...to } }, { session })
  return matchedCount === 1
}
