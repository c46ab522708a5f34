import { clock } from '@server/platform/clock'
import { JudicialModel } from '../judicial.model'
import { ObligationModel } from '../obligation.model'

/** An agreement that was given up binds nobody: what it promised is no longer shown, counted or reminded of. */
export const voidPromises = async (paperId: string): Promise<void> => {
  const gone = { $set: { voidAt: clock.now(), step: null, nextAt: null } }
  await ObligationModel.updateMany({ paperId, voidAt: null }, gone)
  await JudicialModel.updateMany({ agreementId: paperId, voidAt: null }, gone)
}
