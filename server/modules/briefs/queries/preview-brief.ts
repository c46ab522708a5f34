import type { Actor } from '@server/platform/actor'
import { Forbidden } from '@server/platform/errors'
import type { BriefPreview } from '@shared/briefs/schemas'
import { BRIEF_PARTS } from '@shared/briefs/words'
import { digestOf, publicText, textForOthers } from '../brief-text'
import { mayPreview } from '../briefs.policy'
import { loadBrief } from './load-brief'

/**
 * The text as others will read it. What was taken out is shown to the author, who judges whether it is enough; who is to
 * sign reads the text without it. Throws NotFound, Forbidden.
 */
export const previewBrief = async (options: { actor: Actor; briefId: string }): Promise<BriefPreview> => {
  const { actor } = options
  const brief = await loadBrief(options)
  if (!mayPreview(actor, brief)) throw new Forbidden()
  const text = textForOthers(brief)
  const isOwn = text !== brief && brief.author.personId === actor.personId
  return {
    title: text.title,
    parts: BRIEF_PARTS.map((part) => ({ part, claims: text[part].map(({ id, text: words }) => ({ id, text: words })) })),
    removed: isOwn ? publicText(brief).removed : [],
    digest: digestOf(text),
  }
}
