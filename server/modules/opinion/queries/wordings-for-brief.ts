import { logRead } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { mayLookAt, readingRole } from '../opinion.policy'
import { weekOf } from '../span'
import type { Wording } from '../wording.model'
import { allowedCases, showable } from './find-wordings'
import { wordingsById } from './stream-wordings'

/** What a brief takes up of somebody's words; whose they are stays on the server. */
export interface BriefWording {
  wordingId: string
  text: string
  personId: string
  kind: Wording['kind']
  category: string
  regionCode: string
  /** The Monday of the week in which it was brought. */
  week: string
}

/** Those of some wordings that the actor may read and whose authors still allow it, in the order asked for; each is noted as read. */
export const wordingsForBrief = async (options: { actor: Actor; wordingIds: readonly string[] }): Promise<BriefWording[]> => {
  const { actor, wordingIds } = options
  const byId = new Map((await wordingsById(wordingIds)).map((row) => [row._id, row]))
  const rows = wordingIds.flatMap((id) => byId.get(id) ?? []).filter(({ regionCode }) => mayLookAt(actor, regionCode))
  return (await showable({ rows, actor, what: 'wording' })).map(({ _id, at, text, personId, kind, category, regionCode }) => ({
    wordingId: _id,
    text,
    personId,
    kind,
    category,
    regionCode,
    week: weekOf(at),
  }))
}

/** Notes that somebody has read wordings where they are quoted. Departments read them too, without the right to look for more. */
export const noteQuotesRead = async (options: { actor: Actor; wordingIds: readonly string[] }): Promise<void> => {
  const { actor, wordingIds } = options
  if (wordingIds.length === 0) return
  for (const doc of (await allowedCases(await wordingsById(wordingIds))).values()) {
    const role = readingRole(actor, doc.regionCode) ?? 'department'
    logRead({ actor, doc, what: 'wording', role })
  }
}
