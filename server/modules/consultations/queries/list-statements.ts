import type { Actor } from '@server/platform/actor'
import { ObjectId, toObjectId } from '@server/platform/database'
import { InvalidInput } from '@server/platform/errors'
import { decodeCursor, toPage } from '@server/platform/page'
import type { ListStatements } from '@shared/consultations/opinion'
import type * as z from 'zod/mini'
import type { Consultation } from '../consultation.model'
import type { Answer } from '../groups'
import { type Statement, StatementModel } from '../statement.model'
import { type VoteSheet, VoteSheetModel } from '../vote.model'

type Asked = z.infer<typeof ListStatements>
interface Found {
  rows: { statement: Statement; answer: Answer | undefined }[]
  nextCursor: string | null
}

/** What somebody has said to the statements of a topic, by their ids. */
export const answersOf = async (options: { consultationId: ObjectId; personId: string }): Promise<Record<string, Answer>> =>
  (await VoteSheetModel.findOne(options, { answers: 1 }).lean<Pick<VoteSheet, 'answers'>>())?.answers ?? {}

const placeIn = (cursor: string | undefined): { voters: number; _id: ObjectId } | undefined => {
  const key = decodeCursor(cursor, 2)
  if (!key) return undefined
  const [voters, _id] = [Number(key[0]), toObjectId(String(key[1]))]
  if (!_id || !Number.isSafeInteger(voters)) throw InvalidInput.field('cursor', 'invalid_cursor', '翻页参数无效')
  return { voters, _id }
}

/** Those first on which the fewest have spoken, so that every one is heard; of equals the oldest. One's own say nothing new to oneself. */
const unanswered = async (options: { consultationId: ObjectId; personId: string; answered: string[]; asked: Asked }) => {
  const { consultationId, personId, answered, asked } = options
  const at = placeIn(asked.cursor)
  const after = at ? { $or: [{ voters: { $gt: at.voters } }, { voters: at.voters, _id: { $gt: at._id } }] } : {}
  const done = answered.map((id) => new ObjectId(id))
  const filter = { consultationId, state: 'shown' as const, authorId: { $ne: personId } }
  const rows = await StatementModel.find({ $and: [filter, { _id: { $nin: done } }, after] })
    .sort({ voters: 1, _id: 1 })
    .limit(asked.limit + 1)
    .lean<Statement[]>()
  return toPage(rows, asked.limit, (row) => [row.voters, row._id.toHexString()])
}

const inOrder = async (filter: object, { cursor, limit }: Asked) => {
  const at = placeIn(cursor)
  const rows = await StatementModel.find({ ...filter, ...(at ? { _id: { $gt: at._id } } : {}) })
    .sort({ _id: 1 })
    .limit(limit + 1)
    .lean<Statement[]>()
  return toPage(rows, limit, (row) => [0, row._id.toHexString()])
}

/** Statements of a topic: those to answer, the reader's own whatever became of them, or all that are shown. */
export const listStatements = async (options: { actor: Actor; doc: Consultation; asked: Asked }): Promise<Found> => {
  const { actor, doc, asked } = options
  const of = { consultationId: doc._id, personId: actor.personId }
  const answers = await answersOf(of)
  const { consultationId, personId } = of
  const page =
    asked.view === 'next'
      ? await unanswered({ ...of, answered: Object.keys(answers), asked })
      : await inOrder(asked.view === 'mine' ? { authorId: personId, consultationId } : { consultationId, state: 'shown' }, asked)
  return { ...page, rows: page.rows.map((statement) => ({ statement, answer: answers[statement._id.toHexString()] })) }
}
