import type { Case } from '@server/modules/cases'
import { isDuplicate } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import type { Retention } from '@shared/archive/schemas'
import { type Docket, DocketModel } from '../docket.model'

/** Says how long a file is kept. Throws Conflict once it is frozen, or about to be. */
export const setRetention = async (doc: Case, retention: Retention): Promise<Docket> => {
  if (doc.status === 'archived') throw new Conflict('docket_frozen')
  try {
    return await DocketModel.findOneAndUpdate(
      { caseId: doc._id, state: 'open' },
      { $set: { retention } },
      { upsert: true, returnDocument: 'after' },
    ).lean<Docket>()
  } catch (error) {
    // There is one for the case, and it is not open any more; or somebody else has just begun it.
    if (!isDuplicate(error)) throw error
    const kept = await DocketModel.findOneAndUpdate(
      { caseId: doc._id, state: 'open' },
      { $set: { retention } },
      { returnDocument: 'after' },
    ).lean<Docket>()
    if (!kept) throw new Conflict('docket_frozen')
    return kept
  }
}
