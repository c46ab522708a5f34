import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { isDuplicate } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { inTurn } from '@server/platform/turns'
import type { Consultation } from '../consultation.model'
import type { Answer } from '../groups'
import { type Statement, StatementModel } from '../statement.model'
import { isAnswerable } from '../statements.policy'
import { type VoteSheet, VoteSheetModel } from '../vote.model'
import { markStale } from './mark-stale'

interface AnswerOptions {
  actor: Actor
  doc: Consultation
  statement: Statement
  answer: Answer
}

/** Writes the answer into the person's sheet. Answers whether it is the person's first to this statement. */
const write = async ({ actor, doc, statement, answer }: AnswerOptions): Promise<boolean> => {
  const id = statement._id.toHexString()
  const path = `answers.${id}`
  // Who says the same again has not voted again.
  const at = { $cond: [{ $eq: [`$${path}`, answer] }, '$at', clock.now()] }
  const before = (await VoteSheetModel.collection.findOneAndUpdate(
    { consultationId: doc._id, personId: actor.personId },
    [{ $set: { at, [path]: answer, standing: { $ifNull: ['$standing', null] } } }],
    { upsert: true, returnDocument: 'before', projection: { [path]: 1 } },
  )) as Pick<VoteSheet, 'answers'> | null
  return before?.answers?.[id] === undefined
}

/** Two first answers of one person at the same moment make one sheet. */
const writeOnce = (options: AnswerOptions): Promise<boolean> =>
  write(options).catch((error) => {
    if (isDuplicate(error)) return write(options)
    throw error
  })

/** Everybody is asked the same first, so many count at the same moment. Where a kill comes before it, the next computation counts. */
const count = ({ _id }: Statement) => StatementModel.updateOne({ _id }, { $inc: { voters: 1 } })

/** Says what somebody thinks of a statement; said again, it replaces what was said. Throws Conflict when no votes are taken. */
export const answerStatement = async (options: AnswerOptions): Promise<void> => {
  const { doc, statement } = options
  if (!isAnswerable(doc, statement)) throw new Conflict('conflict', '这条看法现在不能表态')
  await markStale(doc._id)
  if (await writeOnce(options)) await inTurn(`voters ${statement._id.toHexString()}`, () => count(statement))
}
