import { DEFAULT_RULES } from '@shared/dispatch/default-rules'
import type { RoutingRule, RoutingRules } from '@shared/dispatch/routing'
import { CITY } from '@tests/support/city'
import type { Client } from '@tests/support/service'

export const EVERYTHING: RoutingRule['when'] = { kinds: [], categories: [], risks: [], regionCodes: [] }
export const aRule = (name: string, then: RoutingRule['then'], when: Partial<RoutingRule['when']> = {}): RoutingRule => ({
  name,
  then,
  when: { ...EVERYTHING, ...when },
})
export const rulesOf = (rules: RoutingRule[], over: Partial<RoutingRules> = {}, regionCode: string = CITY.county) => ({
  ...DEFAULT_RULES,
  rules,
  ...over,
  regionCode,
  note: '试一试',
})

/** Saves rules and puts them into force. */
export const putInForce = async (dispatcher: Client, rules: RoutingRule[], over: Partial<RoutingRules> = {}, regionCode?: string) => {
  const { id } = await dispatcher.call('routing.save', { body: rulesOf(rules, over, regionCode) })
  return dispatcher.call('routing.activate', { params: { id } })
}
