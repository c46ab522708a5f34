import type { SignalCard } from '@shared/insight/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card'
import { pressable } from '@/components/pressable'
import { Table } from '@/components/table'
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
  const [table, setTable] = useState(false)
  const end = dateOf(Date.now())
  const year = end.slice(0, 4)
  return (
    <Card>
      <View className="h-row spread">
        <Text className="h-note h-grow">{texts.timeHint}</Text>
        <View className="h-link" {...pressable(() => setTable(!table))}>
          <Text>{table ? texts.asBars : texts.asTable}</Text>
        </View>
      </View>
      {table ? (
        <Table
          label={texts.views.time}
          head={[texts.signals, texts.count, texts.week]}
          rows={signals.map(({ name, people, firstAt: from, latestAt: to }) => [
            name,
            texts.people(people),
            texts.span(dayName(from, year), dayName(to, year)),
          ])}
        />
      ) : (
        <>
          {signals.map((signal) => (
            <Bar key={signal.id} signal={signal} end={end} onOpen={() => onOpen(signal.id)} />
          ))}
          <View className="h-row spread">
            <Text className="h-note">{texts.weeksAgo(WEEKS)}</Text>
            <Text className="h-note">{texts.today}</Text>
          </View>
        </>
      )}
    </Card>
  )
}
