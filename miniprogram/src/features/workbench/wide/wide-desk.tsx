import { Text, View } from '@tarojs/components'
import { Page } from '@/components/page'
import { EmptyState } from '@/components/states'
import { useApp } from '@/lib/store'
import { texts as watchTexts } from '../centre/watch-texts'
import { HandledList } from '../inbox/handled-list'
import { type Inbox, InboxCounts, InboxList } from '../inbox/inbox-list'
import { RegionList } from '../inbox/region-list'
import { TaskList } from '../inbox/task-list'
import { texts } from '../texts'
import { type Section, useDesk } from '../views'
import { CasePane } from './case-pane'
import { MoreLists, type MoreSection } from './more-lists'
import { Rail } from './rail'

const MORE: Record<MoreSection, string> = {
  followUps: texts.followUpsTitle,
  centre: texts.centreTitle,
  supervisions: watchTexts.supervisionsTitle,
  lights: watchTexts.lightsTitle,
  tools: watchTexts.toolsTitle,
}
/** Lists that open no case: they have the whole width. */
const ALONE: ReadonlySet<Section> = new Set(['tools', 'lights'])
const isMore = (section: Section): section is MoreSection => section in MORE

const ListHead = ({ title, note }: { title: string; note?: string }) => (
  <View className="h-row spread">
    <View className="h-title" role="heading" aria-level={1}>
      <Text>{title}</Text>
    </View>
    {note ? <Text className="h-note">{note}</Text> : null}
  </View>
)

const InboxColumn = ({ inbox }: { inbox: Inbox }) => {
  const place = useApp((state) => state.me?.roles[0]?.organisationName ?? texts.inboxTitle)
  return (
    <>
      <ListHead title={place} note={texts.count(inbox.pages.items.length, inbox.more)} />
      <InboxCounts inbox={inbox} />
      <InboxList inbox={inbox} wide />
    </>
  )
}

/** A wide window: the rail, the list, and beside it the case. */
export const WideDesk = ({ inbox }: { inbox: Inbox }) => {
  const { section, selected, intent } = useDesk()
  const alone = ALONE.has(section) && !selected
  return (
    <Page title={texts.inboxTitle} root wide head={<View />}>
      <View className="w-desk">
        <Rail active={section} />
        <View className={alone ? 'w-list alone' : 'w-list'}>
          {section === 'inbox' ? <InboxColumn inbox={inbox} /> : null}
          {section === 'handled' ? (
            <>
              <ListHead title={texts.handledTitle} />
              <HandledList wide />
            </>
          ) : null}
          {section === 'region' ? (
            <>
              <ListHead title={texts.regionTitle} />
              <RegionList wide />
            </>
          ) : null}
          {section === 'tasks' ? (
            <>
              <ListHead title={texts.tasksTitle} />
              <TaskList wide />
            </>
          ) : null}
          {isMore(section) ? (
            <>
              <ListHead title={MORE[section]} />
              <MoreLists key={section} section={section} />
            </>
          ) : null}
        </View>
        {alone ? null : (
          <View className="w-pane">
            {selected ? (
              <CasePane key={selected} id={selected} intent={intent} />
            ) : (
              <EmptyState title={texts.chooseTitle} note={texts.chooseNote} />
            )}
          </View>
        )}
      </View>
    </Page>
  )
}
