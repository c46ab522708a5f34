import type { Summary } from '@shared/opinion/schemas'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { TabHead } from '@/components/tab-head'
import { toast } from '@/components/toast'
import { MemberDoors } from '@/features/home/member-doors'
import { useRegionsOf } from '@/features/workbench/rules/use-regions'
import { open, openTab } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { useApp } from '@/lib/store'
import { useAct } from '@/lib/use-act'
import { useWide } from '@/lib/wide'
import { exportFile } from './export-file'
import { Figures } from './figures'
import { type Ranked, RankedCard } from './ranked-card'
import { useScope, useScopeQuery } from './scope'
import { ScopeBar } from './scope-bar'
import { texts } from './texts'
import { WeekCard } from './week-card'
import './opinion.css'

const readWordings = ({ key, name }: Ranked) => {
  useScope.setState({ category: { code: key, name } })
  openTab('cases')
}

const Numbers = ({ summary }: { summary: Summary }) => {
  const query = useScopeQuery()
  const { busy, act } = useAct()
  const save = () =>
    act(async () => {
      await exportFile(query)
      toast(texts.exported)
    })
  return (
    <>
      <Figures summary={summary} />
      {summary.total === 0 ? <EmptyState title={texts.nothing} note={texts.nothingNote} /> : null}
      <WeekCard weeks={summary.byWeek} />
      <View className="o-pair">
        <RankedCard
          title={texts.byCategory}
          column={texts.kindOf}
          items={summary.byCategory.map(({ category, ...rest }) => ({ key: category, ...rest }))}
          onPick={readWordings}
        />
        <RankedCard
          title={texts.byPlace}
          column={texts.place}
          items={summary.byPlace.map(({ regionCode, ...rest }) => ({ key: regionCode, ...rest }))}
        />
      </View>
      <Text className="h-note">{texts.fewNote}</Text>
      <View className="h-row o-actions">
        <Button look="ghost" onPress={() => open('opinion', { region: summary.regionCode, weeks: String(query.weeks) })}>
          {texts.charts}
        </Button>
        <Button look="ghost" busy={busy} onPress={save}>
          {texts.exportFile}
        </Button>
      </View>
      <Text className="h-note">{texts.exportNote}</Text>
    </>
  )
}

/** The CPPCC member's first tab: what people bring, in numbers. */
export const MemberHome = () => {
  const signedIn = useApp((state) => state.status === 'in')
  const query = useScopeQuery()
  const summary = useCall('opinion.summary', { query }, { enabled: signedIn, keep: true, staleTime: 60_000 })
  const name = summary.data?.regionName ?? ''
  const office = useRegionsOf('cppccOffice').length > 0
  const wide = useWide() && process.env.TARO_ENV === 'h5'
  return (
    <Page title={texts.plain} root wide={wide} head={wide ? <View /> : <TabHead title={texts.title(name)} />}>
      <View className={wide ? 'h-col o-main' : 'h-col'}>
        {wide ? <TabHead title={texts.title(name)} /> : null}
        <MemberDoors />
        <ScopeBar regionName={name} />
        {summary.isPending ? <Loading /> : null}
        {summary.isError && !summary.data ? <ErrorState error={summary.error} onRetry={() => void summary.refetch()} /> : null}
        {summary.data ? <Numbers summary={summary.data} /> : null}
        {office ? (
          <Button look="ghost" onPress={() => open('notices')}>
            {texts.notices}
          </Button>
        ) : null}
      </View>
    </Page>
  )
}
