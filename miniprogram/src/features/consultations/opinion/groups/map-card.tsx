import type { OpinionView } from '@shared/consultations/opinion'
import { Text, View } from '@tarojs/components'
import { FiguresCard } from '@/components/figures-card'
import { texts } from '../texts'
import { bubblesOf, isWritable, mapRows, spotOf, spotWords } from './map'

const percent = (value: number): string => `${value}%`
/** The number at the end of a group's name. */
const numberOf = (name: string | undefined): string => name?.slice(-1) ?? ''

const Me = ({ me }: { me: { x: number; y: number } }) => {
  const { left, bottom, words } = spotOf(me)
  return (
    <View className={`v-me ${words}`} style={{ left: percent(left), bottom: percent(bottom) }}>
      <View className="v-me-dot" />
      <Text className="v-me-words">{texts.here}</Text>
    </View>
  )
}

const Drawing = ({ view, names }: { view: OpinionView; names: readonly string[] }) => (
  <View aria-hidden>
    <View className="v-map">
      <View className="v-map-in">
        {bubblesOf(view.map).map(({ key, group, left, bottom, width }) => (
          <View
            key={key}
            className={`v-bubble g${group}`}
            style={{ left: percent(left - width / 2), bottom: percent(bottom - width / 2), width: percent(width), height: percent(width) }}
          >
            {isWritable(view.map) ? <Text>{numberOf(names[group])}</Text> : null}
          </View>
        ))}
        {view.me ? <Me me={view.me} /> : null}
      </View>
    </View>
    <View className="h-row wrap v-legend">
      {names.map((name, group) => (
        <View key={name} className="h-row v-key">
          <View className={`v-spot g${group}`} />
          <Text className="h-note">{name}</Text>
        </View>
      ))}
    </View>
  </View>
)

/** Where people stand to each other, as clouds, with the reader's own spot; or the same as numbers. */
export const MapCard = ({ view, names }: { view: OpinionView; names: readonly string[] }) => {
  const { me } = view
  const own = me ? [[texts.mapMe, spotWords((me.x + 1) / 2, (me.y + 1) / 2), texts.here]] : []
  if (view.map.clouds.length === 0) return null
  return (
    <FiguresCard title={texts.map} head={texts.mapHead} rows={[...own, ...mapRows(view.map, names)]} on={texts.mapMe} note={texts.mapNote}>
      <Drawing view={view} names={names} />
    </FiguresCard>
  )
}
