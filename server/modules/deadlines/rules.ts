import type { DeadlineKind } from '@shared/cases/moves'
import type { CaseKind, Risk } from '@shared/cases/words'
import { DEFAULT_RULES, limitIn } from '@shared/deadlines/limits'
import type { DeadlineRules, Limit } from '@shared/deadlines/schemas'

/** The version of the rules that stand in the code, which count until the city has its own. */
export const BUILT_IN = 0
let versions = new Map<number, DeadlineRules>([[BUILT_IN, DEFAULT_RULES]])
let active = BUILT_IN

/** Replaces the rules that were read from the database; `current` is the version in force. */
export const setRules = (found: ReadonlyMap<number, DeadlineRules>, current: number): void => {
  versions = new Map([[BUILT_IN, DEFAULT_RULES], ...found])
  active = versions.has(current) ? current : BUILT_IN
}

/** The version of the rules in force, which new deadlines keep: what is computed anew later rests on the same rules. */
export const rulesVersion = (): number => active
/** The rules of a version; those in the code for deadlines that began before rules were data. */
export const rulesOf = (version: number | undefined): DeadlineRules => versions.get(version ?? BUILT_IN) ?? DEFAULT_RULES
/** The rules in force. */
export const activeRules = (): DeadlineRules => rulesOf(active)

/** How long a deadline is by the rules in force, or by those of a version. */
export const limitFor = (options: { deadline: DeadlineKind; kind: CaseKind; risk: Risk; version?: number }): Limit =>
  limitIn(rulesOf(options.version ?? active), options)
