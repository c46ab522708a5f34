import { DocketModel } from '../docket.model'
import { freezeDocket } from './freeze-docket'

const MOST_AT_ONCE = 20

/** Freezes files that wait for it. One that cannot be made does not hold up the others; it is tried again. Answers how many. */
export const freezeWanted = async (): Promise<number> => {
  const wanted = await DocketModel.find({ state: 'wanted' }, { caseId: 1 }).sort({ _id: 1 }).limit(MOST_AT_ONCE).lean()
  let count = 0
  let failure: unknown
  for (const { caseId } of wanted) {
    try {
      if (await freezeDocket(caseId.toHexString())) count += 1
    } catch (error) {
      failure = error
    }
  }
  if (failure) throw failure
  return count
}
