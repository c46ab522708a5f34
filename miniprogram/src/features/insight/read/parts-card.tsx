import { Text, View } from '@tarojs/components'
import { FiguresCard } from '@/components/figures-card'
import { texts } from '../texts'

interface Part {
  key: string
  name: string
  people: number | null
}
const SHOWN = 6

/** How many people come from each place, or bring each kind: as bars, or all of it as a table. */
export const PartsCard = ({ title, column, parts }: { title: string; column: string; parts: readonly Part[] }) => {
  const most = Math.max(1, ...parts.map(({ people }) => people ?? 2))
  if (parts.length === 0) return null
  return (
    <FiguresCard title={title} head={[column, texts.count]} rows={parts.map(({ name, people }) => [name, texts.part(people)])}>
      {parts.slice(0, SHOWN).map(({ key, name, people }) => (
        <View key={key} className="g-part">
          <View className="h-row spread">
            <Text className="h-grow">{name}</Text>
            <Text className={people === null ? 'h-note' : 'h-bold'}>{texts.part(people)}</Text>
          </View>
          <View className="g-line">
            <View className={`g-fill ${people === null ? 'few' : ''}`} style={{ width: `${((people ?? 2) / most) * 100}%` }} />
          </View>
        </View>
      ))}
    </FiguresCard>
  )
}
