import { categoryName } from '@shared/cases/categories'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Entry } from '@/components/entry'
import { Pick } from '@/components/option'
import { wordsOf } from '@/lib/problem'
import { useCall } from '@/lib/query'
import { texts } from '../texts'
import { CategoryChoice } from '../write/category-sheet'
import type { PickerProps } from './picker-props'

const SPANS = [4, 12, 26, 52, 104] as const

interface Counted {
  regionCode: string
  weeks: number
  category?: string
}

/** What the count would say just now. */
const Now = ({ query }: { query: Counted }) => {
  const summary = useCall('opinion.summary', { query }, { keep: true, staleTime: 60_000 })
  const words = summary.data
    ? texts.counted(summary.data.regionName, texts.span(query.weeks), summary.data.total)
    : summary.isError
      ? wordsOf(summary.error)
      : '…'
  return (
    <View className="b-sum" role="status">
      <Text>{words}</Text>
    </View>
  )
}

/** How many brought such matters in a span of time. */
export const CountPicker = ({ brief, busy, onTake }: PickerProps) => {
  const [weeks, setWeeks] = useState<number>(SPANS[1])
  const [category, setCategory] = useState<string | null>(brief.category)
  const [choosing, setChoosing] = useState(false)
  const query: Counted = { regionCode: brief.regionCode, weeks, ...(category ? { category } : {}) }
  if (choosing) {
    const pick = (code: string | null) => {
      setCategory(code)
      setChoosing(false)
    }
    return (
      <>
        <Button look="ghost" onPress={() => pick(null)}>
          {texts.countAll}
        </Button>
        <CategoryChoice chosen={category} onPick={pick} />
      </>
    )
  }
  return (
    <>
      <Text className="h-bold">{texts.countSpan}</Text>
      <View className="h-row wrap b-picks" role="radiogroup" aria-label={texts.countSpan}>
        {SPANS.map((each) => (
          <Pick key={each} title={texts.span(each)} on={each === weeks} onPress={() => setWeeks(each)} />
        ))}
      </View>
      <Text className="h-bold">{texts.categoryLabel}</Text>
      <Entry title={category ? categoryName(category) : texts.countAll} onPress={() => setChoosing(true)} />
      <Now query={query} />
      <Text className="h-note">{texts.countNote}</Text>
      <View className="h-stick">
        <Button busy={busy} onPress={() => void onTake({ type: 'count', ...query })}>
          {texts.use}
        </Button>
      </View>
    </>
  )
}
