import type { Case, Side } from '@server/modules/cases'
import { type Actor, holds, holdsAnywhere } from '@server/platform/actor'
import type { CaseKind, CaseStatus, Relation } from '@shared/cases/words'
import type { FollowUp } from './follow-up.model'

/** What is followed up: what people agreed on, and what they asked for. */
const FOLLOWED: readonly CaseKind[] = ['dispute', 'complaint']
const ENDED: readonly CaseStatus[] = ['closed', 'archived']
/** Whether a case is followed up: it came to an end that can be asked about. */
export const isFollowedUp = ({ kind, status }: Pick<Case, 'kind' | 'status'>): boolean => FOLLOWED.includes(kind) && ENDED.includes(status)

const READERS: readonly Relation[] = ['applicant', 'respondent', 'owner', 'dispatcher', 'supervisor']
/** Who knows of follow-ups: the parties of theirs, the handler, and those who watch over the handler. */
export const mayReadFollowUps = (relations: readonly Relation[]): boolean => relations.some((one) => READERS.includes(one))

/** Who reads what was noted and answered: a supervisor reads words of a case for a stated reason only, and here none is stated. */
export const readsFollowUpWords = (relations: readonly Relation[]): boolean =>
  relations.some((one) => one !== 'supervisor' && READERS.includes(one))

/** The side for which somebody answers the form; a helper only reads. */
export const answeringSide = (actor: Pick<Actor, 'personId'>, doc: Pick<Case, 'parties'>): Side | undefined =>
  doc.parties.find((party) => party.personId === actor.personId && party.accepted && party.part !== 'helper')?.side

export const hasAnswered = (followUp: Pick<FollowUp, 'answers'>, personId: string): boolean =>
  followUp.answers.some((answer) => answer.personId === personId)

/** What somebody may do about a follow-up; `due`: whether its time has come, or nearly. */
export const followUpCan = (options: {
  actor: Pick<Actor, 'personId'>
  doc: Pick<Case, 'parties'>
  relations: readonly Relation[]
  followUp: Pick<FollowUp, 'state' | 'answers'>
  due: boolean
}): ('record' | 'answer')[] => {
  const { actor, doc, relations, followUp, due } = options
  if (followUp.state !== 'open' || !due) return []
  if (relations.includes('owner')) return ['record']
  return answeringSide(actor, doc) && !hasAnswered(followUp, actor.personId) ? ['answer'] : []
}

/** The centre says when to follow up in its region. */
export const maySetPlan = (actor: Actor, regionCode: string): boolean => holds(actor, 'dispatcher', regionCode)
/** Whoever follows up, or watches over it, may know when. */
export const mayReadPlan = (actor: Actor): boolean =>
  (['dispatcher', 'supervisor', 'mediator', 'department', 'gridWorker', 'officer'] as const).some((role) => holdsAnywhere(actor, role))
