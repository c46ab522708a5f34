import type { Summary } from '@shared/opinion/schemas'
import { Text, View } from '@tarojs/components'
import { changeWords, countWords, shareWords } from './numbers'
import { texts } from './texts'

const Figure = ({ name, value, note }: { name: string; value: string; note: string }) => (
  <View className="h-card o-figure">
    <Text className="h-note">{name}</Text>
    <View className={`o-value ${/\d/.test(value) && value.length <= 5 ? '' : 'words'}`}>
      <Text>{value}</Text>
    </View>
    <Text className="h-note">{note}</Text>
  </View>
)

/** The three figures at the top: how much, how much in time, how satisfied. */
export const Figures = ({ summary }: { summary: Summary }) => (
  <View className="o-figures">
    <Figure name={texts.brought} value={countWords(summary.total)} note={changeWords(summary.total, summary.previous)} />
    <Figure name={texts.closed} value={shareWords(summary.closedShare)} note={texts.inTime} />
    <Figure
      name={texts.satisfied}
      value={shareWords(summary.satisfiedShare)}
      note={summary.rated === null ? texts.ratedFew : texts.rated(summary.rated)}
    />
  </View>
)
