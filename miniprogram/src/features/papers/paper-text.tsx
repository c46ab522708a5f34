import type { PaperView } from '@shared/papers/schemas'
import { Text, View } from '@tarojs/components'
import { timeWords } from '@/lib/time'
import { texts } from './texts'

type Change = PaperView['changes'][number]

const HEADING = /^[一二三四五六七八九十]+、|^【.*】$/

const lookOf = (line: string, first: boolean): string => {
  if (first) return 'h-paper-title'
  return HEADING.test(line.trim()) ? 'h-paper-line h-bold' : 'h-paper-line'
}

/** What was changed, what stood there before struck out. */
const ChangeEntry = ({ change }: { change: Change }) => (
  <View className="h-line">
    <Text className="h-note">{`${timeWords(change.at)} · ${change.by}${change.note ? `：${change.note}` : ''}`}</Text>
    {change.fields.map(({ label, before, after }) => (
      <View key={label} className="h-paper-change">
        <Text className="h-bold h-block">{label}</Text>
        {before ? <Text className="h-paper-before h-block">{texts.was(before)}</Text> : null}
        <Text className="h-paper-after h-block">{after ? texts.now(after) : texts.takenOut}</Text>
      </View>
    ))}
  </View>
)

/** The exact text of a paper, line by line as it will be printed, and what was corrected in it. */
export const PaperText = ({ text, changes = [] }: { text: string; changes?: PaperView['changes'] }) => {
  const lines = text.split('\n')
  const title = lines.findIndex((line) => line.trim() !== '')
  return (
    <View>
      <View className="h-paper">
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a fixed text have no other identity
          <View key={at} className={lookOf(line, at === title)}>
            <Text userSelect>{line}</Text>
          </View>
        ))}
      </View>
      {changes.length > 0 ? (
        <View className="h-paper-changes">
          <Text className="h-head">{texts.changesTitle}</Text>
          {[...changes].reverse().map((change) => (
            <ChangeEntry key={`${change.version}${change.at}`} change={change} />
          ))}
        </View>
      ) : null}
    </View>
  )
}
