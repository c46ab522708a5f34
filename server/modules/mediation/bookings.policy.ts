import type { BookingSnapshot, Case } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { holdsAnywhere } from '@server/platform/actor'
import type { Ability } from '@shared/cases/schemas'
import { isTalking, type Relation } from '@shared/cases/words'
import type { BookingMove } from '@shared/mediation/schemas'
import type { Changeable } from './snapshot'

/** On whose behalf somebody speaks about a session. */
export type Speaker = 'applicant' | 'respondent' | 'owner'
const SPEAKERS: readonly Speaker[] = ['applicant', 'respondent', 'owner']

/** A party's side or the owner; everybody else only looks on, if that. */
export const speakerOf = (relations: readonly Relation[]): Speaker | undefined => SPEAKERS.find((one) => relations.includes(one))

type Bookable = Pick<Case, 'status' | 'owner' | 'booking'>
/** Whether a session can be held about a case: it is being talked about, and a person has it. */
export const isBookable = ({ status, owner }: Pick<Case, 'status' | 'owner'>): boolean => isTalking(status) && owner?.type === 'person'

const STANDING: readonly string[] = ['held', 'proposed', 'confirmed']
/** Whether a session still lies ahead or is going on. */
const isStanding = (booking: BookingSnapshot | null, now: Date): boolean =>
  booking !== null && STANDING.includes(booking.status) && booking.endsAt > now

/** The port for cases: what else somebody can do. */
export const bookingAbilities = (options: { doc: Bookable; relations: Relation[]; now: Date }): Ability[] => {
  const { doc, relations, now } = options
  return speakerOf(relations) && isBookable(doc) && !isStanding(doc.booking, now) ? ['book'] : []
}

export interface MoveContext {
  booking: Changeable
  actor: Pick<Actor, 'personId'>
  relations: readonly Relation[]
  /** The applicant has no account: the owner, who telephones, answers in their place. */
  onBehalf: boolean
  now: Date
}

/** Who may say yes or no to a proposal. */
const mayAnswer = (speaker: Speaker, { booking, onBehalf }: MoveContext): boolean =>
  booking.awaits === speaker || (speaker === 'owner' && booking.awaits === 'applicant' && onBehalf)

const MAY: Record<BookingMove, (speaker: Speaker, context: MoveContext) => boolean> = {
  confirm: (speaker, context) => context.booking.status === 'proposed' && mayAnswer(speaker, context),
  decline: (speaker, context) => context.booking.status === 'proposed' && mayAnswer(speaker, context),
  cancel: (_, { booking, now }) => now <= booking.changeableUntil,
  reschedule: (_, { booking, now }) => now <= booking.changeableUntil,
  finish: (speaker) => speaker === 'owner',
  noShow: (speaker, { booking, now }) => speaker === 'owner' && now >= booking.startsAt,
}

/** The owner speaks for a session only as its mediator, not as whoever had the case later. */
export const speakerFor = ({ booking, actor, relations }: Omit<MoveContext, 'now' | 'onBehalf'>): Speaker | undefined => {
  const speaker = speakerOf(relations)
  return speaker === 'owner' && actor.personId !== booking.mediator.id ? undefined : speaker
}

/** What somebody can do with a session now. */
export const bookingMoves = (context: MoveContext): BookingMove[] => {
  const speaker = speakerFor(context)
  if (!speaker || !STANDING.includes(context.booking.status)) return []
  return (Object.keys(MAY) as BookingMove[]).filter((move) => MAY[move](speaker, context))
}

/** Whether a move is for this speaker at all, whatever the time. */
export const isMoveOf = (move: BookingMove, speaker: Speaker): boolean => speaker === 'owner' || (move !== 'finish' && move !== 'noShow')

/** Whether somebody may give the link to a video meeting, with a confirmation or after it. */
export const maySetLink = (speaker: Speaker, { mode, status }: Pick<BookingSnapshot, 'mode' | 'status'>): boolean =>
  speaker === 'owner' && mode === 'video' && STANDING.includes(status)

/** Cases come to staff, so staff keep working hours. */
export const keepsHours = (actor: Actor): boolean =>
  (['mediator', 'gridWorker', 'officer', 'department', 'dispatcher'] as const).some((role) => holdsAnywhere(actor, role))
