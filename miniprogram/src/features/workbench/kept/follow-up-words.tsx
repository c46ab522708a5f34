import { FOLLOW_UP_METHOD_NAMES, FOLLOW_UP_RESULT_NAMES, type FollowUpView } from '@shared/feedback/schemas'
import { Text, View } from '@tarojs/components'
import { Chip } from '@/components/chip'
import { dayName } from '@/features/obligations/day-name'
import { dateOf, timeWords } from '@/lib/time'
import { texts } from './texts'

const DueChip = ({ followUp }: { followUp: FollowUpView }) => {
  const { state, overdue, dueOn, result } = followUp
  const day = dayName(dueOn, dateOf(Date.now()))
  if (state === 'done')
    return <Chip tone={result === 'kept' ? 'bamboo' : 'amber'}>{result ? FOLLOW_UP_RESULT_NAMES[result] : texts.finished}</Chip>
  return <Chip tone={overdue ? 'seal' : 'bamboo'}>{overdue ? texts.late(day) : day}</Chip>
}

/** One follow-up: when, what the parties said themselves, what was found. */
export const FollowUpWords = ({ followUp, title }: { followUp: FollowUpView; title: string }) => {
  const { by, method, doneAt, note, answers } = followUp
  const done = doneAt ? [texts.by(by, method ? FOLLOW_UP_METHOD_NAMES[method] : ''), timeWords(doneAt)].filter(Boolean).join(' · ') : ''
  return (
    <View>
      <View className="h-row spread top">
        <Text className="h-bold h-grow">{title}</Text>
        <DueChip followUp={followUp} />
      </View>
      {done ? <Text className="h-note">{done}</Text> : null}
      {note ? (
        <View className="w-quote">
          <Text>{note}</Text>
        </View>
      ) : null}
      {answers.map((answer) => (
        <View key={`${answer.side}${answer.at}`} className="w-quote">
          <Text>
            {[texts.answered(texts.sides[answer.side], FOLLOW_UP_RESULT_NAMES[answer.result]), answer.note].filter(Boolean).join('。')}
          </Text>
        </View>
      ))}
    </View>
  )
}
