import { ANSWER_RESULT_NAMES, type AnswerResult } from '@shared/answers/schemas'
import { CODE_LENGTHS } from '@shared/regions/schemas'
import { Text, View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { PagedList } from '@/components/paged-list'
import { Pill } from '@/components/pill'
import { RegionSheet } from '@/components/region-sheet'
import { EmptyState } from '@/components/states'
import { PAGES } from '@/lib/navigate'
import { usePages } from '@/lib/query'
import { useApp } from '@/lib/store'
import { texts } from '../texts'
import { AnswerItem } from './answer-item'
import { CountTiles } from './count-tiles'
import '../answers.css'

const COUNTY = CODE_LENGTHS.county

interface WhereProps {
  /** Empty: everywhere. */
  code: string
  name: string
  total: number
  onChange: (code: string) => void
}

const Where = ({ code, name, total, onChange }: WhereProps) => {
  const [open, setOpen] = useState(false)
  return (
    <View className="h-row wrap">
      <Pill words={name || texts.region} label={texts.region} onPress={() => setOpen(true)} />
      <Text className="h-bold">{texts.counted(total)}</Text>
      {code ? (
        <Button small look="text" onPress={() => onChange('')}>
          {texts.everywhere}
        </Button>
      ) : null}
      {open ? (
        <RegionSheet
          title={texts.region}
          until="village"
          onClose={() => setOpen(false)}
          onPick={(region) => {
            onChange(region.code)
            setOpen(false)
          }}
        />
      ) : null}
    </View>
  )
}

const emptyOf = (result: AnswerResult | null) =>
  result ? { title: texts.noneAt(ANSWER_RESULT_NAMES[result]), note: texts.noneAtNote } : { title: texts.none, note: texts.noneNote }

/** What became of what people raised, by region; also for those who are not logged in. */
export const AnswersScreen = ({ region = '' }: { region?: string | undefined }) => {
  const home = useApp((state) => state.me?.homeRegionCode) ?? ''
  // one's own village may have nothing yet; the county around it says more
  const [code, setCode] = useState(region || home.slice(0, COUNTY))
  const [result, setResult] = useState<AnswerResult | null>(null)
  const query = { ...(code ? { regionCode: code } : {}), ...(result ? { result } : {}) }
  const pages = usePages('answers.list', { query })
  // what was counted stays while the next is on its way, so that nothing jumps under the finger
  const counted = useRef(pages.data?.pages[0])
  counted.current = pages.data?.pages[0] ?? counted.current
  const first = counted.current
  useShareAppMessage(() => ({ title: texts.title, path: `${PAGES.answers}${code ? `?region=${code}` : ''}` }))
  const total = first ? Object.values(first.counts).reduce((sum, count) => sum + count, 0) : 0
  return (
    <Page title={texts.title} className="r-page">
      <Text className="h-soft">{texts.intro}</Text>
      <Where code={code} name={first?.regionName ?? ''} total={total} onChange={setCode} />
      {first ? <CountTiles counts={first.counts} chosen={result} onChoose={setResult} /> : null}
      <View className="r-list">
        <PagedList pages={pages} count={pages.items.length} empty={<EmptyState {...emptyOf(result)} />}>
          {pages.items.map((answer) => (
            <AnswerItem key={answer.id} answer={answer} />
          ))}
        </PagedList>
      </View>
    </Page>
  )
}
