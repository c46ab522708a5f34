import { ANSWER_RESULT_NAMES, ANSWER_RESULTS, type AnswerPage, type AnswerResult } from '@shared/answers/schemas'
import { Text, View } from '@tarojs/components'
import { pressable } from '@/components/pressable'
import { texts } from '../texts'

interface Props {
  counts: AnswerPage['counts']
  /** null: all of them. */
  chosen: AnswerResult | null
  onChoose: (result: AnswerResult | null) => void
}

/** How many of each result; a press shows only those, another press all. */
export const CountTiles = ({ counts, chosen, onChoose }: Props) => (
  <View className="r-counts" role="group" aria-label={texts.results}>
    {ANSWER_RESULTS.map((result) => {
      const on = chosen === result
      const name = ANSWER_RESULT_NAMES[result]
      return (
        <View
          key={result}
          className={`r-count ${on ? 'on' : ''}`}
          {...pressable(() => onChoose(on ? null : result), { role: 'checkbox', on, label: `${name} ${texts.count(counts[result])}` })}
        >
          <View className="r-number">
            <Text>{counts[result]}</Text>
          </View>
          <Text className={on ? 'h-bold' : 'h-note'}>{name}</Text>
        </View>
      )
    })}
  </View>
)
