import type { Room } from '@shared/cases/schemas'
import type { Case } from './case.model'
import { organisationKey, personKey } from './keys'

/** Who hears what is said in a room: persons, and the organisation in whose queue the case lies. */
export interface RoomMembers {
  personIds: string[]
  organisationId: string | null
}

/** The members of a room: those who take part on its side (all of them in the joint room), and the owner. */
export const roomMembers = (doc: Case, room: Room): RoomMembers => {
  const parties = doc.parties.filter((party) => party.accepted && (room === 'joint' || party.side === room))
  const owner = doc.owner?.type === 'person' ? [doc.owner.id] : []
  return {
    personIds: [...new Set([...parties.map((party) => party.personId), ...owner])],
    organisationId: doc.owner?.type === 'organisation' ? doc.owner.id : null,
  }
}

/** The keys under which unread messages of a room are counted, without those of whoever spoke. */
export const readersOf = (options: { doc: Case; room: Room; speaker: { personId: string; side: string } }): string[] => {
  const { doc, room, speaker } = options
  const { personIds, organisationId } = roomMembers(doc, room)
  const queue = organisationId && speaker.side !== 'staff' ? [organisationKey(organisationId)] : []
  return [...personIds.filter((id) => id !== speaker.personId).map(personKey), ...queue]
}
