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
import { BAR, pausesSince, pauseWords } from './clock'
import { chipWords, nextOf } from './next'
import { texts } from './texts'

/** The plain words in which the service said why this person has it: what follows "派给周桂兰：", unless it has passed on since. */
const whyOf = ({ timeline, assignee, status }: CaseView): string => {
  const given = [...timeline].reverse().find(({ type }) => type === 'assign')?.text ?? ''
  const [to = '', ...why] = given.split('：')
  return assignee && isOpen(status) && to.endsWith(`给${assignee.name}`) ? why.join('：') : ''
}

/** Where it stands, who has it and why. */
export const StandCard = ({ view }: { view: CaseView }) => {
  const why = whyOf(view)
  return (
    <Card>
      <View className="h-row spread top">
        <Text className="h-head h-grow">{view.title}</Text>
        <StatusChip status={view.status} {...chipWords(view)} />
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

/** Why it was not accepted, or what it waits for, in the words of who said so. */
const reasonOf = ({ timeline, status, merged }: CaseView): string => {
  if (merged && status === 'suspended') return ''
  const move = status === 'returned' ? 'return' : status === 'suspended' ? 'suspend' : undefined
  const text = [...timeline].reverse().find(({ type }) => type === move)?.text ?? ''
  return text.slice(text.indexOf('：') + 1)
}

/** What comes next. */
export const NextCard = ({ view }: { view: CaseView }) => {
  const next = nextOf(view)
  const reason = reasonOf(view)
  return (
    <Card tone="soft">
      <Text className="h-note h-deep">{texts.nextLabel}</Text>
      <View>
        <Text className="h-head">{next.title}</Text>
      </View>
      {reason ? <Text className="h-block">{reason}</Text> : null}
      {next.note ? <Text className="h-note">{next.note}</Text> : null}
    </Card>
  )
}

const PausedCard = ({ words }: { words: string }) => (
  <Card>
    <Text>{words}</Text>
  </Card>
)

/** By when: the nearest deadline that runs, by its name, with its light in words; or that the clock stands still. */
export const DeadlineCard = ({ view }: { view: CaseView }) => {
  const [due] = view.deadlines.filter(({ open }) => open).sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
  if (!isOpen(view.status)) return null
  if (view.status === 'suspended') {
    const words = view.merged ? '' : pauseWords(view.pauses)
    return words ? <PausedCard words={words} /> : null
  }
  // the other side is not asked
  if (!due || (due.kind === 'confirm' && !view.can.includes('confirm'))) return null
  const title = texts.deadlineTitles[due.kind] ?? ''
  const pauses = pauseWords(pausesSince(view.pauses, due.startedAt))
  const late = due.light === 'red'
  const words = [texts.before(fullTimeWords(due.dueAt)), remaining(due.dueAt).words, texts.lights[due.light]]
  return (
    <Card>
      <View className="h-row spread wrap">
        <Text className="h-bold">{title}</Text>
        <Text className={late ? 'h-note h-late' : 'h-note'}>{words.filter(Boolean).join(' · ')}</Text>
      </View>
      <View className="h-gapped">
        <ProgressBar share={elapsed(due.startedAt, due.dueAt)} state={BAR[due.light]} label={title} />
      </View>
      {due.extended ? <Text className="h-note h-block">{due.extended}</Text> : null}
      {pauses ? <Text className="h-note h-block">{pauses}</Text> : null}
      {due.kind === 'confirm' ? (
        <Text className="h-note">{texts.silence}</Text>
      ) : late ? (
        <Text className="h-note h-late">{texts.late}</Text>
      ) : null}
    </Card>
  )
}

/** What the reader has rated, and who can see it; until then it can be changed. */
export const RatedCard = ({ view }: { view: CaseView }) => {
  const { feedback } = view
  if (!feedback) return null
  const words = texts.rated(LEVEL_NAMES[feedback.overall as 1 | 2 | 3 | 4 | 5])
  const change = feedback.sealed ? { onPress: () => open('feedback', { id: view.id }) } : {}
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
