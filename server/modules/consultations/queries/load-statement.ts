import type { Actor } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import { NotFound } from '@server/platform/errors'
import type { Consultation } from '../consultation.model'
import { type Statement, StatementModel } from '../statement.model'
import { maySeeStatement } from '../statements.policy'

/** A statement of a topic that the actor may see. Throws NotFound otherwise. */
export const loadStatement = async (options: { actor: Actor; doc: Consultation; id: string }): Promise<Statement> => {
  const { actor, doc, id } = options
  const _id = toObjectId(id)
  const statement = _id && (await StatementModel.findOne({ _id, consultationId: doc._id }).lean<Statement>())
  if (!statement || !maySeeStatement(actor.personId, statement)) throw new NotFound()
  return statement
}
