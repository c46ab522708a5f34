import type { ConsultationState } from './words'

export const CONSULTATION_MOVES = [
  'choose',
  'decline',
  'openCall',
  'schedule',
  'reschedule',
  'conclude',
  'passOn',
  'report',
  'judge',
] as const
export type ConsultationMove = (typeof CONSULTATION_MOVES)[number]

/** `office`: the CPPCC office of the region; `lead`: the member in charge, or the office; `system`: the service itself. */
export type ConsultationMover = 'office' | 'lead' | 'system'

interface Move {
  readonly from: readonly ConsultationState[]
  readonly to: ConsultationState
  readonly by: ConsultationMover
  /** What must come with it. */
  readonly needs: 'reason' | 'lead' | 'background' | 'meeting' | 'opinion' | 'tasks' | 'summary' | null
  /** The button, and the sentence in the history. */
  readonly label: string
  readonly sentence: string
}

/** Every step of a consultation; the server refuses what is not in it, screens draw their buttons from it. */
export const consultationMoves: Record<ConsultationMove, Move> = {
  choose: { from: ['proposed'], to: 'chosen', by: 'office', needs: 'lead', label: '立项', sentence: '已立项' },
  decline: { from: ['proposed'], to: 'declined', by: 'office', needs: 'reason', label: '不立项', sentence: '没有立项' },
  openCall: { from: ['chosen'], to: 'open', by: 'lead', needs: 'background', label: '公开征询', sentence: '发布背景材料，公开征询意见' },
  schedule: { from: ['open'], to: 'scheduled', by: 'lead', needs: 'meeting', label: '安排协商会', sentence: '定下了协商会' },
  reschedule: { from: ['scheduled'], to: 'scheduled', by: 'lead', needs: 'meeting', label: '改期', sentence: '协商会改期' },
  conclude: { from: ['scheduled'], to: 'concluded', by: 'lead', needs: 'opinion', label: '发布协商意见', sentence: '发布了协商意见' },
  passOn: { from: ['concluded'], to: 'passedOn', by: 'office', needs: 'tasks', label: '交办', sentence: '交有关部门办理' },
  report: { from: ['passedOn'], to: 'reported', by: 'office', needs: 'summary', label: '反馈结果', sentence: '向大家反馈办理结果' },
  judge: { from: ['reported'], to: 'judged', by: 'system', needs: null, label: '评议', sentence: '参加协商的人已评议' },
}
