import { organisationsIn, staffOf } from '@server/modules/identity'
import { regionExists } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { Forbidden, InvalidInput } from '@server/platform/errors'
import { mayWriteFor } from '../briefs.policy'
import { PROBLEMS } from '../texts'

interface Named {
  id: string
  name: string
}

/** Members who can sign, and departments that can be asked, for a region of the actor's. Throws Forbidden outside of them. */
export const colleaguesFor = async (options: { actor: Actor; regionCode: string }): Promise<{ members: Named[]; departments: Named[] }> => {
  const { actor, regionCode } = options
  if (!mayWriteFor(actor, regionCode)) throw new Forbidden(PROBLEMS.writers)
  if (!regionExists(regionCode)) throw InvalidInput.field('regionCode', 'unknown_region', PROBLEMS.region)
  const [members, departments] = await Promise.all([
    staffOf({ role: 'cppccMember', regionCode }),
    organisationsIn({ regionCode, kind: 'department' }),
  ])
  return {
    members: members.filter(({ personId }) => personId !== actor.personId).map(({ personId, name }) => ({ id: personId, name })),
    departments: departments.map(({ id, name }) => ({ id, name })),
  }
}
