import { openidsOf } from '@server/modules/identity'
import { clock } from '@server/platform/clock'
import { isDuplicate, ObjectId } from '@server/platform/database'
import { TEMPLATES, type TemplateName } from '@shared/notifications/schemas'
import { type Delivery, type Notification, NotificationModel } from '../notification.model'
import { templateId } from '../outgoing'
import { type Subscription, SubscriptionModel } from '../subscription.model'
import { type Filling, fill } from '../templates'

/** One thing to be told to some people. */
export interface Notice {
  eventId: string
  type: string
  at: Date
  personIds: string[]
  title: string
  text: string
  caseId: string | null
  page: string
  filling: Filling
}

/** Who told WeChat not to send a template, or whom WeChat keeps from it: `person template`. */
const mutedAmong = async (personIds: string[]): Promise<Set<string>> => {
  const rows = await SubscriptionModel.find({ _id: { $in: personIds } }, { left: 1, last: 1 }).lean<Subscription[]>()
  const isMuted = ({ last, left }: Subscription, name: TemplateName) => (last[name] === 'reject' || last[name] === 'ban') && !left?.[name]
  return new Set(rows.flatMap((row) => TEMPLATES.filter((name) => isMuted(row, name)).map((name) => `${row._id} ${name}`)))
}

const deliveryOf = (notice: Notice): Delivery => ({
  state: 'waiting',
  template: notice.filling.template,
  page: notice.page,
  data: fill(notice.filling),
  tries: 0,
  nextAt: clock.now(),
  startedAt: null,
  endedAt: null,
  errcode: null,
  reason: null,
})

/** For one event and person the first notice counts. */
const perPerson = (notices: Notice[]): { notice: Notice; personId: string }[] => {
  const seen = new Set<string>()
  return notices.flatMap((notice) =>
    notice.personIds.flatMap((personId) => {
      const key = `${notice.eventId} ${personId}`
      if (seen.has(key)) return []
      seen.add(key)
      return [{ notice, personId }]
    }),
  )
}

const insertNew = async (rows: Notification[]): Promise<void> => {
  try {
    await NotificationModel.collection.insertMany(rows, { ordered: false })
  } catch (error) {
    // A repeated event: those who were told already are not told again.
    const { writeErrors } = error as { writeErrors?: { code?: number }[] }
    const others = [writeErrors ?? error].flat().filter((one) => !isDuplicate(one))
    if (others.length > 0) throw error
  }
}

/** Tells people, each once for an event: in the app's list and, in the same write, as a WeChat message that waits to be sent. */
export const notify = async (notices: Notice[]): Promise<void> => {
  const told = perPerson(notices)
  if (told.length === 0) return
  const personIds = [...new Set(told.map(({ personId }) => personId))]
  const [openids, muted] = await Promise.all([openidsOf(personIds), mutedAmong(personIds)])
  const rows = told.map(({ notice, personId }): Notification => {
    const { eventId, type, at, title, text, caseId, filling } = notice
    const sendable = openids.has(personId) && templateId(filling.template) !== undefined && !muted.has(`${personId} ${filling.template}`)
    const own = { _id: new ObjectId(), eventId, personId, type, title, text, caseId, at, read: false }
    return sendable ? { ...own, delivery: deliveryOf(notice) } : own
  })
  await insertNew(rows)
}
