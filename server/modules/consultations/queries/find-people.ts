import { organisationsIn, staffOf } from '@server/modules/identity'
import { regionExists } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { Forbidden, InvalidInput } from '@server/platform/errors'
import type { ConsultationPeople } from '@shared/consultations/schemas'
import { isMember, isOffice } from '../consultations.policy'

/** Members who can be put in charge and departments that can be asked, for a region of the actor’s. Throws Forbidden outside. */
export const findPeople = async (options: { actor: Actor; regionCode: string }): Promise<ConsultationPeople> => {
  const { actor, regionCode } = options
  if (!isMember(actor, { regionCode }) && !isOffice(actor, { regionCode })) throw new Forbidden()
  if (!regionExists(regionCode)) throw InvalidInput.field('regionCode', 'unknown_region', '没有这个地区')
  const [members, departments] = await Promise.all([
    staffOf({ role: 'cppccMember', regionCode }),
    organisationsIn({ regionCode, kind: 'department' }),
  ])
  return {
    members: members.map(({ personId, name }) => ({ id: personId, name })),
    departments: departments.map(({ id, name }) => ({ id, name })),
  }
}
