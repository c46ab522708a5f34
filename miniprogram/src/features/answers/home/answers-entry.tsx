import { Entry } from '@/components/entry'
import { useRegionsOf } from '@/features/workbench/rules/use-regions'
import { open } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { texts } from './texts'

/** The most that is counted; more are said to be more. */
const MOST = 9

/** The office's way to what it tells everybody, with how many wait to be written. Others have none. */
export const AnswersEntry = () => {
  const office = useRegionsOf('cppccOffice').length > 0
  const drafts = useCall('answers.drafts', { query: { state: 'draft', limit: MOST } }, { enabled: office, staleTime: 60_000 })
  const count = drafts.data?.items.length ?? 0
  if (!office) return null
  const words = drafts.data?.nextCursor ? `${count}+` : String(count)
  return <Entry title={texts.title} note={count > 0 ? texts.waiting(words) : texts.none} onPress={() => open('answersWork')} />
}
