import type { Case } from '@server/modules/cases'
import { type Actor, holds, regionsOf } from '@server/platform/actor'
import type { Relation } from '@shared/cases/words'
import type { Feedback } from './feedback.model'
import type { Task } from './task.model'

/** From here downwards somebody is dissatisfied (不满意). */
const DISSATISFIED = 2
/** The longest time that a rating is kept from the handler. */
export const SEAL_MS = 7 * 24 * 3600 * 1000

export const isDissatisfied = (overall: number): boolean => overall <= DISSATISFIED

/** The parties, who may rate: not their representatives and helpers. */
export const raters = (doc: Pick<Case, 'parties'>) => doc.parties.filter((party) => party.part === 'party' && party.accepted)
export const raterOf = (actor: Actor, doc: Pick<Case, 'parties'>) => raters(doc).find((party) => party.personId === actor.personId)

/** Whether a respondent takes part and all parties have rated: nobody can answer the other's rating any more. */
export const allHaveSpoken = (doc: Pick<Case, 'parties' | 'ratedBy'>): boolean => {
  const parties = raters(doc)
  return parties.some((party) => party.side === 'respondent') && parties.every((party) => doc.ratedBy.includes(party.personId))
}

export const isSealed = (feedback: Pick<Feedback, 'unsealAt'>, now: Date): boolean => feedback.unsealAt > now

/** Authors read what they said of this round; owner and supervisor what is unsealed, of earlier rounds too; nobody else any. */
export const mayRead = (options: {
  actor: Actor
  feedback: Feedback
  doc: Pick<Case, 'round'>
  relations: readonly Relation[]
  now: Date
}): boolean => {
  const { actor, feedback, doc, relations, now } = options
  if (feedback.personId === actor.personId) return feedback.round === doc.round
  return !isSealed(feedback, now) && (relations.includes('owner') || relations.includes('supervisor'))
}

/** The regions in which the actor follows up dissatisfied people. */
export const taskRegions = (actor: Actor): string[] => regionsOf(actor, 'supervisor')
export const maySeeTask = (actor: Actor, task: Task): boolean =>
  task.state !== 'withdrawn' && holds(actor, 'supervisor', task.regionCode) && !task.hiddenFrom.includes(actor.personId)
