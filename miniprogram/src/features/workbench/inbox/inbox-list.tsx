import { Text, View } from '@tarojs/components'
import { Chip } from '@/components/chip'
import { PagedList } from '@/components/paged-list'
import { EmptyState } from '@/components/states'
import { usePages } from '@/lib/query'
import { useApp } from '@/lib/store'
import { texts } from '../texts'
import { urgencyOf } from '../urgency'
import { openStaffCase, useDesk, useViews } from '../views'
import { InboxCard } from './inbox-card'
import { RegionList } from './region-list'

const EVERY = 30_000

/** The reader's open cases, nearest deadline first, with how many of them press. */
export const useInbox = () => {
  const signedIn = useApp((state) => state.status === 'in')
  const pages = usePages('cases.list', { query: { view: 'inbox', limit: 50 } }, { enabled: signedIn, refetchInterval: EVERY })
  const count = (urgency: string) => pages.items.filter((item) => urgencyOf(item) === urgency).length
  const late = count('late')
  const soon = count('soon')
  return { pages, late, soon, going: pages.items.length - late - soon, more: pages.hasNextPage }
}
export type Inbox = ReturnType<typeof useInbox>

export const InboxCounts = ({ inbox }: { inbox: Inbox }) =>
  inbox.pages.items.length === 0 ? null : (
    <View className="h-row wrap w-counts" role="status">
      {inbox.late > 0 ? <Chip tone="seal">{texts.late(inbox.late)}</Chip> : null}
      {inbox.soon > 0 ? <Chip tone="amber">{texts.soon(inbox.soon)}</Chip> : null}
      {inbox.going > 0 ? <Chip tone="bamboo">{texts.going(inbox.going, inbox.more)}</Chip> : null}
    </View>
  )

export const InboxList = ({ inbox, wide }: { inbox: Inbox; wide: boolean }) => {
  const selected = useDesk((state) => state.selected)
  const { pages } = inbox
  const views = useViews()
  // who oversees a region rather than handles cases comes for that list
  const empty = views.region ? (
    <View className="h-col">
      <Text className="h-note">{texts.emptyTitle}</Text>
      <Text className="h-head">{texts.regionTitle}</Text>
      <RegionList wide={wide} />
    </View>
  ) : (
    <EmptyState title={texts.emptyTitle} note={texts.emptyNote} action={texts.refresh} onAction={() => void pages.refetch()} />
  )
  return (
    <PagedList pages={pages} empty={empty} count={pages.items.length}>
      {pages.items.map((item) => (
        <InboxCard
          key={item.id}
          item={item}
          quick={!wide}
          on={wide && selected === item.id}
          onOpen={(intent) => openStaffCase(item.id, wide, intent)}
        />
      ))}
    </PagedList>
  )
}
