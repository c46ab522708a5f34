import type { StatementView } from '@shared/consultations/opinion'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip, type Tone } from '@/components/chip'
import { ANSWER_NAMES, STATE_NAMES, texts } from '../texts'

const TONES: Record<StatementView['state'], Tone> = { checking: 'sky', shown: 'bamboo', refused: 'amber', hidden: 'neutral' }

interface Props {
  statement: StatementView
  onAnswer?: () => void
  onHide?: () => void
}

/** A statement with what the reader can do about it; one's own with what has become of it. */
export const StatementLine = ({ statement, onAnswer, onHide }: Props) => {
  const { text, state, reason, mine, answer, can } = statement
  const own = mine && !onAnswer
  const answers = onAnswer && can.includes('answer')
  return (
    <Card>
      {own ? (
        <View className="v-chip">
          <Chip tone={TONES[state]}>{STATE_NAMES[state]}</Chip>
        </View>
      ) : null}
      <Text className="h-block h-bold">{text}</Text>
      {reason ? <Text className="h-block h-error">{texts.reason(reason)}</Text> : null}
      {own ? null : (
        <View className="h-row spread wrap v-after">
          <View className="h-row">
            {mine ? <Chip tone="sky">{texts.mineChip}</Chip> : null}
            <Text className="h-note">{answer ? texts.yours(ANSWER_NAMES[answer]) : texts.unsaid}</Text>
          </View>
          <View className="h-row">
            {onHide && can.includes('hide') ? (
              <Button small look="text" label={`${texts.hide} ${text}`} onPress={onHide}>
                {texts.hide}
              </Button>
            ) : null}
            {answers ? (
              <Button small look="ghost" label={`${answer ? texts.change1 : texts.answer} ${text}`} onPress={onAnswer}>
                {answer ? texts.change1 : texts.answer}
              </Button>
            ) : null}
          </View>
        </View>
      )}
    </Card>
  )
}
