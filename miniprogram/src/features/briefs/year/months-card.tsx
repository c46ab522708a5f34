import type { YearOfWork } from '@shared/briefs/schemas'
import { Text, View } from '@tarojs/components'
import { FiguresCard } from '@/components/figures-card'
import { texts } from './texts'

type Months = YearOfWork['byMonth']

const Bars = ({ months }: { months: Months }) => {
  const most = Math.max(1, ...months.map(({ submitted, adopted }) => Math.max(submitted, adopted)))
  return (
    <View aria-hidden>
      <View className="y-bars">
        {months.map(({ month, submitted, adopted }) => (
          <View key={month} className="y-month">
            <View className="y-bar" style={{ height: `${(submitted / most) * 100}%` }} />
            <View className="y-bar adopted" style={{ height: `${(adopted / most) * 100}%` }} />
          </View>
        ))}
      </View>
      <View className="h-row spread">
        <Text className="h-note">{texts.monthOf(months[0]?.month ?? '')}</Text>
        <Text className="h-note">{texts.monthOf(months[months.length - 1]?.month ?? '')}</Text>
      </View>
      <Text className="h-note">{texts.monthNote}</Text>
    </View>
  )
}

/** What was submitted and adopted month by month, as bars or as a table. */
export const MonthsCard = ({ months }: { months: Months }) => (
  <FiguresCard
    title={texts.byMonth}
    head={[texts.month, texts.submitted, texts.adopted]}
    rows={months.map(({ month, submitted, adopted }) => [texts.monthOf(month), String(submitted), String(adopted)])}
  >
    <Bars months={months} />
  </FiguresCard>
)
