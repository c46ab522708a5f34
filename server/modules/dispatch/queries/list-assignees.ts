import type { Case } from '@server/modules/cases'
import { organisationsIn, type StaffPerson, staffOf } from '@server/modules/identity'
import type { AssigneeOption } from '@shared/dispatch/schemas'
import type { StaffRole } from '@shared/identity/schemas'
import { chainOf, isWithin } from '@shared/regions/schemas'
import { DeskModel } from '../desk.model'
import { ASSIGNEE_ROLES, HIGHER_ROLES, mayTakeHigher, QUEUE_ROLES } from '../dispatch.policy'
import { isAway } from '../fit/desk-board'
import { today } from '../fit/today'
import { levelOfOwner } from './level-of'
import { subjectOf, tiedTo } from './tied-to'

const MOST_PEOPLE = 100

type Candidate = StaffPerson & { role: StaffRole }
/** Whether somebody at a level may be given the case; after mediation has failed that is not everybody. */
type Fits = (role: StaffRole, level: number) => boolean

const fitsFor = async ({ status, owner, regionCode }: Case): Promise<Fits> => {
  if (status !== 'failed') return () => true
  const now = await levelOfOwner(owner, regionCode)
  return (role, own) => mayTakeHigher({ role, own, now })
}

const levelOf = ({ role, roles }: Candidate, regionCode: string): number =>
  Math.min(
    ...roles.filter((grant) => grant.role === role && isWithin(regionCode, grant.regionCode)).map((grant) => grant.regionCode.length),
  )

/** People in fitting roles, by role and nearest first, each once; without those who take part, have it, or have to keep away. */
const candidates = async (doc: Case, fits: Fits): Promise<Candidate[]> => {
  const { regionCode, owner, avoid = [], parties, status } = doc
  const tied = await tiedTo(await subjectOf(doc))
  const taken = new Set([...parties.map((party) => party.personId), ...(owner?.type === 'person' ? [owner.id] : []), ...avoid, ...tied])
  const roles = status === 'failed' ? HIGHER_ROLES : ASSIGNEE_ROLES
  const byRole = await Promise.all(
    roles.map(async (role) => (await staffOf({ role, regionCode })).map((person): Candidate => ({ ...person, role }))),
  )
  return byRole.flat().filter((person) => {
    const fresh = !taken.has(person.personId) && fits(person.role, levelOf(person, regionCode))
    if (fresh) taken.add(person.personId)
    return fresh
  })
}

/** Mediators with what lies on their desks, unless they take nothing now, or have no room. */
const people = async (doc: Case, fits: Fits): Promise<AssigneeOption[]> => {
  const first = (await candidates(doc, fits)).slice(0, MOST_PEOPLE)
  const desks = await DeskModel.find({ personId: { $in: first.map((person) => person.personId) } }).lean()
  const deskOf = new Map(desks.map((desk) => [desk.personId, desk]))
  return first.flatMap(({ personId, name, role }) => {
    const desk = role === 'mediator' ? deskOf.get(personId) : undefined
    if (desk && (!desk.open || desk.load >= desk.capacity || isAway(desk, today().date))) return []
    return [{ id: personId, name, role, kind: 'person' as const, load: desk?.load ?? null }]
  })
}

/** Organisations of the region and above it that take cases into a queue. */
const queues = async (doc: Case, fits: Fits): Promise<AssigneeOption[]> => {
  const chain = chainOf(doc.regionCode)
  const found = await organisationsIn({ regionCode: doc.regionCode })
  return found.flatMap(({ id, name, kind, regionCode }) => {
    const role = QUEUE_ROLES[kind]
    const takes = role && chain.includes(regionCode) && fits(role, regionCode.length)
    return takes ? [{ id, name, role, kind: 'organisation' as const, load: null }] : []
  })
}

/** Everyone to whom the case can be assigned or passed on: people first, then queues. */
export const listAssignees = async ({ doc }: { doc: Case }): Promise<AssigneeOption[]> => {
  const fits = await fitsFor(doc)
  return [...(await people(doc, fits)), ...(await queues(doc, fits))]
}
