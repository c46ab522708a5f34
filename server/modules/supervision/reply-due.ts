import { dueAt } from '@server/modules/deadlines'
import { InvalidInput } from '@server/platform/errors'

const USUAL = { amount: 1, unit: 'workingDays' } as const
const LATEST_MS = 90 * 86_400_000

/** By when a reply is awaited; the end of the next working day when nothing is said. Throws InvalidInput. */
export const replyDue = (asked: string | undefined, now: Date): Date => {
  if (asked === undefined) return dueAt({ from: now, limit: USUAL })
  const due = new Date(asked)
  if (due <= now || due.getTime() > now.getTime() + LATEST_MS) throw InvalidInput.field('dueAt', 'out_of_range', '回复期限要在今后90天以内')
  return due
}
