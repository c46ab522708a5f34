import { DOCKET_PART_NAMES, DOCKET_PARTS, type DocketPart } from '@shared/archive/schemas'
import { canonical } from './canonical'
import type { Page } from './layout/blocks'
import { paginate } from './layout/paginate'
import { followUp, judicial, performance } from './parts/afterwards'
import { application } from './parts/application'
import { backCover, cover, type IndexRow, index } from './parts/covers'
import { evidence, survey } from './parts/evidence'
import { paperItems } from './parts/papers'
import type { Item } from './parts/part'
import { identities } from './parts/people'
import { sm3 } from './sm3'
import type { DocketSource } from './source'

export interface ComposedItem {
  part: DocketPart
  title: string
  date: string
  present: boolean
  pages: Page[]
  /** The page on which it begins, counted from the cover; 0 when it is not there. */
  from: number
  digest: string
  attachments: Item['attachments']
}
export interface Docket {
  items: ComposedItem[]
  pages: number
}

type Inner = Exclude<DocketPart, 'cover' | 'index' | 'backCover'>
const COMPOSERS: Record<Inner, (source: DocketSource) => Item[]> = {
  application,
  rights: (source) => paperItems(source, 'rights', ['rights']),
  identities,
  survey,
  evidence,
  records: (source) => paperItems(source, 'records', ['record']),
  // The certificate of a failed mediation stands where the agreement would have stood.
  agreement: (source) => paperItems(source, 'agreement', ['agreement', 'oral', 'failure']),
  performance,
  followUp,
  judicial,
}

const laidOut = (item: Item): ComposedItem => {
  const { part, title, date, attachments } = item
  return {
    part,
    title,
    date,
    attachments,
    present: true,
    pages: paginate(item.blocks),
    from: 0,
    digest: item.digest ?? sm3(canonical(item.blocks)),
  }
}
const missing = (part: DocketPart): ComposedItem => {
  return { part, title: DOCKET_PART_NAMES[part], date: '', present: false, pages: [], from: 0, digest: '', attachments: [] }
}

/** Gives each item the page on which it begins, after `before` pages. */
const numbered = (items: readonly ComposedItem[], before: number): ComposedItem[] => {
  let page = before + 1
  return items.map((item) => {
    const from = item.present ? page : 0
    page += item.pages.length
    return { ...item, from }
  })
}
const pagesOf = (items: readonly ComposedItem[]): number => items.reduce((sum, { pages }) => sum + pages.length, 0)
const rowsOf = (items: readonly ComposedItem[]): IndexRow[] =>
  items.map(({ title, date, pages, from }) => ({ title, date, from, pages: pages.length }))

/** Makes the docket out of what there is, in the Ministry's order, with pages counted: pure, and always the same for the same source. */
export const composeDocket = (source: DocketSource): Docket => {
  const inner = DOCKET_PARTS.flatMap((part): ComposedItem[] => {
    if (part === 'cover' || part === 'index') return []
    const items = part === 'backCover' ? [backCover(source)] : COMPOSERS[part](source)
    return items.length > 0 ? items.map(laidOut) : [missing(part)]
  })
  // The rows of the index have the same height whatever numbers stand in them, so its own length is known beforehand.
  const lead = paginate(cover(source, 0).blocks).length + paginate(index(rowsOf(inner)).blocks).length
  const rest = numbered(inner, lead)
  const pages = lead + pagesOf(rest)
  return { items: [...numbered([laidOut(cover(source, pages)), laidOut(index(rowsOf(rest)))], 0), ...rest], pages }
}
