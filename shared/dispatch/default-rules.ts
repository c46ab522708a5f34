import type { RoutingRules } from './routing'

/**
 * What counts where a centre has saved nothing: no rules, and weights by which the nearest level that has room always
 * comes first (one level up costs a third of 100, more than all the rest can give). A first draft starts from these.
 */
export const DEFAULT_RULES: RoutingRules = {
  rules: [],
  weights: { speciality: 8, level: 100, language: 5, distance: 3, load: 10, fairness: 6 },
  silenceHours: 16,
  silenceHoursHighRisk: 2,
}
