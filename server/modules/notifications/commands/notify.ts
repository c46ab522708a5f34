import { openidsOf } from '@server/modules/identity'
import { clock } from '@server/platform/clock'
import { ObjectId } from '@server/platform/database'
import { insertMissing } from '@server/platform/insert-missing'
import { type NoticeSettings, type NoticeSort, TEMPLATES, type TemplateName } from '@shared/notifications/schemas'
import { afterQuiet, nextDigest } from '../hours'
import { type Delivery, type Notification, NotificationModel } from '../notification.model'
import { templateId } from '../outgoing'
import { settingsOf } from '../queries/settings-of'
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
  sort: NoticeSort
  /** Danger is near: marked as such, and sent at once. */
  urgent?: boolean
  /** Of no use if it comes later: sent at once. */
  presses?: boolean
  caseId: string | null
  page: string
  filling: Filling
}

/** What goes into a digest where somebody wants one: whoever speaks to them, or calls everybody, is heard by itself. */
const DIGESTED: readonly NoticeSort[] = ['work', 'progress']

/** Who told WeChat not to send a template, or whom WeChat keeps from it: `person template`. */
export const mutedAmong = async (personIds: string[]): Promise<Set<string>> => {
  const rows = await SubscriptionModel.find({ _id: { $in: personIds } }, { left: 1, last: 1 }).lean<Subscription[]>()
  const isMuted = ({ last, left }: Subscription, name: TemplateName) => (last[name] === 'reject' || last[name] === 'ban') && !left?.[name]
  return new Set(rows.flatMap((row) => TEMPLATES.filter((name) => isMuted(row, name)).map((name) => `${row._id} ${name}`)))
}

const pressing = ({ urgent, presses }: Notice): boolean => (urgent ?? false) || (presses ?? false)

/** A message that waits to be sent: at once when it presses, else after quiet hours. */
export const deliveryOf = (notice: Pick<Notice, 'filling' | 'page' | 'urgent' | 'presses'>, quiet: NoticeSettings['quiet']): Delivery => {
  const presses = pressing(notice as Notice)
  const now = clock.now()
  return {
    state: 'waiting',
    template: notice.filling.template,
    page: notice.page,
    data: fill(notice.filling),
    tries: 0,
    nextAt: presses ? now : afterQuiet(now, quiet),
    startedAt: null,
    endedAt: null,
    errcode: null,
    reason: null,
    ...(presses ? { presses } : {}),
  }
}

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

/** What goes with the row of a person whom WeChat reaches: a message of its own, or a place in the next digest. */
const sendingOf = (notice: Notice, { quiet, digestAt }: NoticeSettings, mutes: (name: TemplateName) => boolean): Partial<Notification> => {
  const sendable = (name: TemplateName) => templateId(name) !== undefined && !mutes(name)
  const held = digestAt !== null && DIGESTED.includes(notice.sort) && !pressing(notice) && sendable('notice')
  if (held) return { digestAt: nextDigest(clock.now(), digestAt) }
  return sendable(notice.filling.template) ? { delivery: deliveryOf(notice, quiet) } : {}
}

/** Tells people, each once for an event: in the app's list and, in the same write, as a WeChat message that waits to be sent. */
export const notify = async (notices: Notice[]): Promise<void> => {
  const told = perPerson(notices)
  if (told.length === 0) return
  const personIds = [...new Set(told.map(({ personId }) => personId))]
  const [openids, muted, settings] = await Promise.all([openidsOf(personIds), mutedAmong(personIds), settingsOf(personIds)])
  const rows = told.map(({ notice, personId }): Notification => {
    const { eventId, type, at, title, text, sort, urgent = false, page, caseId } = notice
    const own = { _id: new ObjectId(), eventId, personId, type, title, text, sort, urgent, page, caseId, at, read: false }
    if (!openids.has(personId)) return own
    return { ...own, ...sendingOf(notice, settings(personId), (name) => muted.has(`${personId} ${name}`)) }
  })
  await insertMissing(NotificationModel.collection, rows)
}
