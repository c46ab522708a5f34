import { organisationFor, personHolds, personNames } from '@server/modules/identity'
import type { Actor } from '@server/platform/actor'
import { Conflict, Forbidden, InvalidInput } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import { type Brief, MOST_SIGNERS, type Signature } from '../brief.model'
import { mayWriteIn, takesSignatures } from '../briefs.policy'
import { loadBrief } from '../queries/load-brief'
import { PROBLEMS } from '../texts'
import { retryChange, writeChange } from './write-change'

/** A member of the region, who can be asked. Throws InvalidInput for everybody else. */
const memberFor = async (personId: string, { author, regionCode }: Brief): Promise<Signature> => {
  if (personId === author.personId) throw InvalidInput.field('memberId', 'self', PROBLEMS.self)
  const role = 'cppccMember'
  const name = (await personHolds({ personId, role, regionCode })) ? (await personNames([personId])).get(personId) : undefined
  if (!name) throw InvalidInput.field('memberId', 'unknown_member', PROBLEMS.notMember)
  const organisation = await organisationFor({ personId, role, regionCode })
  return { personId, name, organisationId: organisation?.id ?? null, state: 'asked', at: null }
}

/** Asks a fellow member to sign; asked again, nothing more happens. Throws NotFound, Forbidden, Conflict, InvalidInput. */
export const inviteSigner = async (options: { actor: Actor; briefId: string; memberId: string }): Promise<Brief> => {
  const { actor, briefId, memberId } = options
  return retryChange(async () => {
    const brief = await loadBrief({ actor, briefId })
    if (!mayWriteIn(actor, brief)) throw new Forbidden(PROBLEMS.author)
    if (!takesSignatures(brief.state)) throw new Conflict('move_not_allowed', PROBLEMS.closed)
    const signer = await memberFor(memberId, brief)
    if (brief.signatures.some(({ personId }) => personId === memberId)) return brief
    if (brief.signatures.length >= MOST_SIGNERS) throw new Conflict('conflict', PROBLEMS.tooMany)
    return writeChange({
      brief,
      change: {
        set: { signatures: [...brief.signatures, signer] },
        history: [{ by: actor.name, text: `请${signer.name}联名` }],
        events: [newEvent('brief.asked', { briefId, personIds: [memberId], again: false })],
      },
    })
  })
}
