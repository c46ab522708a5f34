import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { NavBar } from '@/components/nav-bar'
import { Page } from '@/components/page'
import { EmptyState } from '@/components/states'
import { askLogin, open } from '@/lib/navigate'
import { useApp } from '@/lib/store'
import { useWide } from '@/lib/wide'
import { texts } from '../texts'
import { TopicPane } from '../topic/topic-pane'
import { useListScope } from './list-scope'
import { TopicList } from './topic-list'
import '@/features/workbench/workbench.css'
import '../consultations.css'

const isView = (view: string | undefined): view is 'public' | 'mine' | 'work' => view === 'public' || view === 'mine' || view === 'work'

/** Staff on a wide window see the topic beside the list. */
const WideList = () => {
  const selected = useListScope((state) => state.selected)
  return (
    <Page title={texts.title} wide head={<View />}>
      <View className="w-desk">
        <View className="w-list">
          <NavBar title={texts.title} root={false} />
          <TopicList wide onOpen={(id) => useListScope.setState({ selected: id })} />
        </View>
        <View className="w-pane">
          {selected ? <TopicPane key={selected} id={selected} /> : <EmptyState title={texts.chooseTitle} note={texts.chooseNote} />}
        </View>
      </View>
    </Page>
  )
}

/** What is being talked over: to take part, to follow, to work on. */
export const ListScreen = ({ view, id }: { view?: string | undefined; id?: string | undefined }) => {
  const { status, hat } = useApp()
  const wide = useWide() && process.env.TARO_ENV === 'h5' && hat !== 'resident'
  useEffect(() => {
    if (isView(view)) useListScope.setState({ view })
    if (id) useListScope.setState({ selected: id })
  }, [view, id])
  if (status === 'out') {
    return (
      <Page title={texts.title}>
        <EmptyState title={texts.loginTitle} note={texts.loginNote} action={texts.login} onAction={askLogin} />
      </Page>
    )
  }
  if (wide) return <WideList />
  return (
    <Page title={texts.title}>
      <Text className="h-soft">{texts.intro}</Text>
      <TopicList wide={false} onOpen={(topic) => open('topic', { id: topic })} />
    </Page>
  )
}
