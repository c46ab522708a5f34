import * as z from 'zod/mini'
import { DEADLINE_KINDS } from '../cases/moves'
import { CASE_KINDS, RISKS } from '../cases/words'
import { words } from '../platform/schema'

/**
 * A length of time. `hours`: round the clock; `workingHours`: only while offices are open; `workingDays`: to the end of the
 * nth working day after; `calendarDays`: to the end of the nth day, or of the next working day when nobody works then.
 */
export const UNITS = ['hours', 'workingHours', 'workingDays', 'calendarDays'] as const
export type Unit = (typeof UNITS)[number]
export const Limit = z.strictObject({ amount: z.int().check(z.gte(1), z.lte(1000)), unit: z.enum(UNITS) })
export type Limit = z.infer<typeof Limit>

/** How long one deadline is for the kinds and risks named; all of them when none is. The first rule that fits counts. */
export const DeadlineRule = z.strictObject({
  deadline: z.enum(DEADLINE_KINDS),
  kinds: z.array(z.enum(CASE_KINDS)).check(z.maxLength(4)),
  risks: z.array(z.enum(RISKS)).check(z.maxLength(4)),
  limit: Limit,
})
export type DeadlineRule = z.infer<typeof DeadlineRule>

const TimeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
export const DeadlineRules = z.strictObject({
  rules: z.array(DeadlineRule).check(z.minLength(1), z.maxLength(100)),
  /** When offices are open on a working day, in order and apart; the end of the last is the end of the day. */
  officeHours: z.array(z.strictObject({ from: TimeOfDay, to: TimeOfDay })).check(z.minLength(1), z.maxLength(4)),
  /** A light turns yellow when this share of the time is left. */
  yellowShare: z.number().check(z.gte(0.05), z.lte(0.9)),
  /** After how many working hours past a deadline the next level above hears of it. */
  escalateHours: z.int().check(z.gte(1), z.lte(200)),
})
export type DeadlineRules = z.infer<typeof DeadlineRules>

export const RULE_STATES = ['draft', 'active', 'retired'] as const
export const SaveDeadlineRules = z.strictObject({ ...DeadlineRules.shape, note: words(200) })
export const DeadlineRulesView = z.strictObject({
  ...DeadlineRules.shape,
  id: z.string(),
  version: z.int(),
  state: z.enum(RULE_STATES),
  note: z.string(),
  savedBy: z.string(),
  savedAt: z.string(),
})
export type DeadlineRulesView = z.infer<typeof DeadlineRulesView>
