import type { CaseView } from '@shared/cases/schemas'
import { useCall } from '@/lib/query'
import type { Belongings } from './todos'

const REFRESH = 30_000

/** Papers, promises and follow-ups of a case, as far as the reader may see them. */
export const useBelongings = (id: string, can: readonly CaseView['can'][number][]): Belongings => {
  const read = (ability: CaseView['can'][number]) => ({ enabled: can.includes(ability), refetchInterval: REFRESH })
  const papers = useCall('papers.list', { params: { id } }, read('readPapers'))
  const obligations = useCall('obligations.list', { params: { id } }, read('readObligations'))
  const followUps = useCall('followUps.forCase', { params: { id } }, read('followUp'))
  return { papers: papers.data?.items, obligations: obligations.data, followUps: followUps.data?.items }
}
