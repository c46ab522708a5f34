import type { DeadlineKind } from '../cases/moves'
import type { CaseKind } from '../cases/words'

/** A length of time on the calendar; `working` days leave out weekends and holidays and count days worked in lieu. */
export interface Limit {
  readonly days: number
  readonly unit: 'working' | 'calendar'
}

const working = (days: number): Limit => ({ days, unit: 'working' })
const calendar = (days: number): Limit => ({ days, unit: 'calendar' })
const forEveryKind = (limit: Limit): Record<CaseKind, Limit> => ({ complaint: limit, dispute: limit, hazard: limit, suggestion: limit })

/**
 * How long each step may take, for each kind of case.
 * A dispute as a whole: "as a rule within a month" (人民调解工作若干规定), taken as 30 calendar days.
 */
export const LIMITS: Record<DeadlineKind, Record<CaseKind, Limit>> = {
  accept: forEveryKind(working(1)),
  act: forEveryKind(working(3)),
  total: { dispute: calendar(30), complaint: working(15), hazard: working(7), suggestion: working(30) },
  confirm: forEveryKind(working(15)),
}

/** What a deadline is called on a screen. */
export const DEADLINE_NAMES: Record<DeadlineKind, string> = {
  accept: '受理期限',
  act: '开始办理期限',
  total: '办结期限',
  confirm: '确认期限',
}

/** When a working day ends: deadlines fall on it. Hour of the city's local time. */
export const WORKING_DAY_ENDS = 18
