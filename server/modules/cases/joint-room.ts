import type { Case, Side } from './case.model'

type Room = Pick<Case, 'jointRoom'>

/** Whether a side wants the joint room. */
export const wantsJointRoom = ({ jointRoom }: Room, side: Side): boolean => jointRoom?.[side] ?? false
/** The joint room is open while both sides want it. */
export const isJointOpen = (doc: Room): boolean => wantsJointRoom(doc, 'applicant') && wantsJointRoom(doc, 'respondent')
export const CLOSED_ROOM = { applicant: false, respondent: false } as const
