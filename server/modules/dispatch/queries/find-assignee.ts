import type { Case, CasePorts, Owner } from '@server/modules/cases'
import { organisationById, personHolds, personNames } from '@server/modules/identity'
import { InvalidInput } from '@server/platform/errors'
import type { MoveName } from '@shared/cases/moves'
import type { StaffRole } from '@shared/identity/schemas'
import { isWithin } from '@shared/regions/schemas'
import { DeskModel } from '../desk.model'
import { deskFull } from '../desk-full'
import { ASSIGNEE_ROLES, HIGHER_ROLES, mayTakeHigher, QUEUE_ROLES, successorRoles } from '../dispatch.policy'
import { isAway } from '../fit/desk-board'
import { today } from '../fit/today'
import { levelOfOwner, levelOfPerson } from './level-of'
import { isTied, subjectOf } from './tied-to'

type Field = 'assigneeId' | 'organisationId'
interface Wanted {
  doc: Case
  move: MoveName
  id: string
  /** After avoidance, or with a session, a case goes by itself; then only to whoever does the same work. */
  isBySystem: boolean
}

const refuse = (field: Field, code: string, message: string): InvalidInput => InvalidInput.field(field, code, message)
const notHigher = (field: Field) => refuse(field, 'not_higher', '调解不成的，只能移送给上一级或者职能部门')

const roleOf = async (personId: string, regionCode: string, roles: readonly StaffRole[]): Promise<StaffRole | undefined> => {
  for (const role of roles) if (await personHolds({ personId, role, regionCode })) return role
  return undefined
}

/** Leave and a full desk are the mediator's word against more; a queue takes everything. */
const checkDesk = async (personId: string): Promise<void> => {
  const desk = await DeskModel.findOne({ personId }).lean()
  if (desk && desk.room <= 0) throw deskFull(desk)
  if (desk && (!desk.open || isAway(desk, today().date)))
    throw refuse('assigneeId', 'desk_closed', `${desk.name}现在不接新的事项，请换一位或派到单位`)
}

/** Avoidance: whoever assigns hears that somebody must not have it, and not why. */
const checkTies = async (doc: Case, personId: string, name: string): Promise<void> => {
  if (doc.avoid?.includes(personId) || (await isTied(personId, await subjectOf(doc))))
    throw refuse('assigneeId', 'conflict_of_interest', `${name}按规定要回避这件事，请换一位`)
}

const higherRole = async ({ doc, id }: Wanted): Promise<StaffRole> => {
  const { regionCode, owner } = doc
  const role = await roleOf(id, regionCode, HIGHER_ROLES)
  if (!role) throw notHigher('assigneeId')
  const [own, now] = await Promise.all([levelOfPerson({ personId: id, role, regionCode }), levelOfOwner(owner, regionCode)])
  if (!mayTakeHigher({ role, own, now })) throw notHigher('assigneeId')
  return role
}

/** In which role somebody would take the case. */
const roleFor = async (wanted: Wanted): Promise<StaffRole> => {
  const { doc, move, id, isBySystem } = wanted
  const any = await roleOf(id, doc.regionCode, ASSIGNEE_ROLES)
  if (!any) throw refuse('assigneeId', 'unknown_assignee', '这个人不负责这个地区')
  if (move === 'passOn') return higherRole(wanted)
  if (!isBySystem) return any
  const same = await roleOf(id, doc.regionCode, successorRoles(doc))
  if (!same) throw refuse('assigneeId', 'not_mediator', '请换成负责这个地区的调解员')
  return same
}

const toPerson = async (wanted: Wanted): Promise<Owner> => {
  const { doc, id } = wanted
  if (doc.owner?.type === 'person' && doc.owner.id === id) throw refuse('assigneeId', 'same_assignee', '这件事已经在这个人手上')
  if (doc.parties.some((party) => party.personId === id)) throw refuse('assigneeId', 'is_party', '不能派给当事人自己办')
  const role = await roleFor(wanted)
  const name = (await personNames([id])).get(id) ?? ''
  await checkTies(doc, id, name)
  if (role === 'mediator') await checkDesk(id)
  return { type: 'person', id, name, role }
}

const toOrganisation = async ({ doc, move, id }: Omit<Wanted, 'isBySystem'>): Promise<Owner> => {
  const found = await organisationById(id)
  const role = found && QUEUE_ROLES[found.kind]
  if (!found || !role || !isWithin(doc.regionCode, found.regionCode))
    throw refuse('organisationId', 'unknown_organisation', '没有这个单位，或它不负责这个地区')
  if (doc.owner?.type === 'organisation' && doc.owner.id === found.id && doc.status !== 'submitted')
    throw refuse('organisationId', 'same_assignee', '这件事已经在这个单位')
  if (move === 'passOn') {
    const now = await levelOfOwner(doc.owner, doc.regionCode)
    if (!mayTakeHigher({ role, own: found.regionCode.length, now })) throw notHigher('organisationId')
  }
  return { type: 'organisation', id: found.id, name: found.name, role }
}

/**
 * To whom a case is given: one person in a fitting role for its region, with room and free of ties, or the queue of an
 * organisation. After mediation has failed: a department, or somebody at a higher level.
 */
export const findAssignee: CasePorts['assignee'] = async ({ doc, move, actor, assigneeId, organisationId }) => {
  if (assigneeId !== undefined && organisationId !== undefined) throw refuse('organisationId', 'one_of', '只能选一个人或一个单位')
  if (assigneeId !== undefined) return toPerson({ doc, move, id: assigneeId, isBySystem: actor === 'system' })
  if (organisationId !== undefined) return toOrganisation({ doc, move, id: organisationId })
  throw refuse('assigneeId', 'required', '请选择派给谁')
}
