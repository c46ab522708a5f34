import { findPeople } from '@server/modules/consultations'
import type { Actor } from '@server/platform/actor'
import { Forbidden } from '@server/platform/errors'
import type { ConsultationPeople } from '@shared/consultations/schemas'
import { mayWriteFor } from '../briefs.policy'
import { PROBLEMS } from '../texts'

/** Members who can sign, and departments that can be asked, for a region of the actor's. Throws Forbidden outside of them. */
export const colleaguesFor = async (options: { actor: Actor; regionCode: string }): Promise<ConsultationPeople> => {
  const { actor, regionCode } = options
  if (!mayWriteFor(actor, regionCode)) throw new Forbidden(PROBLEMS.writers)
  const { members, departments } = await findPeople({ actor, regionCode })
  return { members: members.filter(({ id }) => id !== actor.personId), departments }
}
