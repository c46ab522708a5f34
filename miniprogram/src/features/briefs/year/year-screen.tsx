import { YEAR_BY } from '@shared/briefs/schemas'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Pick } from '@/components/option'
import { Page } from '@/components/page'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { Tabs } from '@/components/tabs'
import { toast } from '@/components/toast'
import { useCall } from '@/lib/query'
import { saveFile } from '@/lib/save-file'
import { dateOf } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { useWide } from '@/lib/wide'
import { MonthsCard } from './months-card'
import { RowsCard } from './rows-card'
import { texts } from './texts'
import './year.css'

const YEARS_BACK = 3

/** A year of work of members and groups, as bars and tables, and as a file. */
export const YearScreen = () => {
  const wide = useWide() && process.env.TARO_ENV === 'h5'
  const now = Number(dateOf(Date.now()).slice(0, 4))
  const [year, setYear] = useState(now)
  const [by, setBy] = useState<(typeof YEAR_BY)[number]>('member')
  const work = useCall('briefs.year', { query: { year, by } }, { keep: true })
  const { busy, act } = useAct()
  const save = () =>
    act(async () => {
      await saveFile('briefs.yearExport', { query: { year, by } }, `${texts.title}-${year}.xlsx`)
      toast(texts.saved)
    })
  const footer = (
    <Button look="ghost" busy={busy} onPress={() => void save()}>
      {texts.save}
    </Button>
  )
  return (
    <Page title={texts.title} wide={wide} className="y-page" footer={work.data ? footer : undefined}>
      <Tabs items={YEAR_BY.map((key) => ({ key, name: texts.by[key] }))} active={by} onChange={setBy} />
      <View className="h-row wrap y-years" role="radiogroup" aria-label={texts.yearTitle}>
        {Array.from({ length: YEARS_BACK }, (_, i) => now - i).map((each) => (
          <Pick key={each} title={texts.year(each)} on={each === year} onPress={() => setYear(each)} />
        ))}
      </View>
      {work.isError ? <ErrorState error={work.error} onRetry={() => void work.refetch()} /> : null}
      {work.isPending ? <Loading /> : null}
      {work.data && work.data.rows.length === 0 ? <EmptyState title={texts.none} note={texts.noneNote} /> : null}
      {work.data && work.data.rows.length > 0 ? (
        <>
          <RowsCard year={work.data} wide={wide} />
          <MonthsCard months={work.data.byMonth} />
        </>
      ) : null}
    </Page>
  )
}
