import { findCases } from '@server/modules/cases'
import { isBookable } from '../bookings.policy'
import { WaitingModel } from '../waiting.model'

/** A case that goes to another mediator waits on with that one, for as long as it has waited; one that is over waits no more. */
export const followCase = async (options: { caseId: string }): Promise<void> => {
  const { caseId } = options
  if (!(await WaitingModel.exists({ caseId }))) return
  const [doc] = await findCases([caseId])
  if (!doc?.owner || !isBookable(doc)) await WaitingModel.deleteOne({ caseId })
  else await WaitingModel.updateOne({ caseId, mediatorId: { $ne: doc.owner.id } }, { $set: { mediatorId: doc.owner.id, refused: [] } })
}
