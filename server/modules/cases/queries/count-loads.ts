import { CASE_STATUSES, isLoad } from '@shared/cases/words'
import { caseCollection } from '../case.model'
import { personKey } from '../keys'

const LOAD = CASE_STATUSES.filter(isLoad)

/** How many cases count towards the capacity of each of the persons; those with none are missing. */
export const countLoads = async (personIds: readonly string[]): Promise<Map<string, number>> => {
  if (personIds.length === 0) return new Map()
  const counts = await caseCollection()
    .aggregate<{ _id: string; count: number }>([
      {
        $match: {
          inboxKeys: { $in: personIds.map(personKey) },
          open: true,
          status: { $in: LOAD },
          'owner.type': 'person',
          'owner.id': { $in: personIds },
          // What is handled with another case weighs nothing.
          leadId: { $exists: false },
        },
      },
      { $group: { _id: '$owner.id', count: { $sum: 1 } } },
    ])
    .toArray()
  return new Map(counts.map(({ _id, count }) => [_id, count]))
}
