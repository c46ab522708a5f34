import * as z from 'zod/mini'
import { FileView } from '../platform/files'
import { Id, words } from '../platform/schema'

/** open → claimed (the one who owes says it is done) → done (the other side, or the mediator, confirms). */
export const OBLIGATION_STATES = ['open', 'claimed', 'done', 'waived'] as const
export type ObligationState = (typeof OBLIGATION_STATES)[number]
export const OBLIGATION_STATE_NAMES: Record<ObligationState, string> = {
  open: '待履行',
  claimed: '等对方确认',
  done: '已履行',
  waived: '对方已免除',
}
export const OBLIGATION_MOVES = ['claim', 'confirm', 'dispute', 'waive', 'remind'] as const
export type ObligationMove = (typeof OBLIGATION_MOVES)[number]

export const ObligationView = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  paperId: z.string(),
  from: z.strictObject({ partyId: z.string(), name: z.string() }),
  to: z.strictObject({ partyId: z.string(), name: z.string() }),
  what: z.string(),
  amountCents: z.nullable(z.int()),
  /** The last day on which it is in time. */
  dueOn: z.string(),
  overdue: z.boolean(),
  /** Of an agreement that was given up or replaced: settled by then, kept as history, and in no total. */
  past: z.boolean(),
  /** Which of how many instalments; 1 of 1 otherwise. */
  part: z.int(),
  parts: z.int(),
  state: z.enum(OBLIGATION_STATES),
  revision: z.int(),
  note: z.string(),
  files: z.array(FileView),
  claimedAt: z.nullable(z.string()),
  doneAt: z.nullable(z.string()),
  can: z.array(z.enum(OBLIGATION_MOVES)),
})
export type ObligationView = z.infer<typeof ObligationView>
export const MoveObligation = z.strictObject({
  move: z.enum(OBLIGATION_MOVES),
  revision: z.int().check(z.gte(0)),
  note: z.optional(words(300)),
  fileIds: z.optional(z.array(Id).check(z.maxLength(9))),
})
export type MoveObligation = z.infer<typeof MoveObligation>

/** 司法确认: both sides ask the court together, within 30 days of the day on which the agreement took effect. */
export const JUDICIAL_STATES = ['open', 'applied', 'confirmed', 'refused', 'notWanted', 'missed'] as const
export const JUDICIAL_STATE_NAMES: Record<(typeof JUDICIAL_STATES)[number], string> = {
  open: '可以申请',
  applied: '已提交法院',
  confirmed: '法院已确认',
  refused: '法院未予确认',
  notWanted: '双方不申请',
  missed: '已过申请期限',
}
export const JudicialView = z.strictObject({
  state: z.enum(JUDICIAL_STATES),
  /** The last day. */
  lastDay: z.string(),
  daysLeft: z.int(),
  court: z.string(),
  courtNumber: z.string(),
  /** Papers of kind `judicial`. */
  paperId: z.nullable(z.string()),
})
export type JudicialView = z.infer<typeof JudicialView>
export const SetJudicial = z.strictObject({
  state: z.enum(['applied', 'confirmed', 'refused', 'notWanted']),
  courtNumber: z.optional(words(60)),
})
export const ObligationsView = z.strictObject({
  items: z.array(ObligationView),
  totals: z.strictObject({ promisedCents: z.int(), doneCents: z.int(), openCents: z.int(), overdueCents: z.int() }),
  judicial: z.nullable(JudicialView),
})
export type ObligationsView = z.infer<typeof ObligationsView>
export const ObligationParams = z.strictObject({ id: Id })
