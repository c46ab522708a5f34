import { Chip } from '@/components/chip'
import { Entry } from '@/components/entry'
import { open } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { useApp } from '@/lib/store'
import { texts } from '../texts'
import { useBriefLists } from '../views'

const MOST = 20

/** How many wait for the reader: for a decision of the office, or for a signature. */
const useWaiting = (office: boolean): string => {
  const signedIn = useApp((state) => state.status === 'in')
  const query = office ? ({ view: 'office', state: 'submitted', limit: MOST } as const) : ({ view: 'asked', limit: MOST } as const)
  const { data } = useCall('briefs.list', { query }, { enabled: signedIn })
  const count = data?.items.length ?? 0
  return count === 0 ? '' : texts.waiting(office, count, Boolean(data?.nextCursor))
}

/** The way to the briefs, and how many of them wait. */
export const BriefsEntry = () => {
  const office = useBriefLists().includes('office')
  const waiting = useWaiting(office)
  return (
    <Entry
      title={texts.home}
      note={office ? texts.homeOfficeNote : texts.homeNote}
      right={waiting ? <Chip tone="amber">{waiting}</Chip> : undefined}
      onPress={() => open('briefs', waiting && !office ? { view: 'asked' } : {})}
    />
  )
}
