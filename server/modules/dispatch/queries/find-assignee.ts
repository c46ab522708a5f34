import type { Case, CasePorts, Owner } from '@server/modules/cases'
import { organisationById, personHolds, personNames } from '@server/modules/identity'
import { InvalidInput } from '@server/platform/errors'
import type { StaffRole } from '@shared/identity/schemas'
import { isWithin } from '@shared/regions/schemas'
import { DeskModel } from '../desk.model'
import { deskFull } from '../desk-full'
import { ASSIGNEE_ROLES, QUEUE_ROLES } from '../dispatch.policy'

const refuse = (field: 'assigneeId' | 'organisationId', code: string, message: string): InvalidInput =>
  InvalidInput.field(field, code, message)

const roleOf = async (personId: string, regionCode: string): Promise<StaffRole | undefined> => {
  for (const role of ASSIGNEE_ROLES) if (await personHolds({ personId, role, regionCode })) return role
  return undefined
}

/** Leave and a full desk are the mediator's word against more; a queue takes everything. */
const checkDesk = async (personId: string): Promise<void> => {
  const desk = await DeskModel.findOne({ personId }).lean()
  if (desk && desk.room <= 0) throw deskFull(desk)
  if (desk && !desk.open) throw refuse('assigneeId', 'desk_closed', `${desk.name}现在不接新的事项，请换一位或派到单位`)
}

const toPerson = async (doc: Case, personId: string): Promise<Owner> => {
  if (doc.owner?.type === 'person' && doc.owner.id === personId) throw refuse('assigneeId', 'same_assignee', '这件事已经在这个人手上')
  if (doc.parties.some((party) => party.personId === personId)) throw refuse('assigneeId', 'is_party', '不能派给当事人自己办')
  const role = await roleOf(personId, doc.regionCode)
  if (!role) throw refuse('assigneeId', 'unknown_assignee', '这个人不负责这个地区')
  if (role === 'mediator') await checkDesk(personId)
  const names = await personNames([personId])
  return { type: 'person', id: personId, name: names.get(personId) ?? '', role }
}

const toOrganisation = async (doc: Case, organisationId: string): Promise<Owner> => {
  const found = await organisationById(organisationId)
  const role = found && QUEUE_ROLES[found.kind]
  if (!found || !role || !isWithin(doc.regionCode, found.regionCode))
    throw refuse('organisationId', 'unknown_organisation', '没有这个单位，或它不负责这个地区')
  if (doc.owner?.type === 'organisation' && doc.owner.id === found.id && doc.status !== 'submitted')
    throw refuse('organisationId', 'same_assignee', '这件事已经在这个单位')
  return { type: 'organisation', id: found.id, name: found.name, role }
}

/** To whom a case is given: one person in a fitting role for its region and with room, or the queue of an organisation. */
export const findAssignee: CasePorts['assignee'] = async ({ doc, assigneeId, organisationId }) => {
  if (assigneeId !== undefined && organisationId !== undefined) throw refuse('organisationId', 'one_of', '只能选一个人或一个单位')
  if (assigneeId !== undefined) return toPerson(doc, assigneeId)
  if (organisationId !== undefined) return toOrganisation(doc, organisationId)
  throw refuse('assigneeId', 'required', '请选择派给谁')
}
