import { passedSubjects, refusalOf } from '@server/modules/moderation'
import { tellEverybody } from '@server/modules/notifications'
import { type ObjectId, toObjectId } from '@server/platform/database'
import type { DomainEvent, Listener } from '@server/platform/outbox'
import { type Statement, StatementModel } from './statement.model'

/** Where one sees one's own statements. */
const pageOf = ({ consultationId }: Statement): string => `packages/consultation/pages/vote/index?id=${consultationId.toHexString()}`

/** Its author is told why others do not see it; heard again, once. */
const tellWhy = async ({ id, at }: DomainEvent, _id: ObjectId, title: string): Promise<void> => {
  const statement = await StatementModel.findOne({ _id, state: { $in: ['refused', 'hidden'] } }).lean<Statement>()
  if (!statement?.authorId) return
  const text = `“${statement.text}”${statement.reason ? `：${statement.reason}` : ''}`
  await tellEverybody({ id, at, personIds: [statement.authorId], title, text, page: pageOf(statement), sort: 'progress' })
}

const release = async (_id: ObjectId): Promise<void> => {
  const id = _id.toHexString()
  if ((await passedSubjects('statement', [id])).has(id))
    await StatementModel.updateOne({ _id, state: 'checking' }, { $set: { state: 'shown' } })
}

const refuse = async (event: DomainEvent, _id: ObjectId): Promise<void> => {
  const reason = await refusalOf(String(event.data.checkId))
  await StatementModel.updateOne({ _id, state: 'checking' }, { $set: { state: 'refused', reason }, $unset: { key: 1 } })
  await tellWhy(event, _id, '您的看法没有通过内容检查')
}

const hear = async (event: DomainEvent): Promise<void> => {
  const { type, data } = event
  const isDecision = type === 'check.decided' && data.subject === 'statement'
  if (!isDecision && type !== 'statement.hidden') return
  const _id = toObjectId(String(isDecision ? data.subjectId : data.statementId))
  if (!_id) return
  if (!isDecision) await tellWhy(event, _id, '您的看法不再展示')
  else if (data.pass) await release(_id)
  else await refuse(event, _id)
}

/** Hears what became of the words of statements, and which were taken away. */
export const statementListener: Listener = async (events) => {
  for (const event of events) await hear(event)
}
