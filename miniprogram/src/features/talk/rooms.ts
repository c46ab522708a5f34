import type { CaseView, Room } from '@shared/cases/schemas'
import { sideOf } from '@/features/parties/people-words'

type Talk = Pick<CaseView, 'relation' | 'parties'>

/** The rooms that a party reads: the own one, and the joint one once the respondent takes part. */
export const roomsOf = (view: Talk): Room[] => {
  const respondentIsIn = view.parties.some(({ side, part, accepted }) => side === 'respondent' && part === 'party' && accepted)
  return respondentIsIn ? [sideOf(view), 'joint'] : [sideOf(view)]
}

/** How the joint room stands for the reader's side. */
export const jointOf = (view: Talk & Pick<CaseView, 'jointRoom'>): 'open' | 'wanted' | 'waiting' | 'closed' => {
  const { jointRoom } = view
  if (jointRoom.open) return 'open'
  const side = sideOf(view)
  if (jointRoom[side]) return 'waiting'
  return jointRoom[side === 'applicant' ? 'respondent' : 'applicant'] ? 'wanted' : 'closed'
}

/** Whether the reader may speak in a room; of a side that has chosen speakers only those speak to the other side. */
export const maySpeak = (view: Talk & Pick<CaseView, 'jointRoom' | 'can'>, room: Room): boolean => {
  if (!view.can.includes('message')) return false
  const speaks = view.parties.find(({ me }) => me)?.speaker ?? true
  return room !== 'joint' || (view.jointRoom.open && speaks)
}
