import { recordCaseEvent } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { inTransaction, isDuplicate, ObjectId, type Session } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import { canonical } from '../canonical'
import { sm3 } from '../sm3'
import { type Supplement, SupplementModel } from '../supplement.model'

type Entry = NonNullable<Parameters<typeof recordCaseEvent>[0]['entry']>

export interface Keeping {
  content: Pick<Supplement, 'caseId' | 'title' | 'note' | 'files' | 'by'>
  /** By what a repeat is known. */
  mark: Pick<Supplement, 'request' | 'eventId'>
  /** Who is named in the case's timeline. */
  entryBy: Entry['by']
  /** Written together with it. */
  also?: (session: Session) => Promise<unknown>
}
const TRIES = 20

const write = ({ entryBy, also }: Keeping, supplement: Supplement): Promise<Supplement> =>
  inTransaction(async (session) => {
    const caseId = supplement.caseId.toHexString()
    await also?.(session)
    await SupplementModel.collection.insertOne({ ...supplement } as never, { session })
    const data = { caseId, supplementId: supplement._id.toHexString(), change: 'supplemented', byPersonId: supplement.by.personId }
    await recordCaseEvent({
      caseId,
      entry: { type: 'docket.supplemented', by: entryBy, text: `卷宗补充材料：${supplement.title}`, audience: ['staff'] },
      events: [newEvent('docket.changed', data)],
      session,
    })
    return supplement
  })

/** Adds to a frozen file in the next place; of several who take the same at once, all but one take the one after. */
export const keepSupplement = async (keeping: Keeping): Promise<Supplement> => {
  const { content, mark } = keeping
  const { caseId } = content
  for (let tries = 0; tries < TRIES; tries += 1) {
    const place = (await SupplementModel.countDocuments({ caseId })) + 1
    const placed = { ...content, place, at: clock.now() }
    const digest = sm3(canonical({ ...placed, caseId: caseId.toHexString() }))
    try {
      return await write(keeping, { _id: new ObjectId(), ...placed, digest, ...mark })
    } catch (error) {
      if (!isDuplicate(error, 'place')) throw error
    }
  }
  throw new Conflict('conflict')
}
