import type { DeadlineRules } from '@shared/deadlines/schemas'
import { type Matrix, matrixOf, rulesOf } from './matrix'

type Span = DeadlineRules['officeHours'][number]

export interface DeadlineDraft extends Omit<DeadlineRules, 'rules'> {
  matrix: Matrix
  note: string
}

export const draftFrom = (from: DeadlineRules): DeadlineDraft => ({
  matrix: matrixOf(from),
  officeHours: from.officeHours,
  yellowShare: from.yellowShare,
  escalateHours: from.escalateHours,
  note: '',
})

/** What is saved of a draft. */
export const bodyOf = ({ matrix, note, ...rest }: DeadlineDraft) => ({ ...rest, rules: rulesOf(matrix), note: note.trim() })

/** Whether offices open and close in order, one span after the other. */
export const areSpans = (spans: readonly Span[]): boolean =>
  spans.every(({ from, to }, at) => from < to && (spans[at - 1]?.to ?? '') < from)
