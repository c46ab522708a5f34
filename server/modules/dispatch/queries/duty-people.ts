import { staffOf } from '@server/modules/identity'
import type { DutyView } from '@shared/dispatch/routing'
import type { StaffRole } from '@shared/identity/schemas'

/** Who can be on duty: whoever may look into every case of the region, for what they are told of it says its title. */
const ROLES: readonly StaffRole[] = ['dispatcher', 'supervisor']

/** Whom a region's centre may put on the roster, each once. */
export const dutyPeople = async (regionCode: string): Promise<DutyView['people']> => {
  const byRole = await Promise.all(ROLES.map(async (role) => (await staffOf({ role, regionCode })).map((one) => ({ ...one, role }))))
  const known = new Set<string>()
  return byRole.flat().flatMap(({ personId, name, role }) => {
    if (known.has(personId)) return []
    known.add(personId)
    return [{ personId, name, role }]
  })
}
