import { staffOf } from '@server/modules/identity'
import { CODE_LENGTHS, isWithin } from '@shared/regions/schemas'

/**
 * The next region above that has a supervisor, up to the city; undefined when nobody is left to tell. `told`: the region
 * whose supervisors were told last; without it those nearest to the case are the ones above whom it goes on.
 */
export const nextSupervisors = async (options: { regionCode: string; told: string | undefined }): Promise<string | undefined> => {
  const { regionCode, told } = options
  const people = await staffOf({ role: 'supervisor', regionCode })
  const regions = people.flatMap(({ roles }) =>
    roles.filter((grant) => grant.role === 'supervisor' && isWithin(regionCode, grant.regionCode)).map((grant) => grant.regionCode),
  )
  const levels = [...new Set(regions)].filter((code) => code.length >= CODE_LENGTHS.city).sort((one, other) => other.length - one.length)
  const last = told ?? levels[0]
  return last === undefined ? undefined : levels.find((code) => code.length < last.length)
}
