import { Text, View } from '@tarojs/components'
import { FiguresCard } from '@/components/figures-card'
import { pressable } from '@/components/pressable'
import { changeWords, countWords, heightOf } from './numbers'
import { texts } from './texts'

export interface Ranked {
  key: string
  name: string
  count: number | null
  previous: number | null
}

const SHOWN = 6

const Row = ({ item, most, onPress }: { item: Ranked; most: number; onPress?: (() => void) | undefined }) => (
  <View className="o-rank" {...(onPress ? pressable(onPress) : {})}>
    <View className="h-row spread">
      <Text className="h-grow">{item.name}</Text>
      <Text className={item.count === null ? 'h-note' : 'h-bold'}>{countWords(item.count)}</Text>
    </View>
    <View className="o-track">
      <View className={`o-fill ${item.count === null ? 'few' : ''}`} style={{ width: `${heightOf(item.count, most)}%` }} />
    </View>
    {item.count !== null && item.previous ? <Text className="h-note">{changeWords(item.count, item.previous)}</Text> : null}
  </View>
)

interface Props {
  title: string
  column: string
  items: readonly Ranked[]
  onPick?: (item: Ranked) => void
}

/** Counts by category or place, the most first; with all numbers as a table. */
export const RankedCard = ({ title, column, items, onPick }: Props) => {
  const most = Math.max(1, ...items.map(({ count }) => count ?? 0))
  if (items.length === 0) return null
  return (
    <FiguresCard
      title={title}
      head={[column, texts.count, texts.previous]}
      rows={items.map(({ name, count, previous }) => [name, countWords(count), countWords(previous)])}
    >
      {items.slice(0, SHOWN).map((item) => (
        <Row key={item.key} item={item} most={most} onPress={onPick ? () => onPick(item) : undefined} />
      ))}
    </FiguresCard>
  )
}
