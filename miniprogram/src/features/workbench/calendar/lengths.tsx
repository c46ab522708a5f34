import type { WorkingPlan } from '@shared/mediation/schemas'
import { Card } from '@/components/card'
import { texts } from '../texts'
import { Stepper } from './stepper'

const SESSION = { least: 15, most: 240, step: 15 }
const BUFFER = { least: 0, most: 120, step: 15 }
const NOTICE = [0, 2, 4, 12, 24, 48, 72, 168]
const HORIZON = [3, 7, 14, 21, 31, 45, 60, 92]

/** The next of `values` in a direction, from whatever is set. */
export const nextOf = (values: readonly number[], value: number, by: -1 | 1): number => {
  const next = by > 0 ? values.find((each) => each > value) : values.filter((each) => each < value).at(-1)
  return next ?? value
}

const within = ({ least, most, step }: typeof SESSION, value: number, by: -1 | 1): number =>
  Math.min(most, Math.max(least, value + by * step))

interface Props {
  plan: WorkingPlan
  onChange: (change: Partial<WorkingPlan>) => void
}

/** How long a session is, what is kept free around it, how soon and how far ahead one can book. */
export const Lengths = ({ plan, onChange }: Props) => {
  const { sessionMinutes, bufferBefore = 0, bufferAfter = 0, noticeHours, horizonDays = 31 } = plan
  const free = (minutes: number) => (minutes === 0 ? texts.bufferNone : texts.minutes(minutes))
  const lines: { label: string; value: string; step: (by: -1 | 1) => Partial<WorkingPlan> }[] = [
    {
      label: texts.sessionLength,
      value: texts.minutes(sessionMinutes),
      step: (by) => ({ sessionMinutes: within(SESSION, sessionMinutes, by) }),
    },
    { label: texts.bufferBefore, value: free(bufferBefore), step: (by) => ({ bufferBefore: within(BUFFER, bufferBefore, by) }) },
    { label: texts.bufferAfter, value: free(bufferAfter), step: (by) => ({ bufferAfter: within(BUFFER, bufferAfter, by) }) },
    { label: texts.notice, value: texts.hoursUnit(noticeHours), step: (by) => ({ noticeHours: nextOf(NOTICE, noticeHours, by) }) },
    { label: texts.horizon, value: texts.daysUnit(horizonDays), step: (by) => ({ horizonDays: nextOf(HORIZON, horizonDays, by) }) },
  ]
  return (
    <Card>
      {lines.map(({ label, value, step }) => (
        <Stepper key={label} label={label} value={value} onLess={() => onChange(step(-1))} onMore={() => onChange(step(1))} />
      ))}
    </Card>
  )
}
