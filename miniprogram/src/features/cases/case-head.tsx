import type { CaseView } from '@shared/cases/schemas'
import { isOpen } from '@shared/cases/words'
import { LEVEL_NAMES } from '@shared/feedback/schemas'
import { Text, View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { Card } from '@/components/card'
import { StatusChip } from '@/components/chip'
import { ProgressBar } from '@/components/progress-bar'
import { open } from '@/lib/navigate'
import { elapsed, fullTimeWords, remaining } from '@/lib/time'
import { roleName } from './case-card'
import { nextOf } from './next'
import { texts } from './texts'

/** The plain words in which the service said why this person has it. */
const whyOf = ({ timeline }: CaseView): string => [...timeline].reverse().find(({ type, text }) => type === 'assign' && text)?.text ?? ''

/** Where it stands, who has it and why. */
export const StandCard = ({ view }: { view: CaseView }) => {
  const why = whyOf(view)
  return (
    <Card>
      <View className="h-row spread top">
        <Text className="h-head h-grow">{view.title}</Text>
        <StatusChip status={view.status} />
      </View>
      {view.assignee ? (
        <View className="h-row h-gapped">
          <Avatar name={view.assignee.name} />
          <View className="h-grow">
            <Text>
              <Text className="h-bold">{view.assignee.name}</Text>
              {` ${roleName(view.assignee.role)}`}
            </Text>
            {why ? (
              <View>
                <Text className="h-note">{texts.why(why)}</Text>
              </View>
            ) : null}
          </View>
        </View>
      ) : isOpen(view.status) ? (
        <Text className="h-note">{texts.nobody}</Text>
      ) : null}
    </Card>
  )
}

/** What comes next. */
export const NextCard = ({ view }: { view: CaseView }) => {
  const next = nextOf(view)
  return (
    <Card tone="soft">
      <Text className="h-note h-deep">{texts.nextLabel}</Text>
      <View>
        <Text className="h-head">{next.title}</Text>
      </View>
      {next.note ? <Text className="h-note">{next.note}</Text> : null}
      {view.status === 'failed' ? <Ways /> : null}
    </Card>
  )
}

const Ways = () => (
  <View className="h-col tight h-gapped">
    {texts.failedWays.map(({ title, note }) => (
      <View key={title}>
        <Text className="h-bold">{title}</Text>
        <View>
          <Text className="h-note">{note}</Text>
        </View>
      </View>
    ))}
  </View>
)

/** By when: the whole if its deadline runs, else the nearest. */
export const DeadlineCard = ({ view }: { view: CaseView }) => {
  const running = view.deadlines.filter(({ open }) => open)
  const due = running.find(({ kind }) => kind === 'total') ?? running[0]
  if (!due || !isOpen(view.status) || view.status === 'suspended') return null
  const { words, state } = remaining(due.dueAt)
  return (
    <Card>
      <View className="h-row spread wrap">
        <Text className="h-bold">{texts.deadlineTitle}</Text>
        <Text className={state === 'late' ? 'h-note h-late' : 'h-note'}>{`${texts.before(fullTimeWords(due.dueAt))} · ${words}`}</Text>
      </View>
      <View className="h-gapped">
        <ProgressBar share={elapsed(due.startedAt, due.dueAt)} state={state} label={texts.deadlineTitle} />
      </View>
      {state === 'late' ? <Text className="h-note h-late">{texts.late}</Text> : null}
    </Card>
  )
}

/** What the reader has rated, and who can see it; until then it can be changed. */
export const RatedCard = ({ view }: { view: CaseView }) => {
  const { feedback } = view
  if (!feedback) return null
  const words = texts.rated(LEVEL_NAMES[feedback.overall as 1 | 2 | 3 | 4 | 5])
  const change = feedback.sealed ? { onPress: () => open('feedback', { id: view.id }), label: `${words}，${texts.rateAgain}` } : {}
  return (
    <Card {...change}>
      <View className="h-row spread">
        <Text className="h-bold">{words}</Text>
        {feedback.sealed ? <Text className="h-note">{texts.rateAgain}</Text> : null}
      </View>
      <Text className="h-note">{feedback.sealed ? texts.ratedSealed : texts.ratedOpen}</Text>
    </Card>
  )
}
