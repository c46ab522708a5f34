import { addWorkingHours } from '@server/modules/deadlines'
import { isHighRisk, type Risk } from '@shared/cases/words'
import type { RoutingRules } from '@shared/dispatch/routing'
import { rulesFor } from './rules-memory'

const MINUTE = 60_000
const MOST = 1000
// Thousands of cases begin in the same minute; the calendar is asked once.
const known = new Map<string, Date>()

/** When silence passes a case on: to the full minute. */
export const silentAtFor = (options: {
  rules: Pick<RoutingRules, 'silenceHours' | 'silenceHoursHighRisk'>
  risk: Risk | undefined
  from: Date
}): Date => {
  const { rules, risk, from } = options
  const hours = isHighRisk(risk ?? 'D') ? rules.silenceHoursHighRisk : rules.silenceHours
  const minute = Math.ceil(from.getTime() / MINUTE)
  const key = `${minute} ${hours}`
  const hit = known.get(key)
  if (hit) return hit
  const at = addWorkingHours({ from: new Date(minute * MINUTE), hours })
  if (known.size >= MOST) known.clear()
  known.set(key, at)
  return at
}

/** The same, by the rules of the case's place. */
export const silentAtIn = async (options: { regionCode: string; risk: Risk | undefined; from: Date }): Promise<Date> => {
  const { regionCode, risk, from } = options
  return silentAtFor({ rules: await rulesFor(regionCode), risk, from })
}
