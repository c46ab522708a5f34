import { SIGNAL_KIND_NAMES } from '@shared/insight/schemas'
import { PagedList } from '@/components/paged-list'
import { EmptyState } from '@/components/states'
import { usePages } from '@/lib/query'
import { texts } from '../texts'
import { Found } from './found'
import type { PickerProps } from './picker-props'

/** What the system has found in the brief's region. */
export const SignalPicker = ({ brief, busy, onTake }: PickerProps) => {
  const pages = usePages('signals.list', { query: { regionCode: brief.regionCode } })
  const [title, note] = texts.signalsNone
  return (
    <PagedList pages={pages} count={pages.items.length} empty={<EmptyState title={title} note={note} />}>
      {pages.items.map(({ id, kind, name, people, latestAt }) => (
        <Found
          key={id}
          text={name}
          source={[SIGNAL_KIND_NAMES[kind], texts.signalPeople(people), latestAt].join(' · ')}
          busy={busy}
          onTake={() => void onTake({ type: 'signal', signalId: id })}
        />
      ))}
    </PagedList>
  )
}
