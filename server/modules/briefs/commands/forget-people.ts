import { onErase } from '@server/modules/identity'
import { BriefModel } from '../brief.model'
import { BriefResidentModel } from '../brief-resident.model'

/** What nobody else has been given to review goes with its author: words that were never made fit for others. */
const forgetDrafts = async (personId: string): Promise<void> => {
  const drafts = await BriefModel.find({ 'author.personId': personId, submittedAt: null }, { _id: 1 }).lean()
  const briefIds = drafts.map(({ _id }) => _id.toHexString())
  await BriefResidentModel.deleteMany({ briefId: { $in: briefIds } })
  await BriefModel.deleteMany({ _id: { $in: drafts.map(({ _id }) => _id) }, submittedAt: null })
}

/** Whoever is erased stands behind no brief any more: what is left of the words leads to nobody. */
export const forgetPeople = (): void =>
  onErase(async (personId) => {
    await BriefResidentModel.deleteMany({ personId })
    await forgetDrafts(personId)
  })
