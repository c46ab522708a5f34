import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { EmptyState, Loading } from '@/components/states'
import { Tabs } from '@/components/tabs'
import { open } from '@/lib/navigate'
import { useApp } from '@/lib/store'
import { useWide } from '@/lib/wide'
import { BriefPane } from '../read/brief-screen'
import { texts } from '../texts'
import { type BriefListView, useBriefDesk, useBriefLists, useMayStart } from '../views'
import { BriefList } from './brief-list'
import '../briefs.css'

const Lists = ({ wanted, wide }: { wanted: string | undefined; wide: boolean }) => {
  const lists = useBriefLists()
  const [chosen, choose] = useState<BriefListView | null>(null)
  const active = chosen ?? lists.find((each) => each === wanted) ?? lists[0]
  if (!active) return <EmptyState title={texts.notAllowed} />
  return (
    <>
      {lists.length > 1 ? <Tabs items={lists.map((key) => ({ key, name: texts.views[key] }))} active={active} onChange={choose} /> : null}
      <BriefList key={active} view={active} wide={wide} />
    </>
  )
}

/** The briefs that somebody writes, signs, decides on or answers; on a wide window with the chosen one beside the list. */
export const BriefsScreen = ({ view }: { view: string | undefined }) => {
  const wide = useWide() && process.env.TARO_ENV === 'h5'
  const selected = useBriefDesk((desk) => desk.selected)
  // a page opened by its address is drawn before it is known who reads
  const known = useApp(({ me, status }) => me !== null || status === 'out')
  const mayStart = useMayStart()
  const lists = known ? <Lists wanted={view} wide={wide} /> : <Loading />
  const start = mayStart ? <Button onPress={() => open('briefWrite')}>{texts.start}</Button> : undefined
  if (!wide) {
    return (
      <Page title={texts.title} footer={start}>
        {lists}
      </Page>
    )
  }
  return (
    <Page title={texts.title} wide className="b-wide">
      <View className="b-desk">
        <View className="b-list">
          {start}
          {lists}
        </View>
        <View className="b-pane">
          {selected ? <BriefPane key={selected} id={selected} /> : <EmptyState title={texts.choose} note={texts.chooseNote} />}
        </View>
      </View>
    </Page>
  )
}
