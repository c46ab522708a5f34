import type { Actor } from '@server/platform/actor'
import { Conflict, Forbidden } from '@server/platform/errors'
import { newEvent, pendingUpdate } from '@server/platform/outbox'
import type { Consultation } from '../consultation.model'
import { type Statement, StatementModel } from '../statement.model'
import { mayHide } from '../statements.policy'
import { markStale } from './mark-stale'

/** Takes a statement away from everybody but its author, who is told why; once. Throws Forbidden for who is not in charge. */
export const hideStatement = async (options: {
  actor: Actor
  doc: Consultation
  statement: Statement
  reason: string
}): Promise<Statement> => {
  const { actor, doc, statement, reason } = options
  if (!mayHide(actor, doc)) throw new Forbidden()
  await markStale(doc._id)
  const pending = pendingUpdate([newEvent('statement.hidden', { statementId: statement._id.toHexString() })])
  const hidden = await StatementModel.findOneAndUpdate(
    { _id: statement._id, state: 'shown' },
    { $set: { state: 'hidden', reason: reason.trim(), ...pending.set }, $push: { ...pending.push } },
    { returnDocument: 'after' },
  ).lean<Statement>()
  if (!hidden) throw new Conflict('conflict', '这条看法已经不再展示')
  return hidden
}
