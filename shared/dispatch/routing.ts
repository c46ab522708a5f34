import * as z from 'zod/mini'
import { CategoryCode } from '../cases/categories'
import { CASE_KINDS, RISKS } from '../cases/words'
import { ORGANISATION_KINDS, STAFF_ROLES } from '../identity/schemas'
import { endpoint } from '../platform/endpoint'
import { Id, Instant, itemsOf, RegionCode, words } from '../platform/schema'

/** When a rule is asked; what is empty fits everything. Categories of either level. */
const When = z.strictObject({
  kinds: z.array(z.enum(CASE_KINDS)).check(z.maxLength(4)),
  categories: z.array(CategoryCode).check(z.maxLength(60)),
  risks: z.array(z.enum(RISKS)).check(z.maxLength(4)),
  regionCodes: z.array(RegionCode).check(z.maxLength(50)),
})

/**
 * Where a case goes. `mediator`: to the person who fits best; `organisation`: into the queue of a certain one, or of the
 * nearest of a kind; `queue`: to the governance centre; `answer`: it is no matter for us: the resident hears where to go.
 */
const Then = z.discriminatedUnion('to', [
  z.strictObject({
    to: z.literal('mediator'),
    /** Only who has named the category, and not just takes everything. */
    specialistsOnly: z.boolean(),
    /** The levels at which to look, nearest first; all when empty. */
    levels: z.array(z.enum(['grid', 'village', 'township', 'county'])).check(z.maxLength(4)),
  }),
  z
    .strictObject({
      to: z.literal('organisation'),
      organisationId: z.optional(Id),
      organisationKind: z.optional(z.enum(ORGANISATION_KINDS)),
      nameHas: z.optional(words(20)),
    })
    .check(
      z.refine((one) => (one.organisationId === undefined) !== (one.organisationKind === undefined), {
        error: 'one_of',
        path: ['organisationId'],
      }),
    ),
  z.strictObject({ to: z.literal('queue') }),
  z.strictObject({ to: z.literal('answer'), text: words(300) }),
])

// biome-ignore lint/suspicious/noThenProperty: a rule says when and then; it is data, nothing is awaited
export const RoutingRule = z.strictObject({ name: words(40), when: When, then: Then })
export type RoutingRule = z.infer<typeof RoutingRule>

/** How much each part of the fit counts, 0–100. */
export const FIT_PARTS = ['speciality', 'level', 'language', 'distance', 'load', 'fairness'] as const
export type FitPart = (typeof FIT_PARTS)[number]
const Weight = z.int().check(z.gte(0), z.lte(100))
export const Weights = z.strictObject({
  speciality: Weight,
  level: Weight,
  language: Weight,
  distance: Weight,
  load: Weight,
  fairness: Weight,
})

export const RoutingRules = z.strictObject({
  /** The first that fits counts; where none does, the best mediator. */
  rules: z.array(RoutingRule).check(z.maxLength(100)),
  weights: Weights,
  /** After how many working hours without a word a case goes to the next; for high risk. */
  silenceHours: z.int().check(z.gte(1), z.lte(200)),
  silenceHoursHighRisk: z.int().check(z.gte(1), z.lte(200)),
})
export type RoutingRules = z.infer<typeof RoutingRules>

export const SaveRouting = z.strictObject({ regionCode: RegionCode, ...RoutingRules.shape, note: words(200) })
export const RoutingView = z.strictObject({
  ...RoutingRules.shape,
  id: z.string(),
  /** The region of the centre whose rules they are; the nearest region's rules count. */
  regionCode: z.string(),
  version: z.int(),
  state: z.enum(['draft', 'active', 'retired']),
  note: z.string(),
  savedBy: z.string(),
  savedAt: z.string(),
})
export type RoutingView = z.infer<typeof RoutingView>

/** Where past cases would have gone; nothing is moved. */
export const TryRouting = z.strictObject({ cases: z._default(z.int().check(z.gte(1), z.lte(1000)), 300) })
export const RoutingTrial = z.strictObject({
  tried: z.int(),
  changed: z.int(),
  /** At most 50 of those that would have gone elsewhere. */
  examples: z.array(
    z.strictObject({ caseNumber: z.string(), category: z.string(), was: z.string(), would: z.string(), rule: z.nullable(z.string()) }),
  ),
})
export type RoutingTrial = z.infer<typeof RoutingTrial>

/** Why somebody has a case: who came into question, and what counted how much. */
export const AssignmentView = z.strictObject({
  at: z.string(),
  by: z.enum(['submission', 'silence', 'morning', 'avoidance', 'hand']),
  rule: z.nullable(z.string()),
  version: z.nullable(z.int()),
  chosen: z.nullable(z.string()),
  why: z.string(),
  candidates: z.array(
    z.strictObject({
      name: z.string(),
      score: z.number(),
      parts: z.strictObject({
        ...Weights.shape,
        speciality: z.number(),
        level: z.number(),
        language: z.number(),
        distance: z.number(),
        load: z.number(),
        fairness: z.number(),
      }),
    }),
  ),
})
export type AssignmentView = z.infer<typeof AssignmentView>

/** Who is called when danger is near, by hours; the earlier entries come first where they overlap. */
export const DutyRoster = z.strictObject({
  regionCode: RegionCode,
  entries: z.array(z.strictObject({ personId: Id, from: Instant, until: Instant })).check(z.maxLength(200)),
})
export const DutyView = z.strictObject({
  regionCode: z.string(),
  entries: z.array(z.strictObject({ personId: z.string(), name: z.string(), from: z.string(), until: z.string() })),
  /** Who would be called now; without an entry the dispatchers of the centre. */
  now: z.array(z.strictObject({ personId: z.string(), name: z.string() })),
  /** Whom the reader may put on the roster; empty for who may not change it. */
  people: z.array(z.strictObject({ personId: z.string(), name: z.string(), role: z.enum(STAFF_ROLES) })),
})
export type DutyView = z.infer<typeof DutyView>

const Params = z.strictObject({ id: Id })
export const routingEndpoints = {
  'routing.list': endpoint({
    method: 'GET',
    path: '/api/routing-rules',
    summary: "Rules in force and drafts of the dispatcher's regions, newest first",
    auth: 'user',
    output: itemsOf(RoutingView),
  }),
  'routing.save': endpoint({
    method: 'POST',
    path: '/api/routing-rules',
    summary: 'Saves a draft of rules for a region; changes nothing yet',
    auth: 'user',
    body: SaveRouting,
    output: RoutingView,
    status: 201,
    key: 'accepted',
  }),
  'routing.tryOut': endpoint({
    method: 'POST',
    path: '/api/routing-rules/:id/trial',
    summary: 'Where the latest cases would have gone by these rules',
    auth: 'user',
    params: Params,
    body: TryRouting,
    output: RoutingTrial,
  }),
  'routing.activate': endpoint({
    method: 'POST',
    path: '/api/routing-rules/:id/activation',
    summary: 'Puts rules into force; the ones before retire',
    auth: 'user',
    params: Params,
    output: RoutingView,
  }),
  'assignments.forCase': endpoint({
    method: 'GET',
    path: '/api/cases/:id/assignments',
    summary: 'Why it was given to whom, latest first; for the centre and supervisors',
    auth: 'user',
    params: Params,
    output: itemsOf(AssignmentView),
  }),
  'duty.get': endpoint({
    method: 'GET',
    path: '/api/duty',
    summary: 'Who is on duty in a region',
    auth: 'user',
    query: z.strictObject({ regionCode: RegionCode }),
    output: DutyView,
  }),
  'duty.put': endpoint({
    method: 'PUT',
    path: '/api/duty',
    summary: 'The centre says who is on duty',
    auth: 'user',
    body: DutyRoster,
    output: DutyView,
  }),
}
