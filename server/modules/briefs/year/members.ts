import { organisationsIn, staffInOrganisation } from '@server/modules/identity'
import { isWithin } from '@shared/regions/schemas'

/** Who is a member in a region, and of which group 委组. */
export interface Membership {
  /** The group of each member, by person. */
  groupOf: Map<string, string>
  memberNames: Map<string, string>
  groupNames: Map<string, string>
}

/** The groups of a region and of those within, with their members. */
export const membersWithin = async (regionCode: string): Promise<Membership> => {
  const near = await organisationsIn({ regionCode, kind: 'cppcc' })
  const groups = near.filter((group) => isWithin(group.regionCode, regionCode))
  const found: Membership = { groupOf: new Map(), memberNames: new Map(), groupNames: new Map(groups.map(({ id, name }) => [id, name])) }
  const staffs = await Promise.all(groups.map(async ({ id }) => ({ id, staff: await staffInOrganisation(id) })))
  for (const { id, staff } of staffs)
    for (const { personId, name, roles } of staff) {
      if (!roles.some((grant) => grant.role === 'cppccMember' && grant.organisationId === id)) continue
      found.groupOf.set(personId, id)
      found.memberNames.set(personId, name)
    }
  return found
}
