import { DEFAULT_RULES } from '@shared/deadlines/limits'
import type { DeadlineRulesView } from '@shared/deadlines/schemas'
import { toLocalIso } from './local-time'
import { BUILT_IN } from './rules'
import type { DeadlineRulesVersion } from './rules.model'

/** A version of the rules. */
export const presentRules = (row: DeadlineRulesVersion): DeadlineRulesView => {
  const { _id, version, state, rules, officeHours, yellowShare, escalateHours, note, savedBy, savedAt } = row
  const saved = { note, savedBy, savedAt: toLocalIso(savedAt) }
  return { id: _id.toHexString(), version, state, rules, officeHours, yellowShare, escalateHours, ...saved }
}

/** The rules in the code, which count until the city puts its own into force, and which a first draft is made from. */
const presentBuiltIn = (inForce: boolean): DeadlineRulesView => ({
  ...DEFAULT_RULES,
  id: 'built-in',
  version: BUILT_IN,
  state: inForce ? 'active' : 'retired',
  note: '系统自带的时限规则',
  savedBy: '系统',
  savedAt: toLocalIso(new Date(0)),
})

/** All of them, the newest first, those in the code last. */
export const presentAllRules = (rows: DeadlineRulesVersion[]): DeadlineRulesView[] => [
  ...rows.map(presentRules),
  presentBuiltIn(!rows.some(({ state }) => state === 'active')),
]
