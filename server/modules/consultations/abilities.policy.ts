import type { Actor } from '@server/platform/actor'
import { CONSULTATION_MOVES, type ConsultationMove, consultationMoves } from '@shared/consultations/moves'
import type { ConsultationAbility } from '@shared/consultations/schemas'
import { isDecided, isOver, takesSignUps, takesVotes } from '@shared/consultations/words'
import type { Consultation } from './consultation.model'
import { barTo, isMember, isOffice, leads, mayRate, maySupport, mayWriteMinutes, moversOf } from './consultations.policy'
import { maySeeAttendees, meetingAhead } from './places.policy'

/** What the reader has to do with it, beside their roles. */
export interface Standing {
  /** Has a place at the meeting, or one on the waiting list. */
  placed: boolean
  /** Supported, voted or came. */
  tookPart: boolean
}

const movesFor = (actor: Actor, doc: Consultation, now: Date): ConsultationMove[] => {
  const movers = moversOf(actor, doc)
  return CONSULTATION_MOVES.filter((move) => {
    const { from, by } = consultationMoves[move]
    return from.includes(doc.state) && movers.includes(by) && barTo(move, doc, now) === undefined
  })
}

/** What the reader can do now; screens draw their buttons from it. */
export const abilitiesFor = (options: { actor: Actor; doc: Consultation; standing: Standing; now: Date }): ConsultationAbility[] => {
  const { actor, doc, standing, now } = options
  const ahead = meetingAhead(doc, now) !== undefined
  const led = leads(actor, doc)
  const others: [ConsultationAbility, boolean][] = [
    ['support', maySupport(actor, doc)],
    ['vote', takesVotes(doc.state)],
    ['addStatement', takesVotes(doc.state)],
    ['signUp', ahead && !standing.placed],
    ['leave', ahead && standing.placed],
    ['invite', led && ahead],
    ['checkInOthers', led && takesSignUps(doc.state)],
    ['seeAttendees', doc.meeting !== null && maySeeAttendees(actor, doc)],
    ['writeMinutes', mayWriteMinutes(actor, doc, now)],
    ['rate', mayRate(doc, standing, now)],
    ['hideStatement', led && isDecided(doc.state) && !isOver(doc.state)],
    ['brief', isDecided(doc.state) && (isMember(actor, doc) || isOffice(actor, doc))],
  ]
  return [...movesFor(actor, doc, now), ...others.flatMap(([ability, may]) => (may ? [ability] : []))]
}
