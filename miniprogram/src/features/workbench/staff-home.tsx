import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Chip } from '@/components/chip'
import { Page } from '@/components/page'
import { TabHead } from '@/components/tab-head'
import { open } from '@/lib/navigate'
import { useWide } from '@/lib/wide'
import { InboxCounts, InboxList, useInbox } from './inbox/inbox-list'
import { texts } from './texts'
import { openSection, useViews } from './views'
import { WideDesk } from './wide/wide-desk'
import './workbench.css'

/** What else the person's roles bring, besides the inbox. */
const Links = ({ empty }: { empty: boolean }) => {
  const views = useViews()
  if (!views.region && !views.tasks && !views.file) return null
  return (
    <View className="h-row wrap">
      {views.region && !empty ? (
        <Button small look="ghost" onPress={() => openSection('region', false)}>
          {texts.regionLink}
        </Button>
      ) : null}
      {views.tasks ? (
        <Button small look="ghost" onPress={() => openSection('tasks', false)}>
          {texts.tasksLink}
        </Button>
      ) : null}
      {views.file ? (
        <Button small look="ghost" onPress={() => open('fileCase')}>
          {texts.fileLink}
        </Button>
      ) : null}
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
