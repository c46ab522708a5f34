import { passedSubjects, refusalOf } from '@server/modules/moderation'
import { tellEverybody } from '@server/modules/notifications'
import { toObjectId } from '@server/platform/database'
import { type DomainEvent, type Listener, newEvent, pendingUpdate } from '@server/platform/outbox'
import { type Consultation, ConsultationModel } from '../consultation.model'
import { entryOf, withEntry } from '../history'
import { pageOf, SYSTEM, workWords } from '../texts'

/** Everybody may read it from now on, and the office hears of it, unless it has declined it meanwhile. */
const release = async (id: string): Promise<void> => {
  if (!(await passedSubjects('topic', [id])).has(id)) return
  const pending = pendingUpdate([newEvent('consultation.proposed', { consultationId: id })])
  await ConsultationModel.updateOne(
    { _id: toObjectId(id), words: 'checking', state: 'proposed' },
    { $set: { words: 'passed', ...pending.set }, $push: { ...pending.push } },
  )
  await ConsultationModel.updateOne({ _id: toObjectId(id), words: 'checking' }, { $set: { words: 'passed' } })
}

/** Its author is told why; heard again, once. */
const refuse = async ({ id, at, data }: DomainEvent): Promise<void> => {
  const _id = toObjectId(String(data.subjectId))
  const reason = await refusalOf(String(data.checkId))
  const entry = entryOf({ type: 'refused', by: SYSTEM, text: `没有通过内容检查${reason && `：${reason}`}` })
  await ConsultationModel.updateOne({ _id, words: 'checking' }, { $set: { words: 'refused' }, $push: withEntry(entry) })
  const doc = await ConsultationModel.findOne({ _id, words: 'refused' }).lean<Consultation>()
  if (!doc?.proposer.personId) return
  await tellEverybody({
    id,
    at,
    personIds: [doc.proposer.personId],
    page: pageOf(doc),
    sort: 'progress',
    ...workWords.refused(doc, reason),
  })
}

/** Hears what became of the words of proposals. */
export const topicCheckListener: Listener = async (events) => {
  for (const event of events) {
    if (event.type !== 'check.decided' || event.data.subject !== 'topic') continue
    if (event.data.pass) await release(String(event.data.subjectId))
    else await refuse(event)
  }
}
