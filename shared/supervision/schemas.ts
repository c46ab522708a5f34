import * as z from 'zod/mini'
import { DEADLINE_KINDS } from '../cases/moves'
import { Id, Instant, PageQuery, words } from '../platform/schema'

/** More time for one deadline of a case; the centre decides. */
export const AskExtension = z.strictObject({
  deadline: z.enum(DEADLINE_KINDS),
  workingDays: z.int().check(z.gte(1), z.lte(60)),
  reason: words(300),
})
export const EXTENSION_STATES = ['open', 'granted', 'refused'] as const
export const ExtensionView = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  caseTitle: z.string(),
  deadline: z.enum(DEADLINE_KINDS),
  workingDays: z.int(),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: z.string(),
  dueAt: z.string(),
  /** What the deadline would be. */
  newDueAt: z.string(),
  state: z.enum(EXTENSION_STATES),
  decision: z.nullable(z.string()),
  decidedBy: z.nullable(z.string()),
  can: z.array(z.enum(['decide'])),
})
export type ExtensionView = z.infer<typeof ExtensionView>
export const DecideExtension = z.strictObject({ granted: z.boolean(), reason: words(300) })
export const ListExtensions = z.strictObject({ state: z._default(z.enum(EXTENSION_STATES), 'open'), ...PageQuery })

/** Supervision 督办: a question about a case from above that must be answered. */
export const Supervise = z.strictObject({ text: words(500), dueAt: z.optional(Instant) })
export const ReplySupervision = z.strictObject({ text: words(1000) })
/** Satisfied, or asked once more. */
export const JudgeSupervision = z.strictObject({ done: z.boolean(), text: z.optional(words(500)), dueAt: z.optional(Instant) })
export const SUPERVISION_STATES = ['waiting', 'replied', 'done'] as const
export const SupervisionView = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  caseTitle: z.string(),
  state: z.enum(SUPERVISION_STATES),
  byName: z.string(),
  toName: z.string(),
  dueAt: z.string(),
  overdue: z.boolean(),
  /** Questions and replies, oldest first. */
  words: z.array(z.strictObject({ at: z.string(), by: z.string(), side: z.enum(['supervisor', 'owner']), text: z.string() })),
  can: z.array(z.enum(['reply', 'judge'])),
})
export type SupervisionView = z.infer<typeof SupervisionView>
/** `own`: of cases that the reader has; `given`: in the regions that the reader supervises. */
export const ListSupervisions = z.strictObject({
  view: z._default(z.enum(['own', 'given']), 'own'),
  state: z.optional(z.enum(SUPERVISION_STATES)),
  ...PageQuery,
})

/** A change of rules as it would touch open cases; nothing is changed yet. */
export const DeadlineEffect = z.strictObject({
  open: z.int(),
  earlier: z.int(),
  later: z.int(),
  same: z.int(),
  /** Whose deadline would have passed at once. */
  overdueAtOnce: z.int(),
  examples: z.array(z.strictObject({ caseNumber: z.string(), deadline: z.enum(DEADLINE_KINDS), now: z.string(), would: z.string() })),
  /** More cases were open than were looked at. */
  partial: z.boolean(),
})
export type DeadlineEffect = z.infer<typeof DeadlineEffect>
export const ActivateDeadlines = z.strictObject({ touchOpen: z.boolean() })
/** Of touched cases, when `touchOpen` was asked: they are changed one after the other. */
export const DeadlinesActivated = z.strictObject({ version: z.int(), touching: z.boolean() })

export const LightCounts = z.strictObject({
  items: z.array(
    z.strictObject({ regionCode: z.string(), regionName: z.string(), open: z.int(), yellow: z.int(), red: z.int(), supervised: z.int() }),
  ),
})
export const SupervisionParams = z.strictObject({ id: Id })
