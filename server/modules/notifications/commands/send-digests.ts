import { timeWords } from '@server/modules/deadlines'
import { clock } from '@server/platform/clock'
import { inTransaction } from '@server/platform/database'
import { MESSAGES_PAGE } from '../notice'
import { type Notification, NotificationModel } from '../notification.model'
import { templateId } from '../outgoing'
import { DIGEST } from '../texts-watch'
import { deliveryOf } from './notify'

/** Whoever writes at the very minute of the digest still gets into it. */
const LATE_MS = 10_000
const PEOPLE = 200
/** More than this many things are told as this many. */
const MOST = 1000

type Held = Pick<Notification, '_id' | 'sort' | 'read' | 'at'>

/** One message that says how much has come; none when everything has been read in the app meanwhile. */
const messageOf = (held: Held[], at: Date) => {
  const unread = held.filter(({ read }) => !read)
  if (unread.length === 0 || templateId('notice') === undefined) return undefined
  const work = unread.filter(({ sort }) => sort === 'work').length
  const values = { title: DIGEST.title, text: DIGEST.text({ work, progress: unread.length - work }), time: timeWords(at) }
  return { filling: { template: 'notice' as const, values }, page: MESSAGES_PAGE }
}

/** The rows leave the digest and its message joins the newest of them, all or nothing: a kill neither loses nor repeats it. */
const sendDigest = ({ personId, digestAt }: { personId: string; digestAt: Date }): Promise<void> =>
  inTransaction(async (session) => {
    const filter = { personId, digestAt }
    const held = await NotificationModel.find(filter, { sort: 1, read: 1, at: 1 }, { session }).sort({ at: -1 }).limit(MOST).lean<Held[]>()
    const message = messageOf(held, digestAt)
    await NotificationModel.updateMany(filter, { $unset: { digestAt: 1 } }, { session })
    if (!message || !held[0]) return
    await NotificationModel.updateOne({ _id: held[0]._id }, { $set: { delivery: deliveryOf(message, null) } }, { session })
  })

/** Makes the digests whose time has come. Answers how many. */
export const sendDigests = async (): Promise<number> => {
  const upTo = new Date(clock.ms() - LATE_MS)
  const due = await NotificationModel.find({ digestAt: { $lte: upTo } }, { personId: 1, digestAt: 1 })
    .sort({ digestAt: 1 })
    .limit(PEOPLE * 5)
    .lean<{ personId: string; digestAt: Date }[]>()
  const digests = new Map(due.map((one) => [`${one.personId} ${one.digestAt.getTime()}`, one]))
  for (const digest of digests.values()) await sendDigest(digest)
  return digests.size
}
