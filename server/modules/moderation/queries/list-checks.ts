import type { Actor } from '@server/platform/actor'
import { Forbidden } from '@server/platform/errors'
import { NEWEST_FIRST, olderThan, placeOf } from '@server/platform/newest-first'
import { toPage } from '@server/platform/page'
import type { CheckState } from '@shared/moderation/schemas'
import { type Check, CheckModel } from '../check.model'
import { checkRegions } from '../moderation.policy'

const within = (region: string) => ({ regionCode: { $gte: region, $lt: `${region}:` } })

/** What stands in a state in the regions for which the actor decides, newest first. Throws Forbidden for everyone else. */
export const listChecks = async (options: { actor: Actor; state: CheckState; cursor: string | undefined; limit: number }) => {
  const { actor, state, cursor, limit } = options
  const theirs = checkRegions(actor).map(({ regionCode, on }) =>
    on === 'everything' ? within(regionCode) : { 'subject.type': { $in: [...on] }, ...within(regionCode) },
  )
  if (theirs.length === 0) throw new Forbidden()
  const rows = await CheckModel.find({ state, hiddenFrom: { $ne: actor.personId }, $and: [{ $or: theirs }, olderThan(cursor)] })
    .sort(NEWEST_FIRST)
    .limit(limit + 1)
    .lean<Check[]>()
  return toPage(rows, limit, placeOf)
}
