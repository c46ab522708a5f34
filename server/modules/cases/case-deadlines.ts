import { dueAt, limitFor, rulesVersion, shiftDue, warnAt } from '@server/modules/deadlines'
import type { DeadlineKind, Move } from '@shared/cases/moves'
import type { Light } from '@shared/cases/schemas'
import type { CaseKind, CaseStatus, Risk } from '@shared/cases/words'
import { limitIn } from '@shared/deadlines/limits'
import type { DeadlineRules } from '@shared/deadlines/schemas'
import { type Case, type CaseDeadline, NEVER, type Pause } from './case.model'

/** What decides how long a case's deadlines are. */
type Nature = { kind: CaseKind; risk?: Risk | undefined }
/** The fields by which cases are found when they are due; all follow from the deadlines. */
type Clock = Pick<Case, 'deadlines' | 'dueAt'> & Required<Pick<Case, 'warnAt' | 'lightAt'>>

type Limited = CaseDeadline & Required<Pick<CaseDeadline, 'limit'>>
const withDates = (one: Limited, pauses: readonly Pause[], rules?: DeadlineRules): CaseDeadline => {
  const { startedAt: from, limit, extraDays = 0, version } = one
  const terms = { from, limit, pauses, extraDays, version, rules }
  const due = dueAt(terms)
  return { ...one, dueAt: due, warnAt: warnAt({ ...terms, due }) }
}

const start = (deadline: DeadlineKind, { kind, risk = 'D' }: Nature, now: Date): CaseDeadline => {
  const limit = limitFor({ deadline, kind, risk })
  return withDates({ kind: deadline, startedAt: now, dueAt: now, open: true, limit, version: rulesVersion() }, [])
}

/** The deadlines of a new case: somebody has to accept it. */
export const firstDeadlines = (nature: Nature, now: Date): CaseDeadline[] => [start('accept', nature, now)]

/** The deadline as it is when what it was for has been done. */
export const ended = (one: CaseDeadline, at: Date): CaseDeadline => ({ ...one, open: false, endedAt: at })

/**
 * What a move makes of the deadlines: those of `stops` end, those of `starts` begin. One of each kind is kept.
 * The time for the whole runs on when the case changes hands: only an ended one begins anew.
 */
export const deadlinesAfter = (options: {
  deadlines: readonly CaseDeadline[]
  rule: Pick<Move, 'starts' | 'stops'>
  nature: Nature
  now: Date
}): CaseDeadline[] => {
  const { deadlines, rule, nature, now } = options
  const stopped = deadlines.map((one) => (one.open && (rule.stops === 'all' || rule.stops?.includes(one.kind)) ? ended(one, now) : one))
  const starting = (rule.starts ?? []).filter((name) => name !== 'total' || !stopped.some((one) => one.kind === name && one.open))
  return [...stopped.filter((one) => !starting.includes(one.kind)), ...starting.map((name) => start(name, nature, now))]
}

/** The pauses after a move to `to`: one begins with standing still, the last one ends with going on. */
export const pausesAfter = (doc: Pick<Case, 'status' | 'pauses' | 'suspendedAt'>, to: CaseStatus, now: Date): Pause[] | undefined => {
  const { status, pauses = [], suspendedAt } = doc
  if (to === 'suspended') return [...pauses, { from: now, to: null }]
  if (status !== 'suspended') return doc.pauses
  // Suspended before pauses were kept: of that one only the beginning is known.
  const open = pauses.at(-1) ?? { from: suspendedAt ?? now, to: null }
  return [...pauses.slice(0, -1), { from: open.from, to: now }]
}

/** A light that was shown is not shown again, unless the new dates have put it out. */
const stillLit = (one: CaseDeadline, now: Date): CaseDeadline => {
  const { lit, escalateAt, escalatedTo, ...rest } = one
  if (lit === undefined || (one.warnAt ?? one.dueAt) > now) return rest
  return lit === 'red' && one.dueAt <= now ? one : { ...rest, lit: 'yellow' }
}

/** The open deadlines computed anew from what they are made of and from the pauses. */
export const deadlinesAnew = (
  deadlines: readonly CaseDeadline[],
  pauses: readonly Pause[],
  now: Date,
  rules?: DeadlineRules,
): CaseDeadline[] =>
  deadlines.map((one) => {
    if (!one.open) return one
    const { limit } = one
    if (limit) return stillLit(withDates({ ...one, limit }, pauses, rules), now)
    const { from, to } = pauses.at(-1) ?? {}
    return from && to ? { ...one, dueAt: shiftDue({ dueAt: one.dueAt, pausedFrom: from, resumedAt: to }) } : one
  })

/** The deadlines with so many working days more for an open one. */
export const deadlinesExtended = (options: {
  doc: Pick<Case, 'deadlines' | 'pauses'>
  deadline: DeadlineKind
  days: number
  now: Date
}): CaseDeadline[] => {
  const { doc, deadline, days, now } = options
  return doc.deadlines.map((one) => {
    if (!one.open || one.kind !== deadline) return one
    const { limit, extraDays = 0 } = one
    const longer = { ...one, extraDays: extraDays + days }
    if (limit) return stillLit(withDates({ ...longer, limit }, doc.pauses ?? []), now)
    // Began before limits were kept: of that one only the date is known.
    return stillLit({ ...longer, dueAt: dueAt({ from: one.dueAt, limit: { amount: days, unit: 'workingDays' } }) }, now)
  })
}

/** The open deadlines of a case by rules in another version, or after it turned out to be of another kind or risk. */
export const deadlinesBy = (options: {
  doc: Pick<Case, 'deadlines' | 'pauses'>
  nature: Nature
  rules: DeadlineRules
  version: number
  now: Date
}): CaseDeadline[] => {
  const { doc, nature, rules, version, now } = options
  const { kind, risk = 'D' } = nature
  const changed = doc.deadlines.map((one) =>
    one.open ? { ...one, limit: limitIn(rules, { deadline: one.kind, kind, risk }), version } : one,
  )
  return deadlinesAnew(changed, doc.pauses ?? [], now, rules)
}

/** When somebody has to be told of a deadline next: that it turns yellow or red, or, above, that it is still red. */
const nextLight = ({ lit, warnAt: warning, dueAt: due, escalateAt }: CaseDeadline): Date => {
  if (lit === 'red') return escalateAt ?? NEVER
  return lit === undefined ? (warning ?? due) : due
}
const earliest = (dates: readonly Date[]): Date => new Date(Math.min(NEVER.getTime(), ...dates.map((one) => one.getTime())))

/** The deadlines and what follows from them. While a case stands still, nothing falls due. */
export const clockOf = (deadlines: CaseDeadline[], stands: boolean): Clock => {
  if (stands) return { deadlines, dueAt: NEVER, warnAt: NEVER, lightAt: NEVER }
  const open = deadlines.filter((one) => one.open)
  // The applicant's word is awaited, not worked for: nobody is warned of it.
  const watched = open.filter((one) => one.kind !== 'confirm')
  return {
    deadlines,
    dueAt: earliest(open.map((one) => one.dueAt)),
    warnAt: earliest(watched.map((one) => one.warnAt ?? one.dueAt)),
    lightAt: earliest(watched.map(nextLight)),
  }
}

/** How much of the time is left, as a light; the index's dates say it, so that a list computes nothing. */
export const lightOf = ({ status, dueAt, warnAt }: Pick<Case, 'status' | 'dueAt'> & { warnAt?: Date | undefined }, now: Date): Light => {
  if (status === 'suspended' || dueAt >= NEVER) return 'none'
  if (now > dueAt) return 'red'
  return warnAt !== undefined && now >= warnAt ? 'yellow' : 'green'
}
