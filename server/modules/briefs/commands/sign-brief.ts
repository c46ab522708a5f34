import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { Conflict, Forbidden } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import type { Brief, Signature } from '../brief.model'
import { digestOf, textForOthers } from '../brief-text'
import { relationsTo, takesSignatures } from '../briefs.policy'
import { loadBrief } from '../queries/load-brief'
import { PROBLEMS } from '../texts'
import { retryChange, writeChange } from './write-change'

/** A brief on which the actor was asked to sign, and the place where. Throws NotFound, Forbidden, Conflict. */
export const loadForSigning = async (options: { actor: Actor; briefId: string }): Promise<{ brief: Brief; signature: Signature }> => {
  const brief = await loadBrief(options)
  const signature = brief.signatures.find(({ personId }) => personId === options.actor.personId)
  if (!signature) throw new Forbidden(PROBLEMS.asked)
  if (!takesSignatures(brief.state)) throw new Conflict('move_not_allowed', PROBLEMS.closed)
  if (!relationsTo(options.actor, brief).includes(signature.state)) throw new Forbidden(PROBLEMS.asked)
  return { brief, signature }
}

/** Signs the text that was read; signed again, nothing more happens. Throws Conflict `text_changed` for another text. */
export const signBrief = async (options: { actor: Actor; briefId: string; digest: string }): Promise<Brief> => {
  const { actor, briefId, digest } = options
  return retryChange(async () => {
    const { brief, signature } = await loadForSigning({ actor, briefId })
    if (digest !== digestOf(textForOthers(brief))) throw new Conflict('text_changed')
    if (signature.state === 'signed') return brief
    const signed = { ...signature, state: 'signed' as const, at: clock.now() }
    return writeChange({
      brief,
      change: {
        set: { signatures: brief.signatures.map((one) => (one === signature ? signed : one)) },
        history: [{ by: actor.name, text: '联名' }],
        events: [newEvent('brief.signed', { briefId, personId: actor.personId })],
      },
    })
  })
}
