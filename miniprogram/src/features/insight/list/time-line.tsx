import type { SignalCard } from '@shared/insight/schemas'
import { Text, View } from '@tarojs/components'
import { FiguresCard } from '@/components/figures-card'
import { pressable } from '@/components/pressable'
import { dateOf } from '@/lib/time'
import { texts } from '../texts'
import { dayName, spanOn } from '../words'

/** Half a year fits on a telephone. */
const WEEKS = 26

type Props = { signals: readonly SignalCard[]; onOpen: (id: string) => void }

const Bar = ({ signal, end, onOpen }: { signal: SignalCard; end: string; onOpen: () => void }) => {
  const { left, width, raised } = spanOn(signal, end, WEEKS)
  return (
    <View className="g-time" {...pressable(onOpen, { label: signal.name })}>
      <View className="h-row spread">
        <Text className="h-grow">{signal.name}</Text>
        <Text className="h-note">{texts.people(signal.people)}</Text>
      </View>
      <View className="g-track" aria-hidden>
        <View className={`g-span ${signal.kind}`} style={{ left: `${left}%`, width: `${width}%` }} />
        <View className="g-raised" style={{ left: `${raised}%` }} />
      </View>
    </View>
  )
}

/** Signals along the last half year, or the same as a table. */
export const TimeLine = ({ signals, onOpen }: Props) => {
  const end = dateOf(Date.now())
  const year = end.slice(0, 4)
  return (
    <FiguresCard
      title={texts.timeTitle}
      head={[texts.signals, texts.count, texts.days]}
      rows={signals.map(({ name, people, firstAt, latestAt }) => [
        name,
        texts.people(people),
        texts.span(dayName(firstAt, year), dayName(latestAt, year)),
      ])}
      note={texts.timeHint}
    >
      {signals.map((signal) => (
        <Bar key={signal.id} signal={signal} end={end} onOpen={() => onOpen(signal.id)} />
      ))}
      <View className="h-row spread">
        <Text className="h-note">{texts.weeksAgo(WEEKS)}</Text>
        <Text className="h-note">{texts.today}</Text>
      </View>
    </FiguresCard>
  )
}
