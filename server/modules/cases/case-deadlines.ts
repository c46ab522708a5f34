import { deadlineFor, shiftDue } from '@server/modules/deadlines'
import type { DeadlineKind, Move } from '@shared/cases/moves'
import type { CaseKind } from '@shared/cases/words'
import { type CaseDeadline, NEVER } from './case.model'

const start = (deadline: DeadlineKind, kind: CaseKind, now: Date): CaseDeadline => ({
  kind: deadline,
  startedAt: now,
  dueAt: deadlineFor({ deadline, kind, from: now }),
  open: true,
})

/** The deadlines of a new case: somebody has to accept it. */
export const firstDeadlines = (kind: CaseKind, now: Date): CaseDeadline[] => [start('accept', kind, now)]

/**
 * What a move makes of the deadlines: those of `stops` end, those of `starts` begin. One of each kind is kept.
 * The time for the whole runs on when the case changes hands: only an ended one begins anew.
 */
export const deadlinesAfter = (options: {
  deadlines: readonly CaseDeadline[]
  rule: Pick<Move, 'starts' | 'stops'>
  kind: CaseKind
  now: Date
}): CaseDeadline[] => {
  const { deadlines, rule, kind, now } = options
  const stopped = deadlines.map((one) =>
    one.open && (rule.stops === 'all' || rule.stops?.includes(one.kind)) ? { ...one, open: false } : one,
  )
  const starting = (rule.starts ?? []).filter((name) => name !== 'total' || !stopped.some((one) => one.kind === name && one.open))
  return [...stopped.filter((one) => !starting.includes(one.kind)), ...starting.map((name) => start(name, kind, now))]
}

/** Open deadlines after a pause, as many working days later as it took. */
export const deadlinesResumed = (deadlines: readonly CaseDeadline[], pausedFrom: Date, resumedAt: Date): CaseDeadline[] =>
  deadlines.map((one) => (one.open ? { ...one, dueAt: shiftDue({ dueAt: one.dueAt, pausedFrom, resumedAt }) } : one))

/** The nearest open deadline; NEVER when there is none. */
export const nearestDue = (deadlines: readonly CaseDeadline[]): Date =>
  deadlines.reduce((nearest, one) => (one.open && one.dueAt < nearest ? one.dueAt : nearest), NEVER)
