import { Chip } from '@/components/chip'
import { Entry } from '@/components/entry'
import { open } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { useApp } from '@/lib/store'
import { texts } from './texts'

/** The most that is counted; more are said to be more. */
const MOST = 9

/** The way to the consultations, with how many wait for one's work. */
export const TopicsEntry = () => {
  const signedIn = useApp((state) => state.status === 'in')
  const work = useCall('consultations.list', { query: { view: 'work', limit: MOST } }, { enabled: signedIn, staleTime: 60_000 })
  const count = work.data?.items.length ?? 0
  const words = work.data?.nextCursor ? `${count}+` : String(count)
  const right = count > 0 ? <Chip tone="amber">{texts.waiting(words)}</Chip> : undefined
  return <Entry title={texts.doorMember} note={texts.doorNone} right={right} onPress={() => open('topics', { view: 'work' })} />
}
