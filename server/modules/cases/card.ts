import type { Case } from './case.model'
import type { CaseHead } from './cases.policy'

/** What a list reads of its cases: what a card shows, and what decides how the reader stands to the case. */
export const CARD = {
  number: 1,
  kind: 1,
  category: 1,
  title: 1,
  status: 1,
  revision: 1,
  regionCode: 1,
  owner: 1,
  dueAt: 1,
  warnAt: 1,
  risk: 1,
  leadId: 1,
  followers: 1,
  createdAt: 1,
  updatedAt: 1,
  booking: 1,
  round: 1,
  ratedBy: 1,
  ratedAt: 1,
  closedAt: 1,
  before: 1,
  parties: 1,
  speakers: 1,
  passedOn: 1,
  filedBy: 1,
  'questions.toKey': 1,
  'questions.dueAt': 1,
  'questions.answeredAt': 1,
  'questions.withdrawnAt': 1,
} as const

/** A case as a list knows it. */
export type CaseCard = CaseHead & Pick<Case, '_id' | Extract<keyof typeof CARD, keyof Case>>
