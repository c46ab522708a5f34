import { clock } from '@server/platform/clock'
import { DeskModel, USUAL_CAPACITY } from '../desk.model'
import { keepRoom } from '../desk-load'
import { refreshDesks } from '../fit/desk-memory'

const EPOCH = new Date(0)

/** Gives somebody a desk, or more regions to the desk that is there. A desk that had lost all its regions opens again. */
export const openDesk = async (options: {
  personId: string
  name: string
  organisationId: string | null
  regionCodes: string[]
  categories?: string[]
  capacity?: number
}): Promise<void> => {
  const { personId, name, organisationId, regionCodes, categories, capacity } = options
  const set = (field: string, given: unknown, first: unknown) =>
    given === undefined ? { $ifNull: [`$${field}`, { $literal: first }] } : { $literal: given }
  const had = { $ifNull: ['$regionCodes', []] }
  await DeskModel.collection.updateOne(
    { personId },
    [
      {
        $set: {
          name: { $literal: name },
          organisationId: { $literal: organisationId },
          open: { $cond: [{ $eq: [{ $size: had }, 0] }, true, '$open'] },
          regionCodes: { $setUnion: [had, regionCodes] },
          categories: set('categories', categories, []),
          capacity: set('capacity', capacity, USUAL_CAPACITY),
          load: { $ifNull: ['$load', 0] },
          lastAssignedAt: { $ifNull: ['$lastAssignedAt', EPOCH] },
          changedAt: clock.now(),
          rev: { $add: [{ $ifNull: ['$rev', 0] }, 1] },
        },
      },
      keepRoom,
    ],
    { upsert: true },
  )
  await refreshDesks()
}

/** Takes a region off a desk; without regions it is closed. What lies there stays until it is passed on. */
export const closeDesk = async (options: { personId: string; regionCode: string }): Promise<void> => {
  const { personId, regionCode } = options
  await DeskModel.collection.updateOne({ personId }, [
    { $set: { regionCodes: { $filter: { input: '$regionCodes', cond: { $ne: ['$$this', regionCode] } } } } },
    {
      $set: {
        open: { $and: ['$open', { $gt: [{ $size: '$regionCodes' }, 0] }] },
        rev: { $add: ['$rev', 1] },
        changedAt: clock.now(),
      },
    },
  ])
  await refreshDesks()
}
