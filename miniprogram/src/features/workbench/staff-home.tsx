import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Chip } from '@/components/chip'
import { Page } from '@/components/page'
import { TabHead } from '@/components/tab-head'
import { open } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { useWide } from '@/lib/wide'
import { texts as watchTexts } from './centre/watch-texts'
import { InboxCounts, InboxList, useInbox } from './inbox/inbox-list'
import { texts } from './texts'
import { openSection, useViews } from './views'
import { WideDesk } from './wide/wide-desk'
import './workbench.css'

/** So many are counted; more are said to be more. */
const MOST = 9
const counted = (name: string, page: { items: readonly unknown[]; nextCursor: string | null } | undefined): string =>
  page && page.items.length > 0 ? texts.linkWaiting(name, page.items.length, page.nextCursor !== null) : name

/** What the CPPCC has asked a department for, with how much of it waits: it has an inbox of its own. */
const useAskedOf = (views: ReturnType<typeof useViews>) => {
  const briefs = useCall('briefs.list', { query: { view: 'department', state: 'passedOn', limit: MOST } }, { enabled: views.briefs })
  const topics = useCall('consultations.list', { query: { view: 'work', limit: MOST } }, { enabled: views.topics })
  return { briefs: counted(texts.briefsLink, briefs.data), topics: counted(texts.topicsLink, topics.data) }
}

/** What else the person's roles bring, besides the inbox. */
const Links = ({ empty }: { empty: boolean }) => {
  const views = useViews()
  const asked = useAskedOf(views)
  const links: { name: string; shown: boolean; go: () => void }[] = [
    { name: texts.centreLink, shown: views.centre, go: () => openSection('centre', false) },
    { name: watchTexts.lightsTitle, shown: views.lights, go: () => openSection('lights', false) },
    { name: watchTexts.supervisionsTitle, shown: views.supervisions, go: () => openSection('supervisions', false) },
    { name: texts.followUpsLink, shown: views.followUps, go: () => openSection('followUps', false) },
    { name: texts.handledLink, shown: views.handled, go: () => openSection('handled', false) },
    { name: texts.regionLink, shown: views.region && !empty, go: () => openSection('region', false) },
    { name: asked.briefs, shown: views.briefs, go: () => open('briefs') },
    { name: asked.topics, shown: views.topics, go: () => open('topics', { view: 'work' }) },
    { name: texts.tasksLink, shown: views.tasks, go: () => openSection('tasks', false) },
    { name: texts.fileLink, shown: views.file, go: () => open('fileCase') },
    { name: watchTexts.toolsTitle, shown: views.tools, go: () => openSection('tools', false) },
  ]
  const shown = links.filter((each) => each.shown)
  return shown.length === 0 ? null : (
    <View className="h-row wrap w-counts">
      {shown.map(({ name, go }) => (
        <Button key={name} small look="ghost" onPress={go}>
          {name}
        </Button>
      ))}
    </View>
  )
}

/** The staff's first tab: the inbox by deadline; on a wide window the case stands beside it. */
export const StaffHome = () => {
  const wide = useWide() && process.env.TARO_ENV === 'h5'
  const inbox = useInbox()
  if (wide) return <WideDesk inbox={inbox} />
  const count = <Chip tone="outline">{texts.count(inbox.pages.items.length, inbox.more)}</Chip>
  return (
    <Page title={texts.inboxTitle} root head={<TabHead title={texts.inboxTitle} right={count} />}>
      <InboxCounts inbox={inbox} />
      <Links empty={inbox.pages.items.length === 0} />
      <InboxList inbox={inbox} wide={false} />
    </Page>
  )
}
