import { PagedList } from '@/components/paged-list'
import { EmptyState } from '@/components/states'
import { usePages } from '@/lib/query'
import { openSignal, useSignalDesk, useSignalQuery, useSignalScope } from '../scope'
import { texts } from '../texts'
import { SignalCard } from './signal-card'
import { TimeLine } from './time-line'

/** What stands out, the weightiest first, as cards or along the weeks. */
export const SignalList = ({ as, wide }: { as: 'list' | 'time'; wide: boolean }) => {
  const { list } = useSignalQuery()
  const muted = useSignalScope((scope) => scope.muted)
  const selected = useSignalDesk((desk) => desk.selected)
  const pages = usePages('signals.list', { query: list })
  const empty = muted ? <EmptyState title={texts.emptyMuted} /> : <EmptyState title={texts.empty} note={texts.emptyNote} />
  const open = (id: string) => openSignal(id, wide)
  return (
    <PagedList pages={pages} count={pages.items.length} empty={empty}>
      {as === 'time' ? (
        <TimeLine signals={pages.items} onOpen={open} />
      ) : (
        pages.items.map((signal) => (
          <SignalCard key={signal.id} signal={signal} on={wide && signal.id === selected} onOpen={() => open(signal.id)} />
        ))
      )}
    </PagedList>
  )
}
