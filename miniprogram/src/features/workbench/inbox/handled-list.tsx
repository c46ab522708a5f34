import { PagedList } from '@/components/paged-list'
import { EmptyState } from '@/components/states'
import { usePages } from '@/lib/query'
import { useApp } from '@/lib/store'
import { texts } from '../texts'
import { openStaffCase, useDesk } from '../views'
import { InboxCard } from './inbox-card'

/** The reader's own cases that have ended: certificates, follow-ups and the file still want something of them. */
export const HandledList = ({ wide }: { wide: boolean }) => {
  const signedIn = useApp((state) => state.status === 'in')
  const selected = useDesk((state) => state.selected)
  const pages = usePages('cases.list', { query: { view: 'handled', limit: 50 } }, { enabled: signedIn })
  return (
    <PagedList pages={pages} count={pages.items.length} empty={<EmptyState title={texts.handledEmpty} note={texts.handledEmptyNote} />}>
      {pages.items.map((item) => (
        <InboxCard
          key={item.id}
          item={item}
          quick={false}
          on={wide && selected === item.id}
          onOpen={(intent) => openStaffCase(item.id, wide, intent)}
        />
      ))}
    </PagedList>
  )
}
