import type { Case, Owner } from '@server/modules/cases'
import { type Actor, regionsOf } from '@server/platform/actor'
import { targetOf } from '@shared/cases/moves'
import type { Ability } from '@shared/cases/schemas'
import type { Relation } from '@shared/cases/words'
import type { AvoidanceBy } from '@shared/dispatch/schemas'
import type { Avoidance } from './avoidance.model'

interface Standing {
  doc: Case
  actor: Pick<Actor, 'personId'>
  relations: readonly Relation[]
}

/** The person from whom a case can be taken now; undefined while it lies in a queue or is over. */
export const handlerOf = (doc: Pick<Case, 'kind' | 'status' | 'owner'>): Owner | undefined =>
  doc.owner?.type === 'person' && targetOf({ move: 'transfer', kind: doc.kind, status: doc.status }) !== undefined ? doc.owner : undefined

/** Whoever left the mediation has nobody to ask for. */
const hasLeft = ({ doc, actor }: Standing): boolean => doc.parties.some((party) => party.personId === actor.personId && party.quit)

/** As whom somebody may ask: a side for itself, the mediator of themselves; undefined for everyone else. */
export const askerOf = (standing: Standing): AvoidanceBy | undefined => {
  const { doc, actor, relations } = standing
  const side = relations.find((one) => one === 'applicant' || one === 'respondent')
  if (side) return hasLeft(standing) ? undefined : side
  return relations.includes('owner') && doc.owner?.id === actor.personId ? 'mediator' : undefined
}

/** The centre decides; nobody in their own matter. */
export const mayDecide = (options: { actor: Pick<Actor, 'personId'>; relations: readonly Relation[]; mediatorId: string }): boolean =>
  options.relations.includes('dispatcher') && options.actor.personId !== options.mediatorId

/** Whether somebody reads a request: the centre each, a side its own, a mediator what they declared. The mediator never reads a side's reasons. */
export const mayReadAvoidance = (options: Standing & { avoidance: Pick<Avoidance, 'by' | 'askedBy' | 'mediatorId'> }): boolean => {
  const { doc, actor, relations, avoidance } = options
  const own = avoidance.askedBy === actor.personId
  if (mayDecide({ actor, relations, mediatorId: avoidance.mediatorId })) return true
  if (avoidance.by === 'mediator') return own
  return own || doc.parties.some((party) => party.personId === actor.personId && party.accepted && party.side === avoidance.by)
}

/** The regions for which somebody decides. */
export const avoidanceRegions = (actor: Actor): string[] => [...new Set(regionsOf(actor, 'dispatcher'))]

/** What somebody may do about avoidance. */
export const avoidanceAbilities = (options: { doc: Case; actor: Actor; relations: readonly Relation[] }): Ability[] => {
  const { doc, actor, relations } = options
  const open = doc.avoidanceOpen ?? []
  const found: Ability[] = []
  const handler = handlerOf(doc)
  const asker = handler && askerOf(options)
  if (asker === 'mediator') found.push('declareConflict')
  else if (asker && !open.includes(asker)) found.push('askOtherMediator')
  if (open.length > 0 && mayDecide({ actor, relations, mediatorId: doc.owner?.id ?? '' })) found.push('decideAvoidance')
  return found
}
