import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Chip } from '@/components/chip'
import { Page } from '@/components/page'
import { TabHead } from '@/components/tab-head'
import { open } from '@/lib/navigate'
import { useWide } from '@/lib/wide'
import { texts as watchTexts } from './centre/watch-texts'
import { InboxCounts, InboxList, useInbox } from './inbox/inbox-list'
import { texts } from './texts'
import { openSection, useViews } from './views'
import { WideDesk } from './wide/wide-desk'
import './workbench.css'

/** What else the person's roles bring, besides the inbox. */
const Links = ({ empty }: { empty: boolean }) => {
  const views = useViews()
  const links: { name: string; shown: boolean; go: () => void }[] = [
    { name: texts.centreLink, shown: views.centre, go: () => openSection('centre', false) },
    { name: watchTexts.lightsTitle, shown: views.lights, go: () => openSection('lights', false) },
    { name: watchTexts.supervisionsTitle, shown: views.supervisions, go: () => openSection('supervisions', false) },
    { name: texts.followUpsLink, shown: views.followUps, go: () => openSection('followUps', false) },
    { name: texts.handledLink, shown: views.handled, go: () => openSection('handled', false) },
    { name: texts.regionLink, shown: views.region && !empty, go: () => openSection('region', false) },
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
