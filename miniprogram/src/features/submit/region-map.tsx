import type { RegionShape, RegionView } from '@shared/regions/schemas'
import { Text, View } from '@tarojs/components'
import type { MouseEvent } from 'react'
import { pressable } from '@/components/pressable'
import { RegionCrumbs, useTopRegion } from '@/components/region-picker'
import { ErrorState, Loading } from '@/components/states'
import type { LngLat } from '@/lib/gcj02'
import { type MapSheet, SHEET, sheetFor } from '@/lib/map-geometry'
import { useCall } from '@/lib/query'
import { texts } from './texts'

interface Props {
  path: readonly RegionView[]
  onChange: (path: RegionView[], point: LngLat | null) => void
}

const spotOf = (event: MouseEvent<SVGElement>, sheet: MapSheet): LngLat | null => {
  const toSheet = event.currentTarget.ownerSVGElement?.getScreenCTM()?.inverse()
  // a press of the keyboard has no place
  if (!toSheet || (event.clientX === 0 && event.clientY === 0)) return null
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(toSheet)
  return sheet.pointAt(x, y)
}

interface AreaProps {
  shape: RegionShape
  sheet: MapSheet
  on: boolean
  onPick: (point: LngLat | null) => void
}

const Area = ({ shape, sheet, on, onPick }: AreaProps) => {
  const press = {
    ...pressable(() => onPick(null), { label: shape.name }),
    onClick: (event: MouseEvent<SVGElement>) => onPick(spotOf(event, sheet)),
  }
  return <path className={`h-map-area ${on ? 'on' : ''}`} d={sheet.path(shape)} {...press} />
}

const Name = ({ shape, sheet }: Pick<AreaProps, 'shape' | 'sheet'>) => {
  const [x, y] = sheet.middle(shape)
  return (
    <text className="h-map-name" x={x} y={y}>
      {shape.name}
    </text>
  )
}

const Drawing = ({ sheet, shapes, path, onChange, base }: Props & { sheet: MapSheet; shapes: RegionShape[]; base: RegionView[] }) => {
  const chosen = path.at(-1)?.code
  const pick = (shape: RegionShape, at: LngLat | null) => {
    const { code, name, level } = shape
    onChange([...base, { code, name, level }], level === 'grid' ? at : null)
  }
  return (
    <svg className="h-map" viewBox={`0 0 ${SHEET} ${sheet.height}`}>
      <title>{texts.mapLabel}</title>
      {shapes.map((shape) => (
        <Area key={shape.code} shape={shape} sheet={sheet} on={shape.code === chosen} onPick={(at) => pick(shape, at)} />
      ))}
      {shapes.map((shape) => (
        <Name key={shape.code} shape={shape} sheet={sheet} />
      ))}
    </svg>
  )
}

/** The city drawn from its boundaries, to be entered level by level; in the browser only. */
export const RegionMap = ({ path, onChange }: Props) => {
  const top = useTopRegion(path, (next) => onChange(next, null))
  const base = path.at(-1)?.level === 'grid' ? path.slice(0, -1) : [...path]
  const shown = base.at(-1)
  const shapes = useCall('regions.shapes', { params: { code: shown?.code ?? '' } }, { enabled: shown !== undefined, staleTime: 600_000 })
  if (top.isError) return <ErrorState error={top.error} onRetry={() => void top.refetch()} />
  if (shapes.isError) return <ErrorState error={shapes.error} onRetry={() => void shapes.refetch()} />
  if (!shapes.data) return <Loading cards={1} />
  const children = shapes.data.children.filter(({ boundary }) => boundary)
  const sheet = sheetFor(children)
  return (
    <View className="h-col">
      <RegionCrumbs path={path} onChange={(next) => onChange(next, null)} />
      {sheet ? <Drawing sheet={sheet} shapes={children} path={path} onChange={onChange} base={base} /> : null}
      <Text className="h-note">{texts.mapHint}</Text>
    </View>
  )
}
