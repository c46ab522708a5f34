import type { Owner } from '@server/modules/cases'
import { organisationById, staffOf } from '@server/modules/identity'
import type { StaffRole } from '@shared/identity/schemas'
import { CODE_LENGTHS, isWithin } from '@shared/regions/schemas'

/** The length of the code of the widest region for which a person holds a role that covers a place; the less, the higher. */
export const levelOfPerson = async (options: { personId: string; role: StaffRole; regionCode: string }): Promise<number> => {
  const { personId, role, regionCode } = options
  const person = (await staffOf({ role, regionCode })).find((one) => one.personId === personId)
  const held = person?.roles.filter((grant) => grant.role === role && isWithin(regionCode, grant.regionCode)) ?? []
  return Math.min(CODE_LENGTHS.grid + 1, ...held.map((grant) => grant.regionCode.length))
}

/** At which level a case is handled: of its owner's region. Without an owner, below every level. */
export const levelOfOwner = async (owner: Owner | null, regionCode: string): Promise<number> => {
  if (!owner) return CODE_LENGTHS.grid + 1
  if (owner.type === 'person') return levelOfPerson({ personId: owner.id, role: owner.role, regionCode })
  return (await organisationById(owner.id))?.regionCode.length ?? CODE_LENGTHS.grid + 1
}
