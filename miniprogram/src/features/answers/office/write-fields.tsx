import { ANSWER_RESULT_NAMES, ANSWER_RESULTS } from '@shared/answers/schemas'
import { Text, View } from '@tarojs/components'
import { Field } from '@/components/field'
import { Option } from '@/components/option'
import { texts } from '../texts'
import type { AnswerText, missingIn } from './answer-draft'

interface Props {
  text: AnswerText
  wrong: ReturnType<typeof missingIn>
  onChange: (over: Partial<AnswerText>) => void
}

/** What an answer is made of, one question after the other. */
export const WriteFields = ({ text, wrong, onChange }: Props) => (
  <>
    <Field
      label={texts.heading}
      value={text.title}
      onChange={(title) => onChange({ title })}
      max={60}
      placeholder={texts.headingPlaceholder}
      error={wrong.title}
    />
    <View className="h-col tight" role="radiogroup" aria-label={texts.result}>
      <Text className="h-bold">{texts.result}</Text>
      {ANSWER_RESULTS.map((result) => (
        <Option
          key={result}
          title={ANSWER_RESULT_NAMES[result]}
          note={texts.resultNotes[result]}
          on={text.result === result}
          onPress={() => onChange({ result })}
        />
      ))}
    </View>
    <Field
      long
      label={texts.raised}
      value={text.raised}
      onChange={(raised) => onChange({ raised })}
      max={500}
      placeholder={texts.raisedPlaceholder}
      hint={texts.plainHint}
      error={wrong.raised}
    />
    {text.result === 'notDone' && text.done.trim() === '' ? null : (
      <Field
        long
        label={text.result === 'underWay' ? texts.underWay : texts.done}
        value={text.done}
        onChange={(done) => onChange({ done })}
        max={1000}
        placeholder={texts.donePlaceholder}
        error={wrong.done}
      />
    )}
    {text.result === 'done' && text.notDone.trim() === '' ? null : (
      <Field
        long
        label={texts.notDone}
        value={text.notDone}
        onChange={(notDone) => onChange({ notDone })}
        max={1000}
        placeholder={texts.notDonePlaceholder}
        error={wrong.notDone}
      />
    )}
  </>
)
