/**
 * Deadlines: the working calendar, local time, and how long each step may take, as rules that a city changes.
 * `startRules` must have been awaited once the database is connected; until then the rules in the code count.
 */
export { activateRules, noteApplied, rulesToApply } from './commands/activate-rules'
export { loadCalendar, refreshCalendars } from './commands/load-calendar'
export { startRules, stopRules } from './commands/refresh-rules'
export { clockWords, dateWords, dayWords, shortDay, shortTime, timeWords } from './date-words'
export { mayReadRules, maySetRules } from './deadlines.policy'
export { deadlineHandlers } from './deadlines.routes'
export { dueAt, shiftDue, warnAt } from './due'
export {
  dateOfDay,
  dayNumberOf,
  dayOfDate,
  instantAt,
  localDate,
  minutesOf,
  timeZone,
  toLocalIso,
  useTimeZone,
  weekdayOf,
} from './local-time'
export { findRules } from './queries/list-rules'
export { limitFor, rulesOf, rulesVersion } from './rules'
export { addWorkingHours } from './running-time'
export { isHoliday, isWorkingDay } from './working-days'
