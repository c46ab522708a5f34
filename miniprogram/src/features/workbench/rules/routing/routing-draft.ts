import { DEFAULT_RULES } from '@shared/dispatch/default-rules'
import type { RoutingRule, RoutingRules, RoutingView } from '@shared/dispatch/routing'
import { isWithin } from '@shared/regions/schemas'

export interface RoutingDraft extends RoutingRules {
  note: string
}

const rulesOf = ({ rules, weights, silenceHours, silenceHoursHighRisk }: RoutingRules): RoutingRules => ({
  rules,
  weights,
  silenceHours,
  silenceHoursHighRisk,
})

/** A draft that starts from rules that are there, or from what counts where there are none. */
export const draftFrom = (from: RoutingRules | undefined): RoutingDraft => ({ ...rulesOf(from ?? DEFAULT_RULES), note: '' })

/** What a region's own rules are, and which of all of them count there. */
export const versionsOf = (all: readonly RoutingView[], regionCode: string) => {
  const own = all.filter((one) => one.regionCode === regionCode)
  const counting = all
    .filter((one) => one.state === 'active' && isWithin(regionCode, one.regionCode))
    .sort((a, b) => b.regionCode.length - a.regionCode.length)[0]
  return {
    inForce: counting,
    inherited: counting !== undefined && counting.regionCode !== regionCode,
    drafts: own.filter(({ state }) => state === 'draft'),
    retired: own.filter(({ state }) => state === 'retired'),
  }
}

/** The rules with one put at a place, at the end, or taken away. */
export const withRule = (rules: readonly RoutingRule[], at: number | null, rule: RoutingRule | null): RoutingRule[] => {
  if (at === null) return rule ? [...rules, rule] : [...rules]
  return rules.flatMap((each, index) => (index === at ? (rule ? [rule] : []) : [each]))
}

/** The rules with the one at a place moved up or down. */
export const swapped = (rules: readonly RoutingRule[], at: number, by: -1 | 1): RoutingRule[] => {
  const [one, other] = [rules[at], rules[at + by]]
  if (!one || !other) return [...rules]
  return rules.map((each, index) => (index === at ? other : index === at + by ? one : each))
}
