const HOUR = 3_600_000
const BEFORE = { remindDay: 24 * HOUR, remindHour: HOUR } as const

export type Reminder = keyof typeof BEFORE
const REMINDERS = Object.keys(BEFORE) as Reminder[]

const at = (startsAt: Date, reminder: Reminder): Date => new Date(startsAt.getTime() - BEFORE[reminder])

/** When the next reminder of a session is due: a day before and an hour before, as far as these still lie ahead. */
export const nextReminder = (startsAt: Date, now: Date): Date | null =>
  REMINDERS.map((reminder) => at(startsAt, reminder)).find((due) => due > now) ?? null

/** Which reminder fits now: the latest that is due, or none when the session has begun. */
export const reminderNow = (startsAt: Date, now: Date): Reminder | undefined =>
  startsAt <= now ? undefined : REMINDERS.filter((reminder) => at(startsAt, reminder) <= now).at(-1)
