import type { BookingSnapshot, Case } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { holdsAnywhere } from '@server/platform/actor'
import type { CardAbility } from '@shared/cases/schemas'
import { isTalking, type Relation } from '@shared/cases/words'
import { type BookingMove, type BookingStatus, SPEAKERS, type Speaker } from '@shared/mediation/schemas'
import { isOver } from './holds'
import { sidesByPhone, speaksForSide } from './participants'
import { awaitedOf, type Changeable } from './snapshot'

export type Sides = Pick<Case, 'parties' | 'filedBy' | 'speakers'>
interface Asking {
  doc: Sides
  actor: Pick<Actor, 'personId'>
  relations: readonly Relation[]
}

/** For whom somebody speaks about sessions: their side, or as the owner. Everybody else only looks on, if that. */
export const speakerOf = ({ doc, actor, relations }: Asking): Speaker | undefined => {
  const speaker = SPEAKERS.find((one) => relations.includes(one))
  return speaker === undefined || speaker === 'owner' || speaksForSide(doc, actor.personId) ? speaker : undefined
}

/** Whether a session can be held about a case: it is being talked about, by itself, and a person has it. */
export const isBookable = ({ status, owner, leadId }: Pick<Case, 'status' | 'owner' | 'leadId'>): boolean =>
  isTalking(status) && owner?.type === 'person' && leadId === undefined

const STANDING: readonly BookingStatus[] = ['held', 'proposed', 'confirmed']

/** How a session stands now: a hold that is over is one no more, whether somebody has ended it or not. */
export const statusNow = ({ status, heldUntil }: Pick<BookingSnapshot, 'status' | 'heldUntil'>, now: Date): BookingStatus =>
  status === 'held' && heldUntil && isOver(heldUntil, now) ? 'cancelled' : status

/** Whether a session lies ahead or is going on; what is only held gives way to the next booking. */
const isSettled = (booking: BookingSnapshot | null, now: Date): boolean =>
  booking !== null && (booking.status === 'proposed' || booking.status === 'confirmed') && booking.endsAt > now

/** The port for cases: what else somebody can do. */
export const bookingAbilities = (options: Asking & { doc: Pick<Case, 'status' | 'owner' | 'booking'>; now: Date }): CardAbility[] => {
  const { doc, now } = options
  return speakerOf(options) && isBookable(doc) && !isSettled(doc.booking, now) ? ['book'] : []
}

export interface MoveContext extends Asking {
  booking: Changeable
  now: Date
}

/** Whose yes or no somebody gives who speaks: their own, and as the owner that of sides that are only reached by telephone. */
export const answersOf = (speaker: Speaker, { booking, doc }: Pick<MoveContext, 'booking' | 'doc'>): Speaker[] => {
  const silent = speaker === 'owner' ? sidesByPhone(doc) : []
  return awaitedOf(booking).filter((one) => one === speaker || silent.includes(one))
}

type Rule = (speaker: Speaker, context: MoveContext) => boolean
const mayAnswer: Rule = (speaker, context) =>
  context.booking.status !== 'confirmed' && context.now < context.booking.startsAt && answersOf(speaker, context).length > 0
const mayChange: Rule = (_, { booking, now }) => booking.status !== 'held' && now <= booking.changeableUntil
const mayConclude: Rule = (speaker, { booking, now }) => speaker === 'owner' && booking.status !== 'held' && now >= booking.startsAt

const MAY: Record<BookingMove, Rule> = {
  confirm: mayAnswer,
  decline: mayAnswer,
  cancel: mayChange,
  reschedule: mayChange,
  finish: mayConclude,
  noShow: mayConclude,
}

/**
 * The owner speaks for a session only as its mediator, not as whoever had the case later; except of one that has begun:
 * it stays with the case, and somebody must be able to say what became of it.
 */
export const speakerFor = (context: MoveContext): Speaker | undefined => {
  const { actor, booking, now } = context
  const speaker = speakerOf(context)
  return speaker === 'owner' && actor.personId !== booking.mediator.id && now < booking.startsAt ? undefined : speaker
}

/** What somebody can do with a session now. */
export const bookingMoves = (context: MoveContext): BookingMove[] => {
  const speaker = speakerFor(context)
  if (!speaker || !STANDING.includes(statusNow(context.booking, context.now))) return []
  return (Object.keys(MAY) as BookingMove[]).filter((move) => MAY[move](speaker, context))
}

/** Whether a move is for this speaker at all, whatever the time. */
export const isMoveOf = (move: BookingMove, speaker: Speaker): boolean => speaker === 'owner' || (move !== 'finish' && move !== 'noShow')

/** Whether somebody may give the link to a video meeting, with a confirmation or after it. */
export const maySetLink = (speaker: Speaker, { mode, status }: Pick<BookingSnapshot, 'mode' | 'status'>): boolean =>
  speaker === 'owner' && mode === 'video' && STANDING.includes(status)

const OUTSIDE: readonly Relation[] = ['contributor', 'none']
/** Whether somebody reads of meetings: who was only asked a question learns nothing of them. */
export const seesSessions = (relations: readonly Relation[]): boolean => !relations.every((relation) => OUTSIDE.includes(relation))

const INSIDE: readonly Relation[] = ['applicant', 'respondent', 'helper', 'owner']
/** Whether somebody gets the link, which lets one into the meeting. */
export const seesLink = (relations: readonly Relation[]): boolean => relations.some((relation) => INSIDE.includes(relation))

/** Cases come to staff, so staff keep working hours. */
export const keepsHours = (actor: Actor): boolean =>
  (['mediator', 'gridWorker', 'officer', 'department', 'dispatcher'] as const).some((role) => holdsAnywhere(actor, role))
