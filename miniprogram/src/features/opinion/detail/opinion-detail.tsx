import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { ErrorState, Loading } from '@/components/states'
import { Table } from '@/components/table'
import { useCall } from '@/lib/query'
import { Figures } from '../figures'
import { countWords, weekWords } from '../numbers'
import { texts } from '../texts'
import { Chart } from './chart'
import { rankedOption, weeklyOption } from './options'
import '../opinion.css'

interface PartProps {
  title: string
  option: Record<string, unknown>
  height: number
  head: string[]
  rows: string[][]
}

const Part = ({ title, option, height, head, rows }: PartProps) => (
  <Card>
    <View className="h-head">
      <Text>{title}</Text>
    </View>
    <Chart option={option} height={height} />
    <Table label={title} head={head} rows={rows} />
  </Card>
)

const rankedHeight = (count: number): number => 60 + Math.min(count, 12) * 34

/** The charts, each with all of its numbers below. */
export const OpinionDetail = ({ regionCode, weeks }: { regionCode?: string | undefined; weeks: number }) => {
  const query = { weeks, ...(regionCode ? { regionCode } : {}) }
  const summary = useCall('opinion.summary', { query }, { staleTime: 60_000 })
  const data = summary.data
  return (
    <Page title={texts.title(data?.regionName ?? '')}>
      {summary.isPending ? <Loading /> : null}
      {summary.isError ? <ErrorState error={summary.error} onRetry={() => void summary.refetch()} /> : null}
      {data ? (
        <>
          <Figures summary={data} />
          <Part
            title={texts.byWeek}
            option={weeklyOption(data.byWeek)}
            height={260}
            head={[texts.week, texts.count]}
            rows={data.byWeek.map(({ week, count }) => [texts.weekOf(weekWords(week)), countWords(count)])}
          />
          <Part
            title={texts.byCategory}
            option={rankedOption(data.byCategory)}
            height={rankedHeight(data.byCategory.length)}
            head={[texts.kindOf, texts.count, texts.previous]}
            rows={data.byCategory.map(({ name, count, previous }) => [name, countWords(count), countWords(previous)])}
          />
          <Part
            title={texts.byPlace}
            option={rankedOption(data.byPlace)}
            height={rankedHeight(data.byPlace.length)}
            head={[texts.place, texts.count, texts.previous]}
            rows={data.byPlace.map(({ name, count, previous }) => [name, countWords(count), countWords(previous)])}
          />
          <Text className="h-note">{texts.fewNote}</Text>
        </>
      ) : null}
    </Page>
  )
}
