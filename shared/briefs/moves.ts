import { type BriefState, isAdopted } from './words'

export const BRIEF_MOVES = ['submit', 'withdraw', 'return', 'merge', 'accept', 'adopt', 'instruct', 'passOn', 'answer'] as const
export type BriefMove = (typeof BRIEF_MOVES)[number]
/** `author`: who began it; `office`: the CPPCC office of the region; `department`: the one that was asked. */
export type BriefMover = 'author' | 'office' | 'department'

interface Move {
  readonly from: readonly BriefState[]
  /** `same`: it stays where it is. */
  readonly to: BriefState | 'same'
  readonly by: BriefMover
  readonly needs: 'preview' | 'reason' | 'brief' | 'level' | 'instruction' | 'department' | 'text' | null
  readonly label: string
  readonly sentence: string
}

/** Every step of a brief; the server refuses what is not in it, screens draw their buttons from it. */
export const briefMoves: Record<BriefMove, Move> = {
  submit: { from: ['draft', 'returned'], to: 'submitted', by: 'author', needs: 'preview', label: '提交', sentence: '提交审核' },
  withdraw: { from: ['draft', 'submitted', 'returned'], to: 'withdrawn', by: 'author', needs: null, label: '撤回', sentence: '撤回' },
  return: { from: ['submitted'], to: 'returned', by: 'office', needs: 'reason', label: '退回修改', sentence: '退回修改' },
  merge: { from: ['submitted', 'accepted'], to: 'merged', by: 'office', needs: 'brief', label: '并入另一篇', sentence: '并入另一篇' },
  accept: { from: ['submitted'], to: 'accepted', by: 'office', needs: null, label: '立案', sentence: '审核立案' },
  adopt: {
    from: ['accepted', 'adopted', 'passedOn', 'answered'],
    to: 'adopted',
    by: 'office',
    needs: 'level',
    label: '登记采用',
    sentence: '被采用',
  },
  instruct: {
    from: ['accepted', 'adopted', 'passedOn', 'answered'],
    to: 'same',
    by: 'office',
    needs: 'instruction',
    label: '登记批示',
    sentence: '得到批示',
  },
  // Again while a department has it: to another one, or until another date.
  passOn: {
    from: ['accepted', 'adopted', 'passedOn'],
    to: 'passedOn',
    by: 'office',
    needs: 'department',
    label: '交部门办理',
    sentence: '交部门办理',
  },
  answer: { from: ['passedOn'], to: 'answered', by: 'department', needs: 'text', label: '答复', sentence: '部门已答复' },
}

/** Where a step leads. An adoption that comes while a department has the brief, or afterwards, takes it from nobody. */
export const briefAfter = (move: BriefMove, state: BriefState): BriefState => {
  const { to } = briefMoves[move]
  return to === 'same' || (move === 'adopt' && isAdopted(state)) ? state : to
}
