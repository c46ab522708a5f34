import { toLocalIso } from '@server/modules/deadlines'
import { toObjectId } from '@server/platform/database'
import { type PlaceList, PlaceListModel } from '../place.model'
import { type Statement, StatementModel } from '../statement.model'
import { spokenOf } from '../statements.presenter'
import { type VoteSheet, VoteSheetModel } from '../vote.model'

type Part = Record<string, unknown>

const placesOf = async (personId: string): Promise<Part[]> => {
  const lists = await PlaceListModel.find({ 'entries.personId': personId }, { 'entries.$': 1 }).lean<PlaceList[]>()
  return lists.flatMap(({ _id, entries: [own] }) =>
    own
      ? [{ consultationId: _id.toHexString(), place: own.state, as: own.as, checkedInAt: own.checkedInAt && toLocalIso(own.checkedInAt) }]
      : [],
  )
}

const statementsOf = async (authorId: string): Promise<Part[]> => {
  const rows = await StatementModel.find({ authorId }).sort({ consultationId: 1, _id: 1 }).lean<Statement[]>()
  return rows.map(({ consultationId, text, state, at }) => ({
    consultationId: consultationId.toHexString(),
    statement: text,
    state,
    at: toLocalIso(at),
  }))
}

const votesOf = async (personId: string): Promise<Part[]> => {
  const sheets = await VoteSheetModel.find({ personId }).lean<VoteSheet[]>()
  const ids = sheets.flatMap(({ answers }) => Object.keys(answers).flatMap((id) => toObjectId(id) ?? []))
  const rows = await StatementModel.find({ _id: { $in: ids } }, { text: 1 }).lean<Pick<Statement, '_id' | 'text'>[]>()
  const texts = new Map(rows.map(({ _id, text }) => [_id.toHexString(), text]))
  return sheets.map(({ consultationId, answers, at }) => ({
    consultationId: consultationId.toHexString(),
    answers: Object.entries(answers).map(([id, answer]) => ({ statement: texts.get(id) ?? '', answer: spokenOf(answer) })),
    at: toLocalIso(at),
  }))
}

/** What is held of somebody's part in consultations: places, statements, and what was said to those of others. */
export const participationOfPerson = async (personId: string): Promise<Part[]> =>
  (await Promise.all([placesOf(personId), statementsOf(personId), votesOf(personId)])).flat()
