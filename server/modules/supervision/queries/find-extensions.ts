import { casesById, loadCase, logRead, relationsOf } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import { Forbidden, InvalidInput, NotFound } from '@server/platform/errors'
import type { RequestMark } from '@server/platform/once'
import { decodeCursor, toPage } from '@server/platform/page'
import { type Extension, ExtensionModel } from '../extension.model'
import type { ExtensionRow } from '../extensions.presenter'
import { decidedRegions, mayReadExtensions } from '../supervision.policy'

const MOST = 50

/** A request, unchecked. Throws NotFound. */
export const findExtension = async (id: string): Promise<Extension> => {
  const _id = toObjectId(id)
  const found = _id && (await ExtensionModel.findById(_id).lean<Extension>())
  if (!found) throw new NotFound()
  return found
}

export const findByMark = (mark: RequestMark): Promise<Extension | null> =>
  ExtensionModel.findOne({ 'request.by': mark.by, 'request.key': mark.key }).lean<Extension>()

/** What was asked and decided about a case, newest first; the staff's reading is logged. Throws Forbidden for everyone else. */
export const extensionsOf = async (options: { actor: Actor; caseId: string }): Promise<ExtensionRow[]> => {
  const { actor, caseId } = options
  const { doc, relations } = await loadCase({ actor, caseId })
  if (!mayReadExtensions(relations)) throw new Forbidden()
  const rows = await ExtensionModel.find({ caseId: doc._id.toHexString() }).sort({ askedAt: -1, _id: -1 }).limit(MOST).lean<Extension[]>()
  if (rows.length > 0) logRead({ actor, doc, what: 'case' })
  return rows.map((extension) => ({ extension, doc }))
}

const after = (cursor: string | undefined) => {
  const key = decodeCursor(cursor, 2)
  if (!key) return {}
  const [askedAt, _id] = [new Date(Number(key[0])), toObjectId(String(key[1]))]
  if (!_id || Number.isNaN(askedAt.getTime())) throw InvalidInput.field('cursor', 'invalid_cursor', '翻页参数无效')
  return { $or: [{ askedAt: { $lt: askedAt } }, { askedAt, _id: { $lt: _id } }] }
}

/** Requests of the dispatcher's regions, newest first; without those on cases that are the reader's own matter. */
export const listExtensions = async (options: {
  actor: Actor
  state: Extension['state']
  cursor: string | undefined
  limit: number
}): Promise<{ rows: ExtensionRow[]; nextCursor: string | null }> => {
  const { actor, state, cursor, limit } = options
  const regions = decidedRegions(actor)
  if (regions.length === 0) throw new Forbidden()
  const within = { $or: regions.map((code) => ({ regionCode: { $gte: code, $lt: `${code}:` } })) }
  const found = await ExtensionModel.find({ state, $and: [within, after(cursor)] })
    .sort({ askedAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<Extension[]>()
  const { rows, nextCursor } = toPage(found, limit, (row) => [row.askedAt.getTime(), row._id.toHexString()])
  const byId = await casesById(rows.map((row) => row.caseId))
  const readable = rows.flatMap((extension): ExtensionRow[] => {
    const doc = byId.get(extension.caseId)
    return doc && relationsOf(actor, doc).includes('dispatcher') ? [{ extension, doc }] : []
  })
  return { rows: readable, nextCursor }
}
