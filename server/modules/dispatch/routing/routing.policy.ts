import { type Actor, holds, regionsOf } from '@server/platform/actor'
import { topOf } from '@shared/cases/categories'
import type { Ability } from '@shared/cases/schemas'
import { type CaseKind, isHighRisk, type Relation, type Risk } from '@shared/cases/words'
import type { RoutingRule, RoutingRules } from '@shared/dispatch/routing'
import { CODE_LENGTHS, isWithin } from '@shared/regions/schemas'

/** What of a case a rule asks. */
export interface Matter {
  kind: CaseKind
  category: string
  risk: Risk
  regionCode: string
}

const among = <T>(list: readonly T[], test: (one: T) => boolean): boolean => list.length === 0 || list.some(test)

/** Whether a rule is for a matter. Who is in danger is never just told where to go. */
const fits = ({ when, then }: RoutingRule, { kind, category, risk, regionCode }: Matter): boolean => {
  if (then.to === 'answer' && isHighRisk(risk)) return false
  return (
    among(when.kinds, (one) => one === kind) &&
    among(when.categories, (one) => one === category || one === topOf(category)) &&
    among(when.risks, (one) => one === risk) &&
    among(when.regionCodes, (one) => isWithin(regionCode, one))
  )
}

/** The first rule that is for a matter; undefined: the best mediator gets it. */
export const ruleFor = (rules: readonly RoutingRule[], matter: Matter): RoutingRule | undefined => rules.find((rule) => fits(rule, matter))

/** Among whom the best mediator is looked for. */
export const searchOf = ({ weights }: Pick<RoutingRules, 'weights'>, rule: RoutingRule | undefined) => {
  if (rule?.then.to !== 'mediator') return { weights }
  const { specialistsOnly, levels } = rule.then
  return { weights, specialistsOnly, lengths: levels.length === 0 ? undefined : levels.map((level) => CODE_LENGTHS[level]) }
}

/** The centre of a region, and those above, make its rules and its duty roster. */
export const mayRule = (actor: Actor, regionCode: string): boolean => holds(actor, 'dispatcher', regionCode)

/** The regions whose rules somebody makes. */
export const ruledBy = (actor: Actor): string[] => [...new Set(regionsOf(actor, 'dispatcher'))]

/** Whoever works in a region, below or above it, may know whom to call. */
export const mayReadDuty = (actor: Actor, regionCode: string): boolean =>
  actor.roles.some((grant) => isWithin(regionCode, grant.regionCode) || isWithin(grant.regionCode, regionCode))

/** Why a case was given to whom: for the centre and supervisors. */
export const mayReadAssignment = (relations: readonly Relation[]): boolean =>
  relations.includes('dispatcher') || relations.includes('supervisor')

/** What of this somebody may look at on a case. */
export const assignmentAbilities = ({ relations }: { relations: readonly Relation[] }): Ability[] =>
  mayReadAssignment(relations) ? ['readAssignment'] : []
