import { casesAfter } from '@server/modules/cases'
import { homesAfter } from '@server/modules/identity'
import { type ResidentProgress, ResidentProgressModel } from '../resident.model'
import { keepBrought, keepHomes } from './keep-residents'

const BATCH = 200
// Slowly: people are being served meanwhile.
const BATCHES_IN_A_RUN = 5

/** Takes up one batch. Answers the last id, or null at the end. */
type Walk = (after: string | null) => Promise<string | null>

const walks: Record<ResidentProgress['_id'], Walk> = {
  cases: async (after) => {
    const docs = await casesAfter({ after, limit: BATCH })
    await keepBrought(docs)
    return docs.at(-1)?._id.toHexString() ?? null
  },
  homes: async (after) => {
    const rows = await homesAfter({ after, limit: BATCH })
    await keepHomes(rows.filter(({ regionCode }) => regionCode !== null))
    return rows.at(-1)?.id ?? null
  },
}

const goOn = async (_id: ResidentProgress['_id']): Promise<void> => {
  const progress = await ResidentProgressModel.findById(_id).lean<ResidentProgress>()
  let after = progress?.after ?? null
  for (let batch = 0; batch < BATCHES_IN_A_RUN && !progress?.done; batch += 1) {
    const last = await walks[_id](after)
    await ResidentProgressModel.updateOne({ _id }, { $set: { after: last ?? after, done: last === null } }, { upsert: true })
    if (last === null) return
    after = last
  }
}

/** Goes once through what was there before notices were: what happens from then on is heard of by events. */
export const fillResidents = async (): Promise<void> => {
  await goOn('cases')
  await goOn('homes')
}
