import { inTransaction } from '@server/platform/database'
import { ConsultationModel } from '../consultation.model'
import { JudgementModel } from '../judgement.model'
import { SupporterModel } from '../supporter.model'

/** Support for what has not been decided is taken back; afterwards its number is history. */
const forgetSupport = async (personId: string): Promise<void> => {
  for (const { _id, consultationId } of await SupporterModel.find({ personId }).lean())
    await inTransaction(async (session) => {
      const { deletedCount } = await SupporterModel.deleteOne({ _id }, { session })
      if (deletedCount === 1)
        await ConsultationModel.updateOne({ _id: consultationId, state: 'proposed' }, { $inc: { supporters: -1 } }, { session })
    })
}

/** Whoever is erased takes along what others have not seen, support and judgements; public topics lose their author. */
export const forgetPerson = async (personId: string): Promise<void> => {
  await forgetSupport(personId)
  await JudgementModel.deleteMany({ personId })
  await ConsultationModel.deleteMany({ 'proposer.personId': personId, words: { $ne: 'passed' } })
  await ConsultationModel.updateMany({ 'proposer.personId': personId }, { $set: { 'proposer.personId': null }, $unset: { request: 1 } })
  // The office goes on with what a member had in charge.
  await ConsultationModel.updateMany({ 'lead.personId': personId }, { $set: { lead: null } })
}
