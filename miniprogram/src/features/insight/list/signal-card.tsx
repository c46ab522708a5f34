import type { SignalCard as Signal } from '@shared/insight/schemas'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { dateOf } from '@/lib/time'
import { texts } from '../texts'
import { dayName, KIND_TONES, kindName } from '../words'

/** One signal of a list: what it is about, who and where, and since when. */
export const SignalCard = ({ signal, on, onOpen }: { signal: Signal; on: boolean; onOpen: () => void }) => {
  const year = dateOf(Date.now()).slice(0, 4)
  const { kind, name, people, messages, regions, firstAt, latestAt, raisedAt, muted } = signal
  return (
    <Card className={`g-item ${on ? 'on' : ''}`} onPress={onOpen}>
      <View className="h-row spread">
        <Chip tone={KIND_TONES[kind]}>{kindName(kind)}</Chip>
        {muted ? <Chip tone="neutral">{texts.mutedChip}</Chip> : <Text className="h-note">{texts.raised(dayName(raisedAt, year))}</Text>}
      </View>
      <View>
        <Text className="h-head">{name}</Text>
      </View>
      <Text>{[texts.people(people), texts.messages(messages), texts.inRegions(regions)].filter(Boolean).join(' · ')}</Text>
      <View>
        <Text className="h-note">{texts.span(dayName(firstAt, year), dayName(latestAt, year))}</Text>
      </View>
    </Card>
  )
}
