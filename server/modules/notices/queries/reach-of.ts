import { countWeChatReach } from '@server/modules/notifications'
import type { NoticeReach } from '@shared/notices/schemas'
import { type Audience, audienceFilter } from '../audience'
import { type Resident, ResidentModel } from '../resident.model'
import { isFew } from '../small-numbers'

const BATCH = 2000
/** Of more people than these, the share that WeChat reaches is taken to be that of these. */
const ASKED = 20_000

const askedPeople = async (audience: Audience): Promise<string[]> => {
  const rows = await ResidentModel.find(audienceFilter(audience), { _id: 1 }).limit(ASKED).lean<Pick<Resident, '_id'>[]>()
  return rows.map(({ _id }) => _id)
}

/** How many people a notice would reach; small numbers are not told. */
export const reachOf = async (audience: Audience): Promise<NoticeReach> => {
  const people = await ResidentModel.countDocuments(audienceFilter(audience))
  if (isFew(people)) return { people: 0, byWeChat: 0, few: true }
  const asked = await askedPeople(audience)
  let reached = 0
  for (let start = 0; start < asked.length; start += BATCH) reached += await countWeChatReach(asked.slice(start, start + BATCH))
  const byWeChat = asked.length < people ? Math.round((reached / asked.length) * people) : reached
  return { people, byWeChat: Math.min(byWeChat, people), few: false }
}
