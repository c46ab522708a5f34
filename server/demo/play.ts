import { dateOfDay, dayNumberOf, instantAt, isWorkingDay } from '@server/modules/deadlines'
import { clock } from '@server/platform/clock'
import { LIVES, STEP_HOURS, type StepName } from './lives'
import { type Run, STEPS } from './steps'

const HOUR = 3_600_000
const MINUTE = 60_000
const OPENS = 8 * 60 + 40
const CLOSES = 17 * 60 + 40

const minutesOf = (at: Date, day: number): number => (at.getTime() - instantAt(day, 0).getTime()) / MINUTE

/** The next moment from `at` on at which people work. */
export const inHours = (at: Date, index: number): Date => {
  let day = dayNumberOf(at)
  const minutes = minutesOf(at, day)
  if (isWorkingDay(dateOfDay(day)) && minutes >= OPENS && minutes < CLOSES) return at
  if (minutes >= OPENS) day += 1
  while (!isWorkingDay(dateOfDay(day))) day += 1
  return new Date(instantAt(day, OPENS).getTime() + ((index * 17) % 70) * MINUTE)
}

/** When a step comes. */
const timeOf = (run: Run, step: StepName): Date => {
  if (step === 'meet' && run.booking) return new Date(run.booking.endsAt)
  const minutes = STEP_HOURS[step] * 60 + ((run.index * 23 + step.length * 7) % 47)
  return inHours(new Date(run.at.getTime() + minutes * MINUTE), run.index + step.length)
}

/** A time is agreed on before it has come. */
const inTime = (run: Run, step: StepName, at: Date): Date => {
  if (step !== 'agreeTime' || !run.booking) return at
  const latest = Date.parse(run.booking.startsAt) - 30 * MINUTE
  return new Date(Math.max(run.at.getTime() + MINUTE, Math.min(at.getTime(), latest)))
}

/** Lives a case's life up to now. */
export const play = async (run: Run): Promise<void> => {
  for (const word of LIVES[run.sample.life].split(' ').filter(Boolean)) {
    const [name, level] = word.split(':') as [string, string | undefined]
    if (name === 'ago') {
      run.at = new Date(Math.max(run.at.getTime(), run.now.getTime() - Number(level) * HOUR))
      continue
    }
    const step = name as StepName
    const isRecent = run.at.getTime() > run.now.getTime() - 30 * HOUR
    const at = inTime(run, step, isRecent ? new Date(run.at.getTime() + STEP_HOURS[step] * HOUR) : timeOf(run, step))
    if (at >= run.now) return
    run.at = at
    await clock.at(at, () => STEPS[step](run, Number(level)))
  }
}
