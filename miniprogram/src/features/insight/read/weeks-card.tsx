import type { SignalView } from '@shared/insight/schemas'
import { Text, View } from '@tarojs/components'
import { FiguresCard } from '@/components/figures-card'
import { dateOf } from '@/lib/time'
import { texts } from '../texts'
import { dayName } from '../words'

type Weeks = SignalView['byWeek']

const Bars = ({ weeks, year }: { weeks: Weeks; year: string }) => {
  const most = Math.max(1, ...weeks.map(({ people, expected }) => Math.max(people ?? 2, expected)))
  const percent = (value: number): string => `${Math.min(100, (value / most) * 100)}%`
  return (
    <View aria-hidden>
      <View className={`g-bars ${weeks.length > 26 ? 'dense' : ''}`}>
        {weeks.map(({ week, people, expected }) => (
          <View key={week} className="g-week">
            <View className={`g-bar ${people === null ? 'few' : ''}`} style={{ height: percent(people ?? 2) }} />
            <View className="g-usual" style={{ bottom: percent(expected) }} />
          </View>
        ))}
      </View>
      <View className="h-row spread">
        <Text className="h-note">{dayName(weeks[0]?.week ?? '', year)}</Text>
        <Text className="h-note">{dayName(weeks[weeks.length - 1]?.week ?? '', year)}</Text>
      </View>
    </View>
  )
}

/** How many people came week by week, beside what was to be expected; or the same as a table. */
export const WeeksCard = ({ weeks }: { weeks: Weeks }) => {
  const year = dateOf(Date.now()).slice(0, 4)
  if (weeks.length === 0) return null
  return (
    <FiguresCard
      title={texts.byWeek}
      head={[texts.week, texts.count, texts.usual]}
      rows={weeks.map(({ week, people, expected }) => [dayName(week, year), texts.part(people), String(expected)])}
      note={texts.byWeekNote}
    >
      <Bars weeks={weeks} year={year} />
    </FiguresCard>
  )
}
