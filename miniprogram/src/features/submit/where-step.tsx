import { Location } from '@nutui/icons-react-taro'
import { chainOf, type RegionView } from '@shared/regions/schemas'
import type { Understanding } from '@shared/understanding/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Option } from '@/components/option'
import { pressable } from '@/components/pressable'
import { RegionPicker } from '@/components/region-picker'
import { Tabs } from '@/components/tabs'
import { toast, toastError } from '@/components/toast'
import type { LngLat } from '@/lib/gcj02'
import { chooseOnMap, whereAmI } from '@/lib/place'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import type { StepProps } from './draft'
import { type Draft, lastPlace, pathWords, subjectOf } from './draft'
import { NearbyCards } from './nearby-cards'
import { RegionMap } from './region-map'
import { texts } from './texts'

/** Near enough for somebody to be found who serves it. */
const ENOUGH = ['township', 'village', 'grid']

/** Whether the place is told well enough. */
export const placeKnown = ({ region }: Draft): boolean => ENOUGH.includes(region.at(-1)?.level ?? '')

const regionsAt = async ([lng, lat]: LngLat): Promise<RegionView[]> => {
  const { items } = await call('regions.list', { query: { point: `${lng.toFixed(6)},${lat.toFixed(6)}` } })
  return [...items].reverse()
}

/** Fills in the place from a point, or says why it cannot. */
const usePoint = (change: StepProps['change']) => {
  const [busy, setBusy] = useState(false)
  const take = async (find: () => Promise<{ point: LngLat; address?: string } | null>, failed: string) => {
    setBusy(true)
    try {
      const found = await find().catch(() => {
        toast(failed)
        return null
      })
      if (!found) return
      const region = await regionsAt(found.point)
      if (region.length === 0) return toast(texts.whereOutside)
      change({ region, point: found.point, ...(found.address ? { address: found.address } : {}) })
    } catch (error) {
      toastError(error)
    } finally {
      setBusy(false)
    }
  }
  return { busy, take }
}

const Quick = ({ change }: Pick<StepProps, 'change'>) => {
  const { busy, take } = usePoint(change)
  const last = lastPlace()
  const icon = <Location size={20} color="#155041" />
  return (
    <>
      {last ? <Option title={texts.whereLast(pathWords(last.region.slice(-2)))} on={false} onPress={() => change(last)} /> : null}
      <Button look="ghost" busy={busy} icon={icon} onPress={() => void take(async () => ({ point: await whereAmI() }), texts.whereFailed)}>
        {texts.whereHere}
      </Button>
      {process.env.TARO_ENV === 'weapp' ? (
        <Button look="ghost" icon={icon} onPress={() => void take(chooseOnMap, texts.whereFailed)}>
          {texts.whereMap}
        </Button>
      ) : null}
    </>
  )
}

/** From the top of the tree down to a region that is known by its code. */
const pathTo = async (code: string): Promise<RegionView[]> => {
  const found = await Promise.all(chainOf(code).map((each) => call('regions.list', { query: { code: each } })))
  return found.flatMap(({ items }) => items).reverse()
}

/** Places that the words name: one press takes one. */
const SaidPlaces = ({ change, understanding }: { change: StepProps['change']; understanding: Understanding | null }) => {
  const { act } = useAct()
  const said = (understanding?.places ?? []).filter(({ regionCode }) => regionCode !== null)
  return (
    <>
      {said.map(({ regionCode, regionName, words }) => (
        <Option
          key={words}
          title={`${texts.saidPlace}：${regionName ?? words}`}
          on={false}
          onPress={() => void act(async () => change({ region: await pathTo(regionCode ?? ''), point: null }))}
        />
      ))}
    </>
  )
}

const WAYS = [
  { key: 'map', name: texts.whereMap },
  { key: 'hand', name: texts.whereHand },
] as const

const Choose = ({ draft, change }: StepProps) => {
  const [way, setWay] = useState<'map' | 'hand'>(process.env.TARO_ENV === 'h5' ? 'map' : 'hand')
  return (
    <>
      <Quick change={change} />
      {process.env.TARO_ENV === 'h5' ? <Tabs items={WAYS} active={way} onChange={setWay} /> : null}
      {process.env.TARO_ENV === 'h5' && way === 'map' ? (
        <RegionMap path={draft.region} onChange={(region, point) => change({ region, point })} />
      ) : (
        <RegionPicker path={draft.region} onChange={(region) => change({ region, point: null })} />
      )}
    </>
  )
}

/** Step 2: from the map, from lists, or where the telephone is. */
export const WhereStep = ({ draft, change, error, understanding }: StepProps & { error: string; understanding: Understanding | null }) => (
  <>
    <Text className="h-title">{texts.whereTitle}</Text>
    <Text className="h-soft">{texts.whereNote}</Text>
    {placeKnown(draft) ? (
      <Card tone="soft">
        <View className="h-row spread">
          <View className="h-grow">
            <Text className="h-note">{texts.whereChosen}</Text>
            <View>
              <Text className="h-bold">{pathWords(draft.region)}</Text>
            </View>
          </View>
          <View className="h-link h-nowrap" {...pressable(() => change({ region: [], point: null, join: null }))}>
            <Text>{texts.whereAgain}</Text>
          </View>
        </View>
      </Card>
    ) : null}
    {error ? (
      <View className="h-error" role="alert">
        <Text>{error}</Text>
      </View>
    ) : null}
    {placeKnown(draft) && subjectOf(draft)?.kind === 'hazard' ? <NearbyCards draft={draft} change={change} /> : null}
    {draft.region.length === 0 ? <SaidPlaces change={change} understanding={understanding} /> : null}
    {draft.region.at(-1)?.level === 'grid' ? null : <Choose draft={draft} change={change} />}
    <Field
      label={texts.address}
      value={draft.address}
      onChange={(address) => change({ address })}
      placeholder={texts.addressPlaceholder}
      max={120}
    />
  </>
)
