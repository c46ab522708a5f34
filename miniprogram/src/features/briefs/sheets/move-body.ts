import { type BriefMove, briefMoves } from '@shared/briefs/moves'
import type { BriefView, MoveBrief } from '@shared/briefs/schemas'
import type { BriefLevel } from '@shared/briefs/words'
import { dateOf } from '@/lib/time'

/** What has been filled in on the sheet of a step. */
export interface Given {
  reason: string
  intoId: string | null
  level: BriefLevel | null
  by: string
  /** Days, as 2026-11-26. */
  on: string
  text: string
  departmentId: string | null
  due: string
}

export const nothingGiven = (): Given => ({
  reason: '',
  intoId: null,
  level: null,
  by: '',
  on: dateOf(Date.now()),
  text: '',
  departmentId: null,
  due: '',
})

/** Offices close then; what is due on a day is due by that time. */
const endOf = (day: string): string => `${day}T18:00:00+08:00`
/** A day as an instant that is in the past already when it is today. */
const startOf = (day: string): string => `${day}T00:00:00+08:00`

const COMPLETE: Record<NonNullable<(typeof briefMoves)[BriefMove]['needs']>, (given: Given) => boolean> = {
  preview: () => false,
  reason: ({ reason }) => reason.trim() !== '',
  brief: ({ intoId }) => intoId !== null,
  level: ({ level, by }) => level !== null && by.trim() !== '',
  instruction: ({ level, by, text }) => level !== null && by.trim() !== '' && text.trim() !== '',
  department: ({ departmentId, due }) => departmentId !== null && due !== '',
  text: ({ text }) => text.trim() !== '',
}

/** Whether everything that the step needs is there. */
export const isComplete = (move: BriefMove, given: Given): boolean => {
  const { needs } = briefMoves[move]
  return needs === null || COMPLETE[needs](given)
}

const partOf = (move: BriefMove, given: Given): Partial<MoveBrief> => {
  const { reason, intoId, level, by, on, text, departmentId, due } = given
  switch (briefMoves[move].needs) {
    case 'reason':
      return { reason: reason.trim() }
    case 'brief':
      return intoId ? { intoId } : {}
    case 'level':
      return { ...(level ? { level } : {}), by: by.trim(), at: startOf(on) }
    case 'instruction':
      return { ...(level ? { level } : {}), by: by.trim(), at: startOf(on), text: text.trim() }
    case 'department':
      return { ...(departmentId ? { departmentId } : {}), dueAt: endOf(due) }
    case 'text':
      return { text: text.trim() }
    default:
      return {}
  }
}

/** What is sent for a step. */
export const moveBody = (brief: Pick<BriefView, 'revision'>, move: BriefMove, given: Given): MoveBrief => ({
  move,
  revision: brief.revision,
  ...partOf(move, given),
})
