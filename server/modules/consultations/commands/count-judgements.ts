import { clock } from '@server/platform/clock'
import { Conflict } from '@server/platform/errors'
import { type Consultation, ConsultationModel } from '../consultation.model'
import { about } from '../groups/map'
import { JudgementModel } from '../judgement.model'
import { HIDDEN } from '../queries/load-consultation'
import { SCORES } from '../scores'
import { moveConsultation } from './move-consultation'

/** A judgement that was let in at the last moment is written by then. */
const GRACE_MS = 60_000
const BATCH = 50

const countScores = async ({ _id }: Consultation): Promise<number[]> => {
  const rows = await JudgementModel.aggregate<{ _id: number; count: number }>([
    { $match: { consultationId: _id } },
    { $group: { _id: '$score', count: { $sum: 1 } } },
  ])
  const byScore = new Map(rows.map((row) => [row._id, row.count]))
  return SCORES.map((score) => byScore.get(score) ?? 0)
}

const close = async (doc: Consultation): Promise<void> => {
  if (!doc.judgement) return
  const counts = await countScores(doc)
  const people = about(counts.reduce((sum, count) => sum + count, 0))
  const shown = people === 0 ? { counts: null, people: null } : { counts: counts.map(about), people }
  const input = { move: 'judge' as const, revision: doc.revision, fileIds: [] }
  try {
    await moveConsultation({ actor: 'system', doc, input, extra: { judgement: { until: doc.judgement.until, ...shown } } })
  } catch (error) {
    // Another process has counted it.
    if (!(error instanceof Conflict)) throw error
  }
}

/** Ends the judging whose time is over and fixes its counts. Answers how many it looked at. */
export const countJudgements = async (): Promise<number> => {
  const over = { state: 'reported' as const, 'judgement.until': { $lt: new Date(clock.ms() - GRACE_MS) } }
  const docs = await ConsultationModel.find(over, HIDDEN).sort({ 'judgement.until': 1 }).limit(BATCH).lean<Consultation[]>()
  for (const doc of docs) await close(doc)
  return docs.length
}
