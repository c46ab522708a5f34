import * as z from 'zod/mini'
import { CategoryCode } from '../cases/categories'
import { CASE_KINDS } from '../cases/words'
import { PageQuery, RegionCode, words } from '../platform/schema'

/** Counts from 1 to 4 are not shown (null), so that nobody can be made out. */
export const SUPPRESS_BELOW = 5
const Cell = z.nullable(z.int())

export const OpinionQuery = z.strictObject({
  /** Within the regions of the member's roles; the first of them when missing. */
  regionCode: z.optional(RegionCode),
  weeks: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(104)), 12),
  kind: z.optional(z.enum(CASE_KINDS)),
  category: z.optional(CategoryCode),
})

export const Summary = z.strictObject({
  regionCode: z.string(),
  regionName: z.string(),
  from: z.string(),
  to: z.string(),
  total: Cell,
  previous: Cell,
  /** Share, 0…1, of cases closed in time; null when too few. */
  closedShare: z.nullable(z.number()),
  satisfiedShare: z.nullable(z.number()),
  rated: Cell,
  byWeek: z.array(z.strictObject({ week: z.string(), count: Cell })),
  byCategory: z.array(z.strictObject({ category: z.string(), name: z.string(), count: Cell, previous: Cell })),
  byPlace: z.array(z.strictObject({ regionCode: z.string(), name: z.string(), count: Cell, previous: Cell })),
})
export type Summary = z.infer<typeof Summary>

export const WordingQuery = z.strictObject({ ...OpinionQuery.shape, q: z.optional(words(60)), ...PageQuery })
export const Wording = z.strictObject({
  id: z.string(),
  kind: z.enum(CASE_KINDS),
  category: z.string(),
  regionName: z.string(),
  week: z.string(),
  text: z.string(),
  /** The words that matched, to be marked. */
  marks: z.array(z.string()),
})
export type Wording = z.infer<typeof Wording>
