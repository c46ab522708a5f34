import type { Actor } from '@server/platform/actor'
import type { Brief } from '../brief.model'
import { dropEvidence } from './drop-evidence'
import { loadOwnDraft } from './write-brief'
import { retryChange } from './write-change'

/** Lets go of evidence, in every claim that rests on it. What is not there is gone already. */
export const removeEvidence = async (options: { actor: Actor; briefId: string; evidenceId: string }): Promise<Brief> => {
  const { actor, briefId, evidenceId } = options
  return retryChange(async () => dropEvidence({ brief: await loadOwnDraft({ actor, briefId }), isGone: ({ id }) => id === evidenceId }))
}
