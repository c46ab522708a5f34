import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { Table } from '@/components/table'
import { useCall } from '@/lib/query'
import type { Output } from '@/lib/request'
import { openSection } from '../views'
import { texts } from './watch-texts'
import '../rules/rules.css'

type Counts = Output<'lights.count'>['items'][number]
type Figure = 'open' | 'yellow' | 'red' | 'supervised'
const FIGURES: readonly Figure[] = ['open', 'yellow', 'red', 'supervised']
const EVERY = 60_000

export const sumOf = (items: readonly Counts[], figure: Figure): number => items.reduce((sum, item) => sum + item[figure], 0)

/** Worst first: by how many are late, then by how many soon will be. */
export const worstFirst = (items: readonly Counts[]): Counts[] =>
  [...items].sort((a, b) => b.red - a.red || b.yellow - a.yellow || b.open - a.open)

const width = (part: number, whole: number) => ({ width: `${whole === 0 ? 0 : (part / whole) * 100}%` })

/** How a region's cases divide: late, soon, the rest. What it shows stands in the table too. */
const Split = ({ counts }: { counts: Counts }) => {
  const { regionName, open, yellow, red } = counts
  return (
    <View className="r-limit">
      <View className="h-grow">
        <Text className="h-note h-block">{texts.lightsBar(regionName, red, yellow, open)}</Text>
        <View className="r-split" aria-hidden>
          <View className="r-split-red" style={width(red, open)} />
          <View className="r-split-yellow" style={width(yellow, open)} />
          <View className="r-split-green" style={width(open - red - yellow, open)} />
        </View>
      </View>
    </View>
  )
}

/** How the deadlines stand in the regions below those that one watches. */
export const LightsBoard = ({ wide }: { wide: boolean }) => {
  const lights = useCall('lights.count', {}, { refetchInterval: EVERY })
  if (lights.isPending) return <Loading />
  if (lights.isError) return <ErrorState error={lights.error} onRetry={() => void lights.refetch()} />
  const items = worstFirst(lights.data.items)
  if (sumOf(items, 'open') === 0) return <EmptyState title={texts.lightsEmpty} note={texts.lightsNote} />
  const total = [texts.lightsTotal, ...FIGURES.map((figure) => String(sumOf(items, figure)))]
  return (
    <View className="h-col">
      <Text>{texts.lightsNote}</Text>
      <View className="r-numbers">
        {FIGURES.map((figure) => (
          <View key={figure} className={`r-figure ${figure === 'red' && sumOf(items, figure) > 0 ? 'late' : ''}`}>
            <Text className="h-block">{texts.figures[figure]}</Text>
            <Text className="r-number">{String(sumOf(items, figure))}</Text>
          </View>
        ))}
      </View>
      <Card>
        <Table
          label={texts.lightsTitle}
          head={texts.lightsHead}
          rows={[...items.map((item) => [item.regionName, ...FIGURES.map((figure) => String(item[figure]))]), total]}
          on={texts.lightsTotal}
        />
      </Card>
      <Card>
        {items.map((counts) => (
          <Split key={counts.regionCode} counts={counts} />
        ))}
      </Card>
      <Button look="ghost" onPress={() => openSection('region', wide)}>
        {texts.lightsGo}
      </Button>
    </View>
  )
}
