import type { Summary } from '@shared/opinion/schemas'
import { Text, View } from '@tarojs/components'
import { FiguresCard } from '@/components/figures-card'
import { countWords, heightOf, weekWords } from './numbers'
import { texts } from './texts'

type Weeks = Summary['byWeek']

const Bars = ({ weeks }: { weeks: Weeks }) => {
  const most = Math.max(1, ...weeks.map(({ count }) => count ?? 0))
  const first = weeks[0]
  const last = weeks[weeks.length - 1]
  return (
    <View aria-hidden>
      <View className={`o-bars ${weeks.length > 26 ? 'dense' : ''}`}>
        {weeks.map(({ week, count }, index) => (
          <View
            key={week}
            className={`o-bar ${index === weeks.length - 1 ? 'now' : ''} ${count === null ? 'few' : ''}`}
            style={{ height: `${heightOf(count, most)}%` }}
          />
        ))}
      </View>
      <View className="h-row spread">
        <Text className="h-note">{first ? weekWords(first.week) : ''}</Text>
        <Text className="h-note">{last ? `${weekWords(last.week)} ${countWords(last.count)}` : ''}</Text>
      </View>
    </View>
  )
}

/** How much was brought week by week, as bars or as numbers. */
export const WeekCard = ({ weeks }: { weeks: Weeks }) => (
  <FiguresCard
    title={texts.byWeek}
    head={[texts.week, texts.count]}
    rows={weeks.map(({ week, count }) => [texts.weekOf(weekWords(week)), countWords(count)])}
  >
    <Bars weeks={weeks} />
  </FiguresCard>
)
