import type { Case, Side } from '@server/modules/cases'
import type { FileRef } from '@server/platform/files'
import type { Retention } from '@shared/archive/schemas'
import type { Part } from '@shared/cases/schemas'
import type { PaperKind } from '@shared/papers/schemas'

/** All that goes into a docket, read from where it is kept. What has been composed of it follows from this alone. */
export interface DocketSource {
  doc: Case
  committee: string
  regionName: string
  /** What residents are called, by person. */
  names: ReadonlyMap<string, string>
  papers: SourcePaper[]
  obligations: SourceObligation[]
  judicial: { state: string; lastDay: string; court: string; courtNumber: string } | null
  followUps: SourceFollowUp[]
  number: string | null
  retention: Retention
  frozenAt: Date | null
}
export interface SourcePaper {
  kind: PaperKind
  title: string
  number: string
  /** What was only drafted or given up does not belong into the file. */
  effectiveAt: Date
  digest: string
  /** As it is printed, after its title. */
  paragraphs: { style: 'title' | 'heading' | 'body' | 'signature' | 'seal' | 'note'; text: string; strokes: number[][] }[]
}
export interface SourceObligation {
  from: string
  to: string
  what: string
  amountCents: number | null
  dueOn: string
  part: number
  parts: number
  state: string
  note: string
  doneAt: Date | null
  /** Of an agreement that was given up or replaced. */
  past: boolean
  files: FileRef[]
}
export interface SourceFollowUp {
  round: number
  method: string
  result: string
  note: string
  by: string
  doneAt: Date
  answers: { side: Side; result: string; note: string; at: Date }[]
}

export const SIDE_NAMES: Record<Side, string> = { applicant: '申请人', respondent: '被申请人' }
export const PART_NAMES: Record<Part, string> = { party: '当事人', representative: '代理人', guardian: '监护人', helper: '帮手' }
