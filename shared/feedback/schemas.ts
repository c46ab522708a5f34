import * as z from 'zod/mini'
import { Id, PageQuery, words } from '../platform/schema'

/** Five levels of 好差评 (GB/T 39735). */
export const LEVEL_NAMES: Record<1 | 2 | 3 | 4 | 5, string> = { 5: '非常满意', 4: '满意', 3: '基本满意', 2: '不满意', 1: '非常不满意' }
const Level = z.int().check(z.gte(1), z.lte(5))
export const ASPECTS = ['attitude', 'speed', 'result'] as const
export const ASPECT_NAMES: Record<(typeof ASPECTS)[number], string> = { attitude: '服务态度', speed: '办理速度', result: '办理结果' }

export const GiveFeedback = z.strictObject({
  overall: Level,
  aspects: z.optional(z.strictObject({ attitude: z.optional(Level), speed: z.optional(Level), result: z.optional(Level) })),
  text: z.optional(words(500)),
})
export type GiveFeedback = z.infer<typeof GiveFeedback>

export const FeedbackView = z.strictObject({
  overall: Level,
  aspects: z.strictObject({ attitude: z.optional(Level), speed: z.optional(Level), result: z.optional(Level) }),
  text: z.string(),
  at: z.string(),
  /** Whether the handler can see it yet. */
  sealed: z.boolean(),
})
export type FeedbackView = z.infer<typeof FeedbackView>

export const FeedbackTask = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  caseTitle: z.string(),
  overall: Level,
  text: z.string(),
  mediatorName: z.string(),
  openedAt: z.string(),
  doneAt: z.nullable(z.string()),
  note: z.nullable(z.string()),
})
export type FeedbackTask = z.infer<typeof FeedbackTask>
export const TaskQuery = z.strictObject({ state: z._default(z.enum(['open', 'done']), 'open'), ...PageQuery })
export const FinishTask = z.strictObject({ note: words(500) })
export const TaskParams = z.strictObject({ id: Id })
