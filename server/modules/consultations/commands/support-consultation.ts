import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, isDuplicate, type ObjectId, type Session } from '@server/platform/database'
import { Conflict, Forbidden } from '@server/platform/errors'
import { newEvent, pendingUpdate } from '@server/platform/outbox'
import { inTurn } from '@server/platform/turns'
import { SUPPORT_NEEDED } from '@shared/consultations/words'
import { type Consultation, ConsultationModel } from '../consultation.model'
import { loadConsultation } from '../queries/load-consultation'
import { SupporterModel } from '../supporter.model'

const open = (_id: ObjectId) => ({ _id, state: 'proposed' as const, words: 'passed' as const })

/** One row more or less, or none: what was so already changes nothing. */
const writeRow = async (doc: Consultation, personId: string, support: boolean, session: Session): Promise<number> => {
  const row = { consultationId: doc._id, personId }
  if (!support) return -(await SupporterModel.deleteOne(row, { session })).deletedCount
  const { upsertedCount } = await SupporterModel.updateOne(row, { $setOnInsert: { at: clock.now() } }, { upsert: true, session })
  return upsertedCount
}

/** The count goes with the row, and neither is written once the proposal has been decided on. */
const write = (doc: Consultation, personId: string, support: boolean): Promise<void> =>
  inTransaction(async (session) => {
    const change = await writeRow(doc, personId, support, session)
    const counted = await ConsultationModel.findOneAndUpdate(
      open(doc._id),
      { $inc: { supporters: change } },
      { session, returnDocument: 'after', projection: { supporters: 1, proposer: 1 } },
    ).lean<Consultation>()
    if (!counted) throw new Conflict('move_not_allowed', '议题已经有了决定，不再征集附议')
    if (change !== 1 || counted.supporters !== SUPPORT_NEEDED || counted.proposer.role !== 'resident') return
    const pending = pendingUpdate([newEvent('consultation.supported', { consultationId: doc._id.toHexString() })])
    await ConsultationModel.updateOne({ _id: doc._id }, { $set: pending.set, $push: { ...pending.push } }, { session })
  })

/** Of one person’s two presses in two processes, one may find the row of the other. */
const writeAgain = (doc: Consultation, personId: string, support: boolean): Promise<void> =>
  write(doc, personId, support).catch((error) => {
    if (isDuplicate(error)) return write(doc, personId, support)
    throw error
  })

/** Stands behind a proposal, or no more. Throws Conflict once it has been decided on, Forbidden for one's own. */
export const supportConsultation = async (options: { actor: Actor; id: string; support: boolean }): Promise<Consultation> => {
  const { actor, id, support } = options
  const doc = await loadConsultation({ actor, id })
  if (doc.proposer.personId === actor.personId) throw new Forbidden('这是您自己提的议题，不用附议')
  if (doc.state !== 'proposed' || doc.words !== 'passed') throw new Conflict('move_not_allowed', '现在不能附议')
  await inTurn(`support ${id}`, () => writeAgain(doc, actor.personId, support))
  return loadConsultation({ actor, id })
}
