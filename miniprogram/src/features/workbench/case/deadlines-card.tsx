import type { CaseView } from '@shared/cases/schemas'
import { DEADLINE_NAMES } from '@shared/deadlines/limits'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ProgressBar } from '@/components/progress-bar'
import { elapsed, remaining, timeWords } from '@/lib/time'
import { texts as deskTexts } from '../texts'
import { Extensions } from './extensions'
import { texts } from './texts'
import type { PartProps } from './use-staff-case'

type Deadline = CaseView['deadlines'][number]

const BARS = { none: 'fine', green: 'fine', yellow: 'soon', red: 'late' } as const

const running = (a: Deadline, b: Deadline): number => Number(b.open) - Number(a.open)

/** A light is said in words as well as shown by a colour. */
const dueWords = ({ dueAt, light }: Deadline): string =>
  [texts.lights[light], deskTexts.due(timeWords(dueAt)), remaining(dueAt).words].filter(Boolean).join(' · ')

const wasLate = ({ endedAt, dueAt }: Deadline): boolean => endedAt !== null && Date.parse(endedAt) > Date.parse(dueAt)

/** When it ended tells it apart from one of another round, after a case was reopened. */
const endedWords = (deadline: Deadline): string =>
  deadline.endedAt ? deskTexts.deadlineEnded(timeWords(deadline.endedAt), wasLate(deadline)) : deskTexts.deadlineDone

const Line = ({ deadline }: { deadline: Deadline }) => {
  const { kind, open, startedAt, dueAt, light, extended } = deadline
  const late = open ? light === 'red' : wasLate(deadline)
  return (
    <View className="w-deadline">
      <View className="h-row spread wrap">
        <Text>{DEADLINE_NAMES[kind]}</Text>
        <Text className={late ? 'h-error' : 'h-note'}>{open ? dueWords(deadline) : endedWords(deadline)}</Text>
      </View>
      <ProgressBar share={open ? elapsed(startedAt, dueAt) : 1} state={open || !late ? BARS[light] : 'late'} label={DEADLINE_NAMES[kind]} />
      {extended ? <Text className="h-note">{extended}</Text> : null}
    </View>
  )
}

/** The case's deadlines, with how much of each has passed; those that still run first. Then what the clock left out. */
export const DeadlinesCard = (props: PartProps) => {
  const { view } = props
  if (view.deadlines.length === 0) return null
  return (
    <Card>
      <View className="h-head">
        <Text>{deskTexts.deadlines}</Text>
      </View>
      {[...view.deadlines].sort(running).map((deadline) => (
        <Line key={`${deadline.kind}${deadline.startedAt}`} deadline={deadline} />
      ))}
      {view.pauses.map(({ from, to }) => (
        <Text key={from} className="h-note h-block">
          {to ? texts.paused(timeWords(from), timeWords(to)) : texts.pausedNow(timeWords(from))}
        </Text>
      ))}
      <Extensions {...props} />
    </Card>
  )
}
