import type { Actor } from '@server/platform/actor'
import { inTransaction } from '@server/platform/database'
import { Conflict, Forbidden } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import { EVERYONE, type Relation } from '@shared/cases/words'
import type { Case, Side } from '../case.model'
import { CLOSED_ROOM, isJointOpen, wantsJointRoom } from '../joint-room'
import { speaksFor } from '../parties.policy'
import { roomText } from '../party-words'
import { findCase } from '../queries/find-case'
import { sideInJoint } from '../talk.policy'
import { byOf } from '../timeline'
import { recordCaseEvent } from './record-case-event'

type Wish = { room: NonNullable<Case['jointRoom']>; change: 'wanted' | 'opened' | 'closed' }

/** What a side's word makes of the room; undefined when it changes nothing. */
const after = (doc: Case, side: Side, open: boolean): Wish | undefined => {
  if (open === wantsJointRoom(doc, side)) return undefined
  if (!open) return { room: CLOSED_ROOM, change: 'closed' }
  const room = { ...CLOSED_ROOM, ...doc.jointRoom, [side]: true }
  return { room, change: isJointOpen({ jointRoom: room }) ? 'opened' : 'wanted' }
}

const sideOf = (doc: Case, actor: Actor): Side => {
  if (speaksFor(doc, actor) === undefined) throw new Forbidden('由这一方的当事人或选出的代表来决定')
  const side = sideInJoint(doc, actor)
  if (!side) throw new Conflict('conflict', '双方都参加以后，才能一起谈')
  return side
}

/** Says for a side that it wants the joint room, which is open once both do; or closes it for both. */
export const setJointRoom = (options: { actor: Actor; caseId: string; relations: Relation[]; open: boolean }): Promise<Case> => {
  const { actor, caseId, relations, open } = options
  return inTransaction(async (session) => {
    const doc = await findCase(caseId, session)
    const side = sideOf(doc, actor)
    const wish = after(doc, side, open)
    if (!wish) return doc
    const { room: jointRoom, change } = wish
    return recordCaseEvent({
      caseId,
      entry: { type: `room.${change}`, by: byOf(actor, relations), text: roomText(side, change), audience: [...EVERYONE] },
      set: { jointRoom },
      events: [newEvent('room.changed', { caseId, change, side, byPersonId: actor.personId })],
      session,
    })
  })
}
