import type { Case } from '@server/modules/cases'
import { type Actor, holds, regionsOf } from '@server/platform/actor'
import { type CaseStatus, isRateable, isTalking, type Relation } from '@shared/cases/words'
import type { Demand } from './demand.model'

/** A demand is raised by whoever has the case, while it runs or can be rated. */
export const mayRaise = (relations: readonly Relation[]): boolean => relations.includes('owner')
export const isRaisable = (status: CaseStatus): boolean => isTalking(status) || isRateable(status)

/** Handlers and the centre know of demands; the parties do not. */
export const mayReadDemands = (relations: readonly Relation[]): boolean =>
  relations.includes('owner') || relations.includes('dispatcher') || relations.includes('supervisor')

/** Who reads what was demanded, and why it cannot be met: a supervisor reads words of a case for a stated reason only. */
export const readsDemandWords = (relations: readonly Relation[]): boolean => relations.includes('owner') || relations.includes('dispatcher')

/** The regions for which the actor judges. */
export const demandRegions = (actor: Actor): string[] => regionsOf(actor, 'dispatcher')
/** The centre judges what others have raised, and nothing in which it takes part itself. */
export const mayJudge = (actor: Actor, demand: Pick<Demand, 'regionCode' | 'hiddenFrom'>): boolean =>
  holds(actor, 'dispatcher', demand.regionCode) && !demand.hiddenFrom.includes(actor.personId)

/** Whether a demand waits for the centre, as far as the case's own timeline tells. */
export const awaitsJudgement = ({ timeline }: Pick<Case, 'timeline'>): boolean => {
  const count = (type: string): number => timeline.filter((entry) => entry.type === type).length
  return count('demand.raised') > count('demand.judged')
}
