import { moveCase } from '@server/modules/cases'
import { toObjectId } from '@server/platform/database'
import { AppError } from '@server/platform/errors'
import { ObligationModel } from '../obligation.model'

/** Moves an agreed case on to its performance when there is something to perform. Told twice, or late, it does no harm. */
export const startPerformance = async (caseId: string): Promise<void> => {
  const _id = toObjectId(caseId)
  if (!_id || !(await ObligationModel.exists({ caseId: _id, voidAt: null }))) return
  try {
    await moveCase({ actor: 'system', caseId, input: { move: 'perform' } })
  } catch (error) {
    // It does not stand at `agreed`: not yet, and then that move is heard of; or no longer.
    if (!(error instanceof AppError)) throw error
  }
}
