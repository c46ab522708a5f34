import { type Actor, holds, regionsOf } from '@server/platform/actor'
import type { FieldError } from '@server/platform/errors'
import type { AnswerResult } from '@shared/answers/schemas'
import type { Answer, AnswerState, AnswerWords } from './answer.model'

type AnswerMove = 'publish' | 'withdraw'

/** Every step of an answer. What was taken back may be written anew and published again. */
export const answerMoves: Record<AnswerMove, { from: readonly AnswerState[]; to: AnswerState }> = {
  publish: { from: ['draft', 'withdrawn'], to: 'published' },
  withdraw: { from: ['draft', 'published'], to: 'withdrawn' },
}

/** What everybody reads is not changed under their eyes: it is taken back first. */
export const WRITABLE: readonly AnswerState[] = ['draft', 'withdrawn']

/** The regions for which the actor answers. */
export const answerRegions = (actor: Actor): string[] => [...new Set(regionsOf(actor, 'cppccOffice'))]

/** The office of the region, or of one above it, works on an answer; others do not know of it before it is published. */
export const mayWorkOn = (actor: Actor, { regionCode }: Pick<Answer, 'regionCode'>): boolean => holds(actor, 'cppccOffice', regionCode)

/** What the office can do with an answer as it stands. */
export const abilitiesIn = (state: AnswerState): ('write' | AnswerMove)[] => [
  ...(WRITABLE.includes(state) ? (['write'] as const) : []),
  ...(['publish', 'withdraw'] as const).filter((move) => answerMoves[move].from.includes(state)),
]

const NEEDS: Record<AnswerResult, readonly ('done' | 'notDone')[]> = {
  done: ['done'],
  partly: ['done', 'notDone'],
  notDone: ['notDone'],
  underWay: ['done'],
}
const ASKED = { done: '请写明做了什么', notDone: '请写明没有办成的部分和原因' }

/** What still has to be said before people may read it: what was done, and what was not and why. */
export const missingIn = ({ result, raised, ...words }: Pick<Answer, keyof AnswerWords | 'result'>): FieldError[] => [
  ...(raised.trim() === '' ? [{ path: 'raised', code: 'required', message: '请写明大家反映了什么' }] : []),
  ...NEEDS[result].filter((part) => words[part].trim() === '').map((path) => ({ path, code: 'required', message: ASKED[path] })),
]
