import type { RegionLevel } from '@shared/regions/schemas'
import { CODE_LENGTHS } from '@shared/regions/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCall } from '@/lib/query'
import { Button } from './button'
import { Entry } from './entry'
import { pressable } from './pressable'
import { Sheet } from './sheet'
import { ErrorState, Loading } from './states'
import { texts } from './texts'

/** A region as far as a choice needs it. */
export interface Place {
  code: string
  name: string
}

interface Props {
  title: string
  /** Where the choice starts; the top of the tree when missing. */
  within?: readonly Place[]
  /** The finest level that is offered. */
  until?: RegionLevel
  onClose: () => void
  onPick: (region: Place) => void
}

const Children = ({ parent, onOpen }: { parent: string | null; onOpen: (region: Place) => void }) => {
  const regions = useCall('regions.list', { query: parent ? { parent } : {} }, { staleTime: 600_000 })
  if (regions.isPending) return <Loading cards={1} />
  if (regions.isError) return <ErrorState error={regions.error} onRetry={() => void regions.refetch()} />
  return (
    <View>
      {regions.data.items.map((region) => (
        <Entry key={region.code} title={region.name} onPress={() => onOpen(region)} />
      ))}
    </View>
  )
}

const Trail = ({ path, onBack }: { path: readonly Place[]; onBack: (depth: number) => void }) => (
  <View className="h-row wrap">
    {path.map((region, depth) => (
      <View key={region.code} className="h-link" {...pressable(() => onBack(depth), { label: `${texts.back}${region.name}` })}>
        <Text>{region.name}</Text>
      </View>
    ))}
  </View>
)

/** A sheet on which a region of any level is chosen, going down the tree. Draw it only while it is open. */
export const RegionSheet = ({ title, within, until = 'grid', onClose, onPick }: Props) => {
  const [path, setPath] = useState<Place[]>([])
  const here = path[path.length - 1]
  const enter = (region: Place) => (region.code.length >= CODE_LENGTHS[until] ? onPick(region) : setPath([...path, region]))
  return (
    <Sheet open title={title} onClose={onClose}>
      {here ? <Trail path={path} onBack={(depth) => setPath(path.slice(0, depth))} /> : null}
      {here ? <Button onPress={() => onPick(here)}>{texts.takeRegion(here.name)}</Button> : null}
      {!here && within ? (
        <View>
          {within.map((region) => (
            <Entry key={region.code} title={region.name} onPress={() => enter(region)} />
          ))}
        </View>
      ) : (
        <Children parent={here?.code ?? null} onOpen={enter} />
      )}
    </Sheet>
  )
}
