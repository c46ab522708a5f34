import { MOVE_NAMES, type MoveName } from '@shared/cases/moves'
import type { CaseView } from '@shared/cases/schemas'

/** The order in which moves are offered as the next step. */
const NEXT: readonly MoveName[] = [
  'accept',
  'assign',
  'startHandling',
  'startMediation',
  'resume',
  'agree',
  'perform',
  'resolve',
  'passOn',
  'transfer',
  'archive',
]
/** After these there is no way back for the one who makes them. */
const FINAL: readonly MoveName[] = ['return', 'fail', 'passOn', 'archive']

export const isFinal = (move: MoveName): boolean => FINAL.includes(move)
export const isMove = (can: string): can is MoveName => (MOVE_NAMES as readonly string[]).includes(can)

/** Whether the reader is in the case's rooms. */
export const isInRooms = (view: Pick<CaseView, 'can' | 'relation'>): boolean => view.can.includes('message') || view.relation === 'owner'

/** The moves that the service allows this reader: the likely next one, and the others. */
export const stepsOf = (view: Pick<CaseView, 'can'>): { next: MoveName | undefined; others: MoveName[] } => {
  const moves = view.can.filter(isMove)
  const next = NEXT.find((move) => moves.includes(move) && !isFinal(move))
  return { next, others: moves.filter((move) => move !== next) }
}
