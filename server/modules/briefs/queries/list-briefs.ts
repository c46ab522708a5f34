import type { Actor } from '@server/platform/actor'
import { Forbidden } from '@server/platform/errors'
import { NEWEST_FIRST, olderThan, placeOf } from '@server/platform/newest-first'
import { toPage } from '@server/platform/page'
import type { ListBriefs } from '@shared/briefs/schemas'
import type * as z from 'zod/mini'
import { BriefModel } from '../brief.model'
import type { BriefRow } from '../briefs.presenter'
import { VIEWS, viewsOf } from './visible-briefs'

type Asked = z.infer<typeof ListBriefs>

const COLUMNS = {
  number: 1,
  title: 1,
  publicTitle: 1,
  state: 1,
  regionCode: 1,
  author: 1,
  signatures: 1,
  level: 1,
  department: 1,
  at: 1,
} as const

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** Words of the title, or the beginning of the number. Only of what others read: nobody finds out by searching what was taken out. */
const saying = (q: string | undefined): object => {
  if (q === undefined) return {}
  const words = q.trim().split(/\s+/).map(escapeRegExp)
  return {
    $or: [{ $and: words.map((word) => ({ publicTitle: { $regex: word, $options: 'i' } })) }, { number: { $regex: `^${words.join(' ')}` } }],
  }
}

/** Briefs in one of the actor's views, those first that changed last. Throws Forbidden for a view of others. */
export const listBriefs = async (options: { actor: Actor; asked: Asked }): Promise<{ rows: BriefRow[]; nextCursor: string | null }> => {
  const { actor, asked } = options
  const { view, state, q, cursor, limit } = asked
  if (!viewsOf(actor).includes(view)) throw new Forbidden()
  const filter = { $and: [VIEWS[view](actor), state ? { state } : {}, saying(q), olderThan(cursor)] }
  const rows = await BriefModel.find(filter, COLUMNS)
    .sort(NEWEST_FIRST)
    .limit(limit + 1)
    .lean<BriefRow[]>()
  return toPage(rows, limit, placeOf)
}
