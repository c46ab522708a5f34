import { passedSubjects, refusalOf } from '@server/modules/moderation'
import { tellEverybody } from '@server/modules/notifications'
import { toObjectId } from '@server/platform/database'
import type { DomainEvent, Listener } from '@server/platform/outbox'
import { type Notice, NoticeModel } from '../notice.model'

const release = async (noticeId: string): Promise<void> => {
  if (!(await passedSubjects('notice', [noticeId])).has(noticeId)) return
  await NoticeModel.updateOne({ _id: toObjectId(noticeId), state: 'checking' }, { $set: { state: 'sending' } })
}

/** The author is told why; heard again, once. */
const refuse = async ({ id, at, data }: DomainEvent): Promise<void> => {
  const _id = toObjectId(String(data.subjectId))
  const reason = await refusalOf(String(data.checkId))
  await NoticeModel.updateOne({ _id, state: 'checking' }, { $set: { state: 'refused', reason } })
  const notice = await NoticeModel.findOne({ _id, state: 'refused' }).lean<Notice>()
  if (!notice) return
  const text = `《${notice.title}》没有通过内容检查：${reason}`
  await tellEverybody({ id, at, personIds: [notice.by.personId], title: '通知没有发出', text })
}

/** Hears what became of the words of notices. */
export const decisionListener: Listener = async (events) => {
  for (const event of events) {
    if (event.type !== 'check.decided' || event.data.subject !== 'notice') continue
    if (event.data.pass) await release(String(event.data.subjectId))
    else await refuse(event)
  }
}
