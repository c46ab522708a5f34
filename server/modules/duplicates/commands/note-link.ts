import { type Case, casesById } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { ObjectId, toObjectId } from '@server/platform/database'
import { chainOf } from '@shared/regions/schemas'
import { inOrder } from '../in-order'
import { PairModel } from '../pair.model'
import { metresOf } from '../similar.policy'

const pointOf = ({ location }: Case) => (location ? { point: location } : {})

/** Remembers that two cases were found to be one matter, whether they had been proposed or not. */
export const noteMerged = async (options: { caseId: string; leadId: string }): Promise<void> => {
  const docs = await casesById([options.caseId, options.leadId])
  const [one, other] = [docs.get(options.caseId), docs.get(options.leadId)]
  // Told late, when it has been taken apart again already.
  if (!one || !other || one.leadId !== options.leadId) return
  const [older, newer] = inOrder(one, other)
  await PairModel.updateOne(
    { older: older._id, newer: newer._id },
    {
      $set: { state: 'merged' },
      $setOnInsert: {
        _id: new ObjectId(),
        caseIds: [older._id, newer._id],
        why: 'sameMatter',
        likeness: 1,
        metres: metresOf(pointOf(one), pointOf(other)),
        words: [],
        regions: [...new Set([...chainOf(older.regionCode), ...chainOf(newer.regionCode)])],
        open: true,
      },
    },
    { upsert: true },
  )
}

/** Remembers that somebody took two cases apart: they are not proposed again. */
export const noteUnmerged = async (options: { caseId: string; leadId: string; byPersonId: string }): Promise<void> => {
  const ids = [toObjectId(options.caseId), toObjectId(options.leadId)].flatMap((id) => id ?? [])
  if (ids.length < 2) return
  await PairModel.updateOne(
    { caseIds: { $all: ids }, state: 'merged' },
    { $set: { state: 'dismissed', decided: { at: clock.now(), byPersonId: options.byPersonId } } },
  )
}

/** When one of the two has ended there is nothing more to decide; when it is taken up again there is. */
export const notePairsOpen = async (caseId: string): Promise<void> => {
  const _id = toObjectId(caseId)
  const pairs = _id ? await PairModel.find({ caseIds: _id }, { caseIds: 1 }).lean() : []
  if (pairs.length === 0) return
  const docs = await casesById(pairs.flatMap((pair) => pair.caseIds.map((id) => id.toHexString())))
  await PairModel.bulkWrite(
    pairs.map((pair) => ({
      updateOne: {
        filter: { _id: pair._id },
        update: { $set: { open: pair.caseIds.every((id) => docs.get(id.toHexString())?.open ?? false) } },
      },
    })),
    { ordered: false },
  )
}
