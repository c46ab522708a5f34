import type { Case } from '@server/modules/cases'
import { type Actor, holds, regionsOf } from '@server/platform/actor'
import { isRateable, type Relation } from '@shared/cases/words'
import type { Feedback } from './feedback.model'
import type { Task } from './task.model'

/** From here downwards somebody is dissatisfied (不满意). */
const DISSATISFIED = 2
/** The longest time that a rating is kept from the handler. */
export const SEAL_MS = 7 * 24 * 3600 * 1000

export const isDissatisfied = (overall: number): boolean => overall <= DISSATISFIED

type Parties = Pick<Case, 'parties'>
type Party = Case['parties'][number]

const guardiansOf = (doc: Parties, party: Party): Party[] =>
  party.minor ? doc.parties.filter((one) => one.part === 'guardian' && one.accepted && one.actsFor === party.id) : []

/** Under whose name a party's rating stands: the own one; brothers and sisters with one guardian share one. */
const ratedAs = (doc: Parties, party: Party): Party => {
  const guards = guardiansOf(doc, party).map((one) => one.personId)
  if (guards.length === 0) return party
  return doc.parties.find((one) => guardiansOf(doc, one).some(({ personId }) => guards.includes(personId))) ?? party
}

/** The parties, who may rate: not their representatives and helpers. For a child, a guardian may. Who left may say why. */
export const raters = (doc: Parties): Party[] => {
  const rating = doc.parties.filter((party) => party.part === 'party' && (party.accepted || guardiansOf(doc, party).length > 0))
  return [...new Set(rating.map((party) => ratedAs(doc, party)))]
}

/** As which party somebody rates: the own one, or the child's. */
export const raterOf = (actor: Pick<Actor, 'personId'>, doc: Parties): Party | undefined => {
  const all = raters(doc)
  const own = doc.parties.find((party) => party.part === 'party' && party.accepted && party.personId === actor.personId)
  if (own) return ratedAs(doc, own)
  return all.find((party) => guardiansOf(doc, party).some((one) => one.personId === actor.personId))
}

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
  if (feedback.personId === actor.personId || feedback.byPersonId === actor.personId) return feedback.round === doc.round
  return !isSealed(feedback, now) && (relations.includes('owner') || relations.includes('supervisor'))
}

/** The regions in which the actor follows up dissatisfied people. */
export const taskRegions = (actor: Actor): string[] => regionsOf(actor, 'supervisor')
export const maySeeTask = (actor: Actor, task: Task): boolean =>
  task.state !== 'withdrawn' && holds(actor, 'supervisor', task.regionCode) && !task.hiddenFrom.includes(actor.personId)

type Ended = Pick<Case, 'status' | 'before' | 'closedAt' | 'ratedAt'>

/** Whether what is said of a case's end may still be changed; a rating noted before its time was kept counts from closing. */
export const isFresh = ({ closedAt, ratedAt }: Pick<Ended, 'closedAt' | 'ratedAt'>, now: Date): boolean =>
  closedAt !== null && now.getTime() < Math.max(closedAt.getTime(), ratedAt?.getTime() ?? 0) + SEAL_MS

/** Whether a case can be rated now: once it has ended, or for as long as a rating may be changed when it was shelved since: nobody silences one by being quick. */
export const mayBeRated = (doc: Ended, now: Date): boolean =>
  isRateable(doc.status) || (doc.status === 'archived' && doc.before !== null && isRateable(doc.before) && isFresh(doc, now))
