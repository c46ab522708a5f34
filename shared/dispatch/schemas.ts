import * as z from 'zod/mini'
import { CategoryCode } from '../cases/categories'
import { Id, PageQuery, Phone, RegionCode, words } from '../platform/schema'

export const MediatorView = z.strictObject({
  id: z.string(),
  name: z.string(),
  organisationName: z.string(),
  /** First-level categories; empty means all. */
  categories: z.array(z.string()),
  /** Open cases, and how many are the most. */
  load: z.int(),
  capacity: z.int(),
})
export type MediatorView = z.infer<typeof MediatorView>
export const MediatorQuery = z.strictObject({ regionCode: RegionCode, category: z.optional(CategoryCode) })

/** What a mediator takes on: the desk at which the service puts cases. */
export const DeskView = z.strictObject({
  regionCodes: z.array(RegionCode),
  categories: z.array(z.string()),
  capacity: z.int(),
  load: z.int(),
  open: z.boolean(),
  /** Away on these days, the last included; missing: never. */
  absences: z.array(z.strictObject({ from: z.iso.date(), until: z.iso.date() })),
  /** Besides Mandarin: dialects and languages in which the mediator can talk. */
  languages: z.array(z.string()),
})
export type DeskView = z.infer<typeof DeskView>
export const UpdateDesk = z.strictObject({
  categories: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(30))),
  capacity: z.optional(z.int().check(z.gte(1), z.lte(200))),
  /** Closed: on leave, nothing new is assigned. */
  open: z.optional(z.boolean()),
  absences: z.optional(z.array(z.strictObject({ from: z.iso.date(), until: z.iso.date() })).check(z.maxLength(20))),
  languages: z.optional(z.array(words(20)).check(z.maxLength(10))),
})
export const AssigneeOption = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  kind: z.enum(['person', 'organisation']),
  load: z.nullable(z.int()),
})
export type AssigneeOption = z.infer<typeof AssigneeOption>

/**
 * What a handler declares of themselves, so that cases of people they are close to go to others (People's Mediation
 * Law; avoidance 回避). Seen by nobody but the person; compared, never shown.
 */
export const Ties = z.strictObject({
  employers: z.array(words(60)).check(z.maxLength(10)),
  addresses: z.array(words(120)).check(z.maxLength(10)),
  people: z.array(z.strictObject({ name: words(40), relation: words(20), phone: z.optional(Phone) })).check(z.maxLength(50)),
})
export type Ties = z.infer<typeof Ties>

export const AVOIDANCE_STATES = ['open', 'granted', 'refused'] as const
export const AVOIDANCE_BY = ['applicant', 'respondent', 'mediator'] as const
export type AvoidanceBy = (typeof AVOIDANCE_BY)[number]
export const AskAvoidance = z.strictObject({ reason: words(300) })
/** `granted`: the case goes to `assigneeId`, or to whoever fits best by the usual routing. */
export const DecideAvoidance = z.strictObject({ granted: z.boolean(), reason: words(300), assigneeId: z.optional(Id) })
export const AvoidanceView = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  caseTitle: z.string(),
  /** A side that wants another mediator, or the mediator who declared a conflict. */
  by: z.enum(AVOIDANCE_BY),
  mediatorName: z.string(),
  reason: z.string(),
  askedAt: z.string(),
  state: z.enum(AVOIDANCE_STATES),
  decidedAt: z.nullable(z.string()),
  decision: z.nullable(z.string()),
  can: z.array(z.enum(['decide'])),
})
export type AvoidanceView = z.infer<typeof AvoidanceView>
export const AvoidanceQuery = z.strictObject({ state: z._default(z.enum(AVOIDANCE_STATES), 'open'), ...PageQuery })
export const AvoidanceParams = z.strictObject({ id: Id })
