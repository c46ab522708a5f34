import { Check, Close } from '@nutui/icons-react-taro'
import { Text, View } from '@tarojs/components'
import { pressable } from '@/components/pressable'
import { ANSWER_NAMES } from '../texts'
import type { Answer } from './use-voting'

const ORDER: readonly Answer[] = ['agree', 'disagree', 'pass']

const Mark = ({ answer }: { answer: Answer }) => (
  <View className={`v-mark ${answer}`} aria-hidden>
    {answer === 'agree' ? (
      <Check size={20} color="#FFFFFF" />
    ) : answer === 'disagree' ? (
      <Close size={18} color="#FFFFFF" />
    ) : (
      <Text className="h-bold">?</Text>
    )}
  </View>
)

interface Props {
  label: string
  /** What was said before. */
  chosen: Answer | null
  busy: boolean
  onAnswer: (answer: Answer) => void
}

/** The three answers, alike in size and weight, so that none is suggested. */
export const AnswerButtons = ({ label, chosen, busy, onAnswer }: Props) => (
  <View className="v-answers" role="radiogroup" aria-label={label}>
    {ORDER.map((answer) => (
      <View
        key={answer}
        className={`v-answer ${chosen === answer ? 'on' : ''} ${busy ? 'busy' : ''}`}
        {...pressable(() => (busy ? undefined : onAnswer(answer)), { role: 'radio', on: chosen === answer, label: ANSWER_NAMES[answer] })}
      >
        <Mark answer={answer} />
        <Text>{ANSWER_NAMES[answer]}</Text>
      </View>
    ))}
  </View>
)
