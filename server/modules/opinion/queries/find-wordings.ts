import { type Case, findCases, logRead, type ReadKind } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { InvalidInput } from '@server/platform/errors'
import { decodeCursor, toPage } from '@server/platform/page'
import { categoriesOf } from '../category-filter'
import { isOpinion } from '../commands/keep-wordings'
import { readingRole } from '../opinion.policy'
import { spanOf } from '../span'
import { questionWords, termsOfWord } from '../terms'
import { type Wording, WordingModel } from '../wording.model'
import { findRegion } from './find-region'
import type { OpinionAsked } from './summarise'

export interface FoundWordings {
  rows: Wording[]
  nextCursor: string | null
  /** The words that were looked for. */
  words: string[]
}

const LONG_WORD = 3
const NOTHING: FoundWordings = { rows: [], nextCursor: null, words: [] }

/** Every word must be there; pairs of characters find a longer one, and the text itself tells whether it is whole. */
const containing = (words: string[]) => {
  if (words.length === 0) return {}
  const long = words.filter((word) => [...word].length >= LONG_WORD && /\p{Script=Han}/u.test(word))
  return {
    terms: { $all: words.flatMap(termsOfWord).sort((one, other) => other.length - one.length) },
    ...(long.length > 0 ? { $and: long.map((word) => ({ text: { $regex: word } })) } : {}),
  }
}

const before = (cursor: string | undefined) => {
  const key = decodeCursor(cursor, 2)
  if (!key) return {}
  const at = new Date(Number(key[0]))
  if (Number.isNaN(at.getTime())) throw InvalidInput.field('cursor', 'invalid_cursor', '翻页参数无效')
  return { $or: [{ at: { $lt: at } }, { at, _id: { $lt: String(key[1]) } }] }
}

/** The cases of some wordings whose authors still allow it. */
export const allowedCases = async (rows: readonly Wording[]): Promise<Map<string, Case>> => {
  const docs = await findCases(rows.map((row) => row.caseId.toHexString()))
  return new Map(docs.filter(isOpinion).map((doc) => [doc._id.toHexString(), doc]))
}

/** Those whose cases still allow it, each noted as read: nothing is shown of which no note was taken. */
export const showable = async (options: { rows: Wording[]; actor: Actor; what: ReadKind }): Promise<Wording[]> => {
  const { rows, actor, what } = options
  const allowed = await allowedCases(rows)
  return rows.filter((row) => {
    const doc = allowed.get(row.caseId.toHexString())
    if (!doc) return false
    logRead({ actor, doc, what, role: readingRole(actor, doc.regionCode) })
    return true
  })
}

/** De-identified wording in a region of the actor's, newest first. Every display is logged. Throws Forbidden outside. */
export const findWordings = async (options: {
  actor: Actor
  asked: OpinionAsked & { q?: string; cursor?: string; limit: number }
  what?: 'wording' | 'export'
}): Promise<FoundWordings> => {
  const { actor, asked, what = 'wording' } = options
  const { kind, category, q, cursor, limit, weeks } = asked
  const regionCode = findRegion(actor, asked.regionCode)
  const words = q === undefined ? [] : questionWords(q)
  if ((q !== undefined && words.length === 0) || kind === 'dispute') return NOTHING
  const { from, to } = spanOf(weeks, clock.now())
  const filter = {
    at: { $gte: from, $lt: to },
    regionCode: { $gte: regionCode, $lt: `${regionCode}:` },
    ...(kind ? { kind } : {}),
    ...(category ? { category: { $in: categoriesOf(category) } } : {}),
    ...containing(words),
  }
  const rows = await WordingModel.find({ $and: [filter, before(cursor)] }, { terms: 0 })
    .sort({ at: -1, _id: -1 })
    .limit(limit + 1)
    .lean<Wording[]>()
  const page = toPage(rows, limit, (row) => [row.at.getTime(), row._id])
  return { rows: await showable({ rows: page.rows, actor, what }), nextCursor: page.nextCursor, words }
}
