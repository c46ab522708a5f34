import type { CaseItem, CaseView } from '@shared/cases/schemas'
import { type CaseStatus, isOpen } from '@shared/cases/words'
import { upcoming, whereWords } from '@/features/mediation/booking-words'
import { timeWords } from '@/lib/time'
import { FAILED_FOR_GOOD, MERGED, MERGED_STATUS, NEXT } from './texts'

/** How far along a case is, for the bar on its card. */
const SHARES: Partial<Record<CaseStatus, number>> = {
  submitted: 0.1,
  assigned: 0.2,
  accepted: 0.35,
  handling: 0.55,
  mediating: 0.55,
  suspended: 0.55,
  agreed: 0.7,
  performing: 0.8,
  resolved: 0.9,
}

export const shareOf = (status: CaseStatus): number => SHARES[status] ?? 1

/** Whether it waits for another of the same matter, with which it is handled. */
const isFollowing = ({ merged, status }: Pick<CaseItem, 'merged' | 'status'>): boolean => merged && status === 'suspended'

/** What the chip says instead of the usual. */
export const chipWords = (item: Pick<CaseItem, 'merged' | 'status'>): { words?: string } =>
  isFollowing(item) ? { words: MERGED_STATUS } : {}

/** What comes next, in one sentence and a note: an appointment before everything else. */
export const nextOf = (
  item: Pick<CaseItem | CaseView, 'status' | 'booking' | 'assignee' | 'can' | 'merged'>,
): { title: string; note: string } => {
  const { status, booking, assignee, can } = item
  if (isFollowing(item)) return MERGED
  if (booking && upcoming(booking) && booking.status !== 'held' && isOpen(status) && status !== 'resolved') {
    const asked = booking.can.includes('confirm')
    const note = booking.status === 'confirmed' ? '大家都同意了。' : asked ? '请您说这个时间行不行。' : '等其他人同意。'
    return { title: `${timeWords(booking.startsAt)} ${whereWords(booking)}`, note }
  }
  const next = NEXT[status]
  if (status === 'closed' && !can.includes('reopen')) return { ...next, note: '' }
  if (status === 'failed' && !can.includes('reopen')) return FAILED_FOR_GOOD
  if (status === 'resolved' && !can.includes('confirm')) return { title: '等申请人看看办好了没有', note: '' }
  return status === 'assigned' && assignee ? { ...next, title: `等${assignee.name}受理` } : next
}
