import type { SignalMap } from '@shared/insight/schemas'
import type { RegionShape } from '@shared/regions/schemas'
import { Image, Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Entry } from '@/components/entry'
import { ErrorState, Loading } from '@/components/states'
import { sheetFor } from '@/lib/map-geometry'
import { useCall } from '@/lib/query'
import { useSignalQuery, useSignalScope } from '../scope'
import { texts } from '../texts'
import { drawMap } from './draw-map'

const Drawing = ({ shapes, items }: { shapes: readonly RegionShape[]; items: SignalMap['items'] }) => {
  const sheet = sheetFor(shapes)
  if (!sheet) return <Text className="h-note">{texts.mapNone}</Text>
  return (
    <View className="g-map">
      <Image className="g-picture" mode="widthFix" src={drawMap({ sheet, shapes, items })} aria-label={texts.mapLabel} />
    </View>
  )
}

const Up = ({ code }: { code: string }) => {
  const { data } = useCall('regions.list', { query: { code } }, { staleTime: 600_000 })
  const name = data?.items[0]?.name
  return name ? (
    <Button small look="ghost" onPress={() => useSignalScope.setState({ region: null })}>
      {texts.up(name)}
    </Button>
  ) : null
}

/** Where people speak of what stands out: a map to look at, and the same as a list to enter. */
export const MapView = ({ top }: { top: string | undefined }) => {
  const { where } = useSignalQuery()
  const map = useCall('signals.map', { query: where }, { keep: true })
  const code = map.data?.regionCode ?? ''
  const shapes = useCall('regions.shapes', { params: { code } }, { enabled: code !== '', staleTime: 600_000, keep: true })
  if (map.isError) return <ErrorState error={map.error} onRetry={() => void map.refetch()} />
  if (!map.data || !shapes.data) return <Loading cards={1} />
  const { items, regionCode, regionName } = map.data
  const enter = (region: { regionCode: string; name: string }) =>
    useSignalScope.setState({ region: { code: region.regionCode, name: region.name } })
  return (
    <Card>
      <View className="h-row spread">
        <Text className="h-head">{regionName}</Text>
        {top && regionCode !== top ? <Up code={top} /> : null}
      </View>
      <Drawing shapes={shapes.data.children.filter(({ boundary }) => boundary)} items={items} />
      {items.length > 0 ? <Text className="h-note">{texts.mapHint}</Text> : null}
      {items.map((item) => (
        <Entry key={item.regionCode} title={item.name} note={texts.onMap(item.signals, item.people)} onPress={() => enter(item)} />
      ))}
    </Card>
  )
}
