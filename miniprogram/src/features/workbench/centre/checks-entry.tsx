import { Chip } from '@/components/chip'
import { Entry } from '@/components/entry'
import { open } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { useRegionsOf } from '../rules/use-regions'
import { texts } from './watch-texts'

const MOST = 9

/** The CPPCC office's way to topics and statements that wait for a person's eyes, and how many they are. */
export const ChecksEntry = () => {
  const office = useRegionsOf('cppccOffice').length > 0
  const checks = useCall('checks.list', { query: { limit: MOST } }, { enabled: office, staleTime: 60_000 })
  const count = checks.data?.items.length ?? 0
  if (!office) return null
  const right = count > 0 ? <Chip tone="amber">{texts.checksWait(`${count}${checks.data?.nextCursor ? '+' : ''}`)}</Chip> : undefined
  return <Entry title={texts.checksPage} note={texts.checksPageNote} right={right} onPress={() => open('checks')} />
}
