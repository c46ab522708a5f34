import { Chip } from '@/components/chip'
import { Entry } from '@/components/entry'
import { open } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { useApp } from '@/lib/store'
import { useSignalRegions } from '../scope'
import { texts } from '../texts'

const MOST = 20

/** The way to what stands out, and how much of it there is. */
export const SignalsEntry = () => {
  const signedIn = useApp((state) => state.status === 'in')
  const allowed = useSignalRegions().length > 0
  const { data } = useCall('signals.list', { query: { limit: MOST } }, { enabled: signedIn && allowed })
  const count = data?.items.length ?? 0
  const right = count > 0 ? <Chip tone="amber">{texts.homeNew(count, Boolean(data?.nextCursor))}</Chip> : undefined
  return allowed ? <Entry title={texts.home} note={texts.homeNote} right={right} onPress={() => open('signals')} /> : null
}
