import type { Actor } from '@server/platform/actor'
import { Conflict } from '@server/platform/errors'
import { MOVES, type MoveName } from '@shared/cases/moves'
import type { StaffRole } from '@shared/identity/schemas'
import type { Case, Owner } from '../case.model'
import { handlingRoleOf } from '../cases.policy'
import { centreQueue, ports } from '../ports'

/** Who takes a case out of a queue owns it from then on, in the role in which they looked into the queue. */
const mover = (doc: Case, actor: Actor): Owner => {
  if (doc.owner?.type === 'person' && doc.owner.id === actor.personId) return doc.owner
  const role: StaffRole = handlingRoleOf(actor, doc.owner?.id) ?? doc.owner?.role ?? 'mediator'
  return { type: 'person', id: actor.personId, name: actor.name, role }
}

/** Whose a case is after a move. Throws InvalidInput when nobody fit was named. */
export const nextOwner = async (options: {
  doc: Case
  move: MoveName
  actor: Actor | 'system'
  assigneeId?: string
  organisationId?: string
  lead?: Pick<Case, 'owner'> | undefined
}): Promise<Owner | null> => {
  const { doc, move, actor, assigneeId, organisationId, lead } = options
  const rule = MOVES[move].owner
  if (rule === undefined) return doc.owner
  if (rule === 'none') return null
  if (rule === 'lead') return lead?.owner ?? doc.owner
  if (rule === 'queue') return centreQueue(doc.regionCode)
  if (rule === 'assignee') return ports().assignee({ doc, move, actor, assigneeId, organisationId })
  if (actor === 'system') throw new Conflict('move_not_allowed')
  return mover(doc, actor)
}
