import { type Case, findCases, logRead } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { isOpinion } from '../commands/keep-wordings'
import { mayLookAt, readingRole } from '../opinion.policy'
import { weekOf } from '../span'
import { type Wording, WordingModel } from '../wording.model'

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

const allowedCases = async (rows: Wording[]): Promise<Map<string, Case>> => {
  const docs = await findCases(rows.map((row) => row.caseId.toHexString()))
  return new Map(docs.filter(isOpinion).map((doc) => [doc._id.toHexString(), doc]))
}

/** Those of some wordings that the actor may read and whose authors still allow it, in the order asked for; each is noted as read. */
export const wordingsForBrief = async (options: { actor: Actor; wordingIds: readonly string[] }): Promise<BriefWording[]> => {
  const { actor, wordingIds } = options
  const found = await WordingModel.find({ _id: { $in: [...wordingIds] } }, { terms: 0 }).lean<Wording[]>()
  const rows = found.filter(({ regionCode }) => mayLookAt(actor, regionCode))
  const allowed = await allowedCases(rows)
  const byId = new Map(rows.map((row) => [row._id, row]))
  return wordingIds.flatMap((wordingId) => {
    const row = byId.get(wordingId)
    const doc = row && allowed.get(row.caseId.toHexString())
    if (!row || !doc) return []
    logRead({ actor, doc, what: 'wording', role: readingRole(actor, doc.regionCode) })
    const { text, personId, kind, category, regionCode, at } = row
    return [{ wordingId, text, personId, kind, category, regionCode, week: weekOf(at) }]
  })
}

/** Notes that somebody has read wordings where they are quoted. Departments read them too, without the right to look for more. */
export const noteQuotesRead = async (options: { actor: Actor; wordingIds: readonly string[] }): Promise<void> => {
  const { actor, wordingIds } = options
  if (wordingIds.length === 0) return
  const rows = await WordingModel.find({ _id: { $in: [...wordingIds] } }, { terms: 0 }).lean<Wording[]>()
  for (const doc of (await allowedCases(rows)).values()) {
    const role = readingRole(actor, doc.regionCode) ?? 'department'
    logRead({ actor, doc, what: 'wording', role })
  }
}
