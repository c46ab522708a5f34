const DAY_MS = 86_400_000
const BEFORE_DAYS = 3

/** A few days before an answer is due; when it is due sooner than that, only when it is late. */
export const firstReminder = (dueAt: Date, now: Date): Date => {
  const before = new Date(dueAt.getTime() - BEFORE_DAYS * DAY_MS)
  return before > now ? before : dueAt
}
