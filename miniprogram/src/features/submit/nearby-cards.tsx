import type { NearbyHazard } from '@shared/duplicates/schemas'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Photos } from '@/components/photos'
import { pressable } from '@/components/pressable'
import { useNetwork } from '@/lib/network'
import { nearPlace } from '@/lib/place-words'
import { useCall } from '@/lib/query'
import { useApp } from '@/lib/store'
import { dayWords } from '@/lib/time'
import type { Draft, StepProps } from './draft'
import { texts } from './texts'

const SHOWN = 3
const KEEP_MS = 60_000

const nameOf = ({ categoryName, words }: NearbyHazard): string => words?.slice(0, 20) ?? categoryName

const placeOf = ({ point, region }: Draft) =>
  point ? { location: { type: 'Point' as const, coordinates: point } } : { regionCode: region.at(-1)?.code ?? '' }

const Nearby = ({ hazard, onJoin, onApart }: { hazard: NearbyHazard; onJoin: () => void; onApart: () => void }) => (
  <View className="h-col tight h-line">
    <Text className="h-bold">{hazard.words ?? hazard.categoryName}</Text>
    <Text className="h-note">
      {[
        hazard.words ? hazard.categoryName : '',
        nearPlace(hazard.regionName, 1),
        hazard.metres === null ? '' : texts.nearbyMetres(hazard.metres),
        texts.nearbyWhen(dayWords(hazard.reportedAt)),
        texts.nearbyPeople(hazard.people),
      ]
        .filter(Boolean)
        .join(' · ')}
    </Text>
    {hazard.photo ? <Photos files={[hazard.photo]} /> : null}
    <View className="h-row wrap h-pair">
      <Button look="ghost" onPress={onJoin}>
        {texts.join}
      </Button>
      <Button look="text" onPress={onApart}>
        {texts.notSame}
      </Button>
    </View>
  </View>
)

/** With whose report this one goes, and the way back. */
const Joined = ({ name, onLeave }: { name: string; onLeave: () => void }) => (
  <Card tone="soft">
    <Text className="h-bold h-block">{texts.joined(name)}</Text>
    <Text className="h-note h-block">{texts.joinedNote}</Text>
    <View className="h-link" {...pressable(onLeave)}>
      <Text>{texts.unjoin}</Text>
    </View>
  </Card>
)

/** Public hazards nearby that others have reported: the same one is joined by a press. Never in the way of going on. */
export const NearbyCards = ({ draft, change }: StepProps) => {
  const able = useApp((state) => state.status === 'in') && useNetwork.getState().online && draft.text.trim() !== ''
  const nearby = useCall(
    'duplicates.nearby',
    { body: { text: draft.text.trim(), ...placeOf(draft) } },
    { enabled: able && !draft.join, staleTime: KEEP_MS },
  )
  if (draft.join) return <Joined name={draft.join.name} onLeave={() => change({ join: null })} />
  const shown = (able ? (nearby.data?.items ?? []) : []).filter(({ id }) => !draft.apart.includes(id)).slice(0, SHOWN)
  if (shown.length === 0) return null
  return (
    <Card>
      <Text className="h-head h-block">{texts.nearbyTitle}</Text>
      <Text className="h-note h-block">{texts.nearbyNote}</Text>
      {shown.map((hazard) => (
        <Nearby
          key={hazard.id}
          hazard={hazard}
          onJoin={() => change({ join: { id: hazard.id, name: nameOf(hazard) } })}
          onApart={() => change({ apart: [...draft.apart, hazard.id] })}
        />
      ))}
    </Card>
  )
}
