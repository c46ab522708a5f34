import { type Case, centreQueue, organisationKey, ownerKey, type Side } from '@server/modules/cases'
import { onDuty } from '@server/modules/dispatch'
import { staffInOrganisation, staffOf } from '@server/modules/identity'
import { clock } from '@server/platform/clock'
import type { StaffRole } from '@shared/identity/schemas'
import { isWithin } from '@shared/regions/schemas'

const HANDLING: readonly StaffRole[] = ['mediator', 'gridWorker', 'officer', 'dispatcher', 'department']

/** Those who take part on a side; with the applicant also whoever filed for them. */
export const sidePersons = (doc: Case, side: Side): string[] => {
  const own = doc.parties.filter((party) => party.accepted && party.side === side).map((party) => party.personId)
  return [...new Set(side === 'applicant' ? [...own, doc.filedBy] : own)]
}

/** Those of a side who have not left the mediation: meetings are no matter of who has. */
export const presentPersons = (doc: Case, side: Side): string[] => {
  const left = new Set(doc.parties.filter((party) => party.quit).map((party) => party.personId))
  return sidePersons(doc, side).filter((personId) => !left.has(personId))
}

/** One party, and who acts for it; of an applicant for whom somebody filed, that one too. */
export const partyPersons = (doc: Case, partyId: unknown): string[] => {
  const party = doc.parties.find((one) => one.id === partyId)
  if (!party) return []
  const actsFor = (one: Case['parties'][number]): boolean =>
    one.part === 'guardian' || one.part === 'representative'
      ? (one.actsFor ?? party.id) === party.id && one.side === party.side
      : one === party
  const own = doc.parties.filter((one) => one.accepted && actsFor(one)).map((one) => one.personId)
  return [...new Set(party.side === 'applicant' ? [...own, doc.filedBy] : own)]
}

/** Those behind an inbox key: the person, or who handles cases for the organisation. */
export const keyPersons = async (key: string): Promise<string[]> => {
  const id = key.slice(2)
  if (key.startsWith('p:')) return [id]
  const staff = await staffInOrganisation(id)
  const handles = (roles: (typeof staff)[number]['roles']) =>
    roles.some((grant) => grant.organisationId === id && HANDLING.includes(grant.role as StaffRole))
  return staff.filter(({ roles }) => handles(roles)).map(({ personId }) => personId)
}

/** Who has a case, or handles the queue in which it lies. */
export const ownerPersons = async (doc: Case): Promise<string[]> => (doc.owner ? keyPersons(ownerKey(doc.owner)) : [])

/** The dispatchers of the centre that is nearest to a case. */
export const centrePersons = async ({ regionCode }: Pick<Case, 'regionCode'>): Promise<string[]> => {
  const centre = await centreQueue(regionCode)
  return centre ? keyPersons(organisationKey(centre.id)) : []
}

/** Who answers for a region at this moment, whatever the hour: for what cannot wait. */
export const dutyPersons = async ({ regionCode }: Pick<Case, 'regionCode'>): Promise<string[]> =>
  (await onDuty(regionCode, clock.now())).map(({ personId }) => personId)

/** The supervisors of the nearest level that has some. */
export const supervisorsOf = async ({ regionCode }: Pick<Case, 'regionCode'>): Promise<string[]> => {
  const staff = await staffOf({ role: 'supervisor', regionCode })
  const level = (roles: (typeof staff)[number]['roles']) =>
    Math.max(
      ...roles.filter((one) => one.role === 'supervisor' && isWithin(regionCode, one.regionCode)).map((one) => one.regionCode.length),
    )
  const nearest = Math.max(...staff.map(({ roles }) => level(roles)))
  return staff.filter(({ roles }) => level(roles) === nearest).map(({ personId }) => personId)
}

/** Staff who are a party to a case hear of it as parties only, and not what the staff is told. */
export const outsiders = ({ parties }: Pick<Case, 'parties'>, personIds: string[]): string[] =>
  personIds.filter((id) => !parties.some((party) => party.personId === id))

/** Whoever did it knows. */
export const without = (personIds: string[], byPersonId: unknown): string[] => personIds.filter((id) => id !== byPersonId)
