import { noteQuotesRead } from '@server/modules/opinion'
import type { Actor } from '@server/platform/actor'
import type { BriefView } from '@shared/briefs/schemas'
import type { Brief } from '../brief.model'
import { presentBrief } from '../briefs.presenter'
import { loadBrief } from './load-brief'
import { countResidents } from './residents'

const WORDING = 'wording:'

/** Notes that somebody has read the wordings that a brief quotes. */
export const noteEvidenceRead = (options: { actor: Actor; brief: Brief }): Promise<void> => {
  const { actor, brief } = options
  const wordingIds = brief.evidence.flatMap(({ ref }) => (ref?.startsWith(WORDING) ? [ref.slice(WORDING.length)] : []))
  return noteQuotesRead({ actor, wordingIds })
}

const present = async (options: { actor: Actor; brief: Brief }): Promise<BriefView> =>
  presentBrief({ ...options, residents: await countResidents(options.brief) })

/** A brief after a step of somebody’s, who reads it by the way; its author has taken up the words that it quotes, which was noted then. */
export const viewBrief = async (options: { actor: Actor; brief: Brief }): Promise<BriefView> => {
  if (options.brief.author.personId !== options.actor.personId) await noteEvidenceRead(options)
  return present(options)
}

/** Opens a brief; whose words it quotes can see who has read them. Throws NotFound. */
export const readBrief = async (options: { actor: Actor; briefId: string }): Promise<BriefView> => {
  const { actor } = options
  const brief = await loadBrief(options)
  await noteEvidenceRead({ actor, brief })
  return present({ actor, brief })
}
