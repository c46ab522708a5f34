import { categoryName } from '@shared/cases/categories'
import type { Understanding } from '@shared/understanding/schemas'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Pick } from '@/components/option'
import { dial, EMERGENCY, numbersIn } from '@/lib/emergency'
import type { StepProps } from './draft'
import { texts } from './texts'
import { type Choice, choiceOf, othersOf, soundsDangerous } from './understanding'

interface Props extends StepProps {
  understanding: Understanding
}

/** Danger now: whom to call, before anything is written to the end. */
export const UrgentCard = ({ text, understanding }: { text: string; understanding: Understanding | null }) => {
  const words = understanding ? understanding.urgent : soundsDangerous(text) ? texts.urgentHere : null
  if (!words) return null
  return (
    <Card tone="seal">
      <View className="h-col tight" role="alert">
        <Text className="h-head h-late">{texts.urgentTitle}</Text>
        <Text>{words}</Text>
        <View className="h-row wrap h-pair">
          {numbersIn(words).map((number) => (
            <Button key={number} look="danger" onPress={() => dial(number)}>
              {texts.callNumber(number, EMERGENCY[number] ?? '')}
            </Button>
          ))}
        </View>
        <Text className="h-note">{texts.urgentNote}</Text>
      </View>
    </Card>
  )
}

const Choices = ({ label, choices, change }: { label: string; choices: readonly Choice[]; change: StepProps['change'] }) => (
  <View className="h-row wrap h-choices" role="radiogroup" aria-label={label}>
    {choices.map((choice) => (
      <Pick key={choice.label} title={choice.label} on={false} onPress={() => change({ kind: choice.kind, category: choice.category })} />
    ))}
  </View>
)

/** What else it may be; one press takes it. */
export const OtherChoices = ({ draft, change, understanding }: Props) => {
  const others = othersOf(understanding, categoryName)
  if (draft.kind || others.length === 0) return null
  return (
    <View className="h-col tight">
      <Text className="h-note">{texts.maybe}</Text>
      <Choices label={texts.maybe} choices={others} change={change} />
    </View>
  )
}

/** The one question that would change something; where it happened is what the next step asks anyway. It can be left unanswered. */
export const Question = ({ draft, change, understanding }: Props) => {
  const { question } = understanding
  if (!question || draft.kind || question.about === 'place') return null
  const choices = question.options.flatMap((option) => choiceOf(option, understanding) ?? [])
  return (
    <Card>
      <View className="h-col tight">
        <Text className="h-note">{texts.questionTitle}</Text>
        <Text className="h-bold">{question.text}</Text>
        <Choices label={question.text} choices={choices} change={change} />
      </View>
    </Card>
  )
}
