import { clock } from '@server/platform/clock'
import { daysUntil, morningOf } from './days'
import type { Judicial } from './judicial.model'
import type { Obligation, Step } from './obligation.model'

/** Days after the due day (before it, when negative) on which each step is told. */
const OFFSETS: Record<Step, number> = { due: -3, overdue: 1, escalated: 3 }
const ORDER: readonly Step[] = ['due', 'overdue', 'escalated']

type Telling<T extends { step: unknown; nextAt: Date | null }> = Pick<T, 'step' | 'nextAt'>

/** What is told first of a new obligation. Who has just promised something for the day after tomorrow needs no reminder. */
export const firstStep = (dueOn: string): Telling<Obligation> => {
  const dueAt = morningOf(dueOn, OFFSETS.due)
  return dueAt > clock.now() ? { step: 'due', nextAt: dueAt } : { step: 'overdue', nextAt: morningOf(dueOn, OFFSETS.overdue) }
}

/** What is told after a step; nothing after the last. */
export const stepAfter = (step: Step, dueOn: string): Telling<Obligation> => {
  const next = ORDER[ORDER.indexOf(step) + 1]
  return next ? { step: next, nextAt: morningOf(dueOn, OFFSETS[next]) } : { step: null, nextAt: null }
}

/** Whether a step has nothing to say any more: that something will be due, once it has been. */
export const isStale = (step: Step, dueOn: string): boolean => step === 'due' && daysUntil(dueOn) < 0

/** Days before the last one on which the parties are reminded of judicial confirmation. */
const REMINDERS = [10, 3] as const

/** What is told next of judicial confirmation when so many days were left at the last telling. */
export const judicialStep = (lastDay: string, before = Number.POSITIVE_INFINITY): Telling<Judicial> => {
  const next = REMINDERS.find((days) => days < before)
  if (next !== undefined) return { step: next, nextAt: morningOf(lastDay, -next) }
  // The whole last day is in time.
  return { step: 0, nextAt: morningOf(lastDay, 1) }
}
