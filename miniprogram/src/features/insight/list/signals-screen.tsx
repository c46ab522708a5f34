import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Desk } from '@/components/desk'
import { Page } from '@/components/page'
import { EmptyState, Loading } from '@/components/states'
import { Tabs } from '@/components/tabs'
import { useApp } from '@/lib/store'
import { useWide } from '@/lib/wide'
import { SignalPane } from '../read/signal-screen'
import { useSignalDesk, useSignalRegions } from '../scope'
import { texts } from '../texts'
import { MapView } from './map-view'
import { ScopeBar } from './scope-bar'
import { SignalList } from './signal-list'
import '../insight.css'

const VIEWS = ['list', 'map', 'time'] as const

const Found = ({ wide }: { wide: boolean }) => {
  const regions = useSignalRegions()
  const [view, setView] = useState<(typeof VIEWS)[number]>('list')
  if (regions.length === 0) return <EmptyState title={texts.notAllowed} />
  return (
    <>
      <Text className="h-note">{texts.intro}</Text>
      <ScopeBar />
      <Tabs items={VIEWS.map((key) => ({ key, name: texts.views[key] }))} active={view} onChange={setView} />
      {view === 'map' ? <MapView top={regions[0]?.code} /> : <SignalList as={view} wide={wide} />}
    </>
  )
}

/** What stands out among what people write; on a wide window with the chosen signal beside the list. */
export const SignalsScreen = () => {
  const wide = useWide() && process.env.TARO_ENV === 'h5'
  const selected = useSignalDesk((desk) => desk.selected)
  // a page opened by its address is drawn before it is known who reads
  const known = useApp(({ me, status }) => me !== null || status === 'out')
  const found = known ? <Found wide={wide} /> : <Loading />
  if (!wide) return <Page title={texts.title}>{found}</Page>
  const pane = selected ? <SignalPane key={selected} id={selected} /> : <EmptyState title={texts.choose} />
  return <Desk title={texts.title} list={found} pane={pane} />
}
