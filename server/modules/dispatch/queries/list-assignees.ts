import type { Case } from '@server/modules/cases'
import { organisationsIn, staffOf } from '@server/modules/identity'
import type { AssigneeOption } from '@shared/dispatch/schemas'
import { chainOf } from '@shared/regions/schemas'
import { DeskModel } from '../desk.model'
import { ASSIGNEE_ROLES, QUEUE_ROLES } from '../dispatch.policy'

const MOST_PEOPLE = 100

/** People in fitting roles, by role and nearest first; mediators with what lies on their desks, unless it is closed. */
const people = async (doc: Case): Promise<AssigneeOption[]> => {
  const taken = new Set([...doc.parties.map((party) => party.personId), ...(doc.owner?.type === 'person' ? [doc.owner.id] : [])])
  const byRole = await Promise.all(
    ASSIGNEE_ROLES.map(async (role) => (await staffOf({ role, regionCode: doc.regionCode })).map((person) => ({ ...person, role }))),
  )
  const found = byRole.flat().filter(({ personId }) => {
    const fresh = !taken.has(personId)
    taken.add(personId)
    return fresh
  })
  const first = found.slice(0, MOST_PEOPLE)
  const desks = await DeskModel.find({ personId: { $in: first.map((person) => person.personId) } }).lean()
  const deskOf = new Map(desks.map((desk) => [desk.personId, desk]))
  return first.flatMap(({ personId, name, role }) => {
    const desk = role === 'mediator' ? deskOf.get(personId) : undefined
    if (desk && !desk.open) return []
    return [{ id: personId, name, role, kind: 'person' as const, load: desk?.load ?? null }]
  })
}

/** Organisations of the region and above it that take cases into a queue. */
const queues = async (doc: Case): Promise<AssigneeOption[]> => {
  const chain = chainOf(doc.regionCode)
  const found = await organisationsIn({ regionCode: doc.regionCode })
  return found.flatMap(({ id, name, kind, regionCode }) => {
    const role = QUEUE_ROLES[kind]
    return role && chain.includes(regionCode) ? [{ id, name, role, kind: 'organisation' as const, load: null }] : []
  })
}

/** Everyone to whom the case can be assigned or passed on: people first, then queues. */
export const listAssignees = async ({ doc }: { doc: Case }): Promise<AssigneeOption[]> => [...(await people(doc)), ...(await queues(doc))]
