import * as z from 'zod/mini'
import { CASE_STATUSES } from '../cases/words'
import { FileView } from '../platform/files'
import { Id, PageQuery, Point, RegionCode, words } from '../platform/schema'

/** A hazard that is being written: which of those already reported nearby is it? */
export const NearbyHazards = z
  .strictObject({ text: words(5000), location: z.optional(Point), regionCode: z.optional(RegionCode) })
  .check(
    z.refine((body) => body.location !== undefined || body.regionCode !== undefined, { error: 'region_or_location', path: ['regionCode'] }),
  )
export type NearbyHazards = z.infer<typeof NearbyHazards>

/** Enough to tell whether it is the same, nothing of who reported it: public matters only. */
export const NearbyHazard = z.strictObject({
  id: z.string(),
  categoryName: z.string(),
  /** The words, where their author allowed them to be used without a name; else null. */
  words: z.nullable(z.string()),
  regionName: z.string(),
  metres: z.nullable(z.int()),
  reportedAt: z.string(),
  status: z.enum(CASE_STATUSES),
  /** How many people have reported it. */
  people: z.int(),
  photo: z.nullable(FileView),
})
export type NearbyHazard = z.infer<typeof NearbyHazard>

export const SIMILAR_WHY = ['samePerson', 'sameMatter'] as const
export const SIMILAR_STATES = ['proposed', 'merged', 'dismissed'] as const
/** Two cases that look alike, for whoever has to decide; the first is the older. */
export const SimilarPair = z.strictObject({
  id: z.string(),
  why: z.enum(SIMILAR_WHY),
  /** Between 0 and 1. */
  likeness: z.number(),
  state: z.enum(SIMILAR_STATES),
  cases: z.array(
    z.strictObject({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      status: z.enum(CASE_STATUSES),
      regionName: z.string(),
      assigneeName: z.nullable(z.string()),
      createdAt: z.string(),
    }),
  ),
  metres: z.nullable(z.int()),
  /** Words that both use and others hardly do. */
  words: z.array(z.string()),
  can: z.array(z.enum(['merge', 'dismiss'])),
})
export type SimilarPair = z.infer<typeof SimilarPair>
export const ListSimilar = z.strictObject({ state: z._default(z.enum(SIMILAR_STATES), 'proposed'), ...PageQuery })
export const PairParams = z.strictObject({ id: Id })

/** A case that is handled together with another; for the staff. */
export const LinkedCase = z.strictObject({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  /** By whom it was brought, as the reader may know. */
  by: z.string(),
  status: z.enum(CASE_STATUSES),
  createdAt: z.string(),
  unread: z.int(),
})
export type LinkedCase = z.infer<typeof LinkedCase>
/** Said to every applicant of the matter, each in their own room. */
export const TellLinked = z.strictObject({ text: words(2000) })
