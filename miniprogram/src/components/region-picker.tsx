import { REGION_LEVELS, type RegionLevel, type RegionView } from '@shared/regions/schemas'
import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { useCall } from '@/lib/query'
import { Option } from './option'
import { pressable } from './pressable'
import { ErrorState, Loading } from './states'
import { texts } from './texts'

interface Props {
  /** From the top down to what is chosen so far. */
  path: readonly RegionView[]
  onChange: (path: RegionView[]) => void
  /** Deeper than this is not asked. */
  deepest?: RegionLevel
}

const depth = (level: RegionLevel): number => REGION_LEVELS.indexOf(level)

/** What has been chosen, each part to be pressed to go back up to it. */
export const RegionCrumbs = ({ path, onChange }: Pick<Props, 'path' | 'onChange'>) => (
  <View className="h-crumbs">
    {path.length > 0 && depth(path[0]?.level ?? 'grid') <= depth('city') ? null : (
      <View className="h-link" {...pressable(() => onChange([]), { role: 'link' })}>
        <Text>{texts.wholeCity}</Text>
      </View>
    )}
    {path.map((region, index) =>
      region.level === 'province' && path.length > 1 ? null : (
        <View className="h-link" key={region.code} {...pressable(() => onChange(path.slice(0, index + 1)), { role: 'link' })}>
          <Text>{region.name}</Text>
        </View>
      ),
    )}
  </View>
)

/** Goes down to the city by itself where there is only one to choose; answers the request for what lies at the top. */
export const useTopRegion = (path: readonly RegionView[], onChange: (path: RegionView[]) => void) => {
  const last = path.at(-1)
  const above = !last || last.level === 'province'
  const top = useCall('regions.list', { query: last && above ? { parent: last.code } : {} }, { enabled: above, staleTime: 600_000 })
  const only = above && top.data?.items.length === 1 ? top.data.items[0] : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is chosen and what there is decide
  useEffect(() => {
    if (only) onChange([...path, only])
  }, [last?.code, only?.code])
  return top
}

/** Chooses a region level by level from lists. */
export const RegionPicker = ({ path, onChange, deepest = 'grid' }: Props) => {
  useTopRegion(path, onChange)
  const last = path.at(-1)
  const atEnd = last !== undefined && depth(last.level) >= depth(deepest)
  const regions = useCall('regions.list', { query: last ? { parent: last.code } : {} }, { enabled: !atEnd, staleTime: 600_000 })
  if (atEnd) return <RegionCrumbs path={path} onChange={onChange} />
  return (
    <View className="h-col">
      {path.length > 0 ? <RegionCrumbs path={path} onChange={onChange} /> : null}
      {regions.isPending ? <Loading cards={1} /> : null}
      {regions.isError ? <ErrorState error={regions.error} onRetry={() => void regions.refetch()} /> : null}
      {(regions.data?.items ?? []).map((region) => (
        <Option key={region.code} title={region.name} on={false} onPress={() => onChange([...path, region])} />
      ))}
    </View>
  )
}
