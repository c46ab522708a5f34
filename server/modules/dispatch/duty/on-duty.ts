import { staffOf } from '@server/modules/identity'
import type { StaffRole } from '@shared/identity/schemas'
import { chainOf, isWithin } from '@shared/regions/schemas'
import { dutyPeople } from '../queries/duty-people'
import { type Duty, DutyModel } from './duty.model'

export interface OnDuty {
  personId: string
  name: string
}

/** A centre may have many dispatchers; this many are called. */
const MOST = 20

const byRoster = async (regionCode: string, at: Date): Promise<OnDuty[]> => {
  const chain = chainOf(regionCode)
  const rosters = await DutyModel.find({ _id: { $in: chain } }).lean<Duty[]>()
  for (const code of chain) {
    const entries = rosters.find(({ _id }) => _id === code)?.entries ?? []
    const ids = [...new Set(entries.filter(({ from, until }) => from <= at && at < until).map(({ personId }) => personId))]
    if (ids.length === 0) continue
    // Who has lost the role since must not read of the danger, and cannot help.
    const people = new Map((await dutyPeople(code)).map((one) => [one.personId, one.name]))
    const there = ids.flatMap((personId) => (people.has(personId) ? [{ personId, name: people.get(personId) ?? '' }] : []))
    if (there.length > 0) return there
  }
  return []
}

/** Those of the nearest level only. */
const nearest = async (role: StaffRole, regionCode: string): Promise<OnDuty[]> => {
  const staff = await staffOf({ role, regionCode })
  const levelOf = (person: (typeof staff)[number]): number =>
    Math.max(
      ...person.roles
        .filter((grant) => grant.role === role && isWithin(regionCode, grant.regionCode))
        .map((grant) => grant.regionCode.length),
    )
  const [first] = staff
  if (!first) return []
  const level = levelOf(first)
  return staff
    .filter((person) => levelOf(person) === level)
    .slice(0, MOST)
    .map(({ personId, name }) => ({ personId, name }))
}

/**
 * Who is called when danger is near: whom the roster of the nearest region names for that moment and who still works there, else the dispatchers
 * nearest to the place, else its supervisors.
 */
export const onDuty = async (regionCode: string, at: Date): Promise<OnDuty[]> => {
  for (const find of [() => byRoster(regionCode, at), () => nearest('dispatcher', regionCode), () => nearest('supervisor', regionCode)]) {
    const found = await find()
    if (found.length > 0) return found
  }
  return []
}
