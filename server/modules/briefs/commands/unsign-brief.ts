import type { Actor } from '@server/platform/actor'
import { newEvent } from '@server/platform/outbox'
import type { Brief } from '../brief.model'
import { loadForSigning } from './sign-brief'
import { retryChange, writeChange } from './write-change'

/** Takes one's signature back, or declines to sign; the brief is none of one's own any more. Throws NotFound, Forbidden, Conflict. */
export const unsignBrief = async (options: { actor: Actor; briefId: string }): Promise<Brief> => {
  const { actor, briefId } = options
  return retryChange(async () => {
    const { brief, signature } = await loadForSigning({ actor, briefId })
    return writeChange({
      brief,
      change: {
        set: { signatures: brief.signatures.filter((one) => one !== signature) },
        history: [{ by: actor.name, text: signature.state === 'signed' ? '退出联名' : '没有联名' }],
        events: [newEvent('brief.unsigned', { briefId, personId: actor.personId })],
      },
    })
  })
}
