import * as z from 'zod/mini'
import { Id, PageQuery, RegionCode, words } from '../platform/schema'

/** 你说的，我们办了: what was raised, what was done, and what was not and why. */
export const ANSWER_RESULTS = ['done', 'partly', 'notDone', 'underWay'] as const
export type AnswerResult = (typeof ANSWER_RESULTS)[number]
export const ANSWER_RESULT_NAMES: Record<AnswerResult, string> = {
  done: '办好了',
  partly: '办了一部分',
  notDone: '没有办成',
  underWay: '正在办',
}
export const ANSWER_SOURCES = ['consultation', 'brief'] as const
export const ANSWER_STATES = ['draft', 'published', 'withdrawn'] as const

/** Everybody reads this, logged in or not; nothing in it identifies anyone. */
export const AnswerCard = z.strictObject({
  id: z.string(),
  title: z.string(),
  regionCode: z.string(),
  regionName: z.string(),
  result: z.enum(ANSWER_RESULTS),
  /** What was raised, what was done; what was not, and why. */
  raised: z.string(),
  done: z.string(),
  notDone: z.string(),
  /** About how many people stand behind it, down to the next five; null below five. */
  people: z.nullable(z.int()),
  source: z.enum(ANSWER_SOURCES),
  publishedAt: z.nullable(z.string()),
})
export type AnswerCard = z.infer<typeof AnswerCard>
export const AnswerCounts = z.strictObject({ done: z.int(), partly: z.int(), notDone: z.int(), underWay: z.int() })
export const ListAnswers = z.strictObject({
  regionCode: z.optional(RegionCode),
  result: z.optional(z.enum(ANSWER_RESULTS)),
  ...PageQuery,
})
export const AnswerPage = z.strictObject({
  regionCode: z.string(),
  regionName: z.string(),
  counts: AnswerCounts,
  items: z.array(AnswerCard),
  nextCursor: z.nullable(z.string()),
})
export type AnswerPage = z.infer<typeof AnswerPage>
export const AnswerParams = z.strictObject({ id: Id })

/** The office's side: drafts come by themselves when a result is reported or a department has answered. */
export const AnswerDraft = z.strictObject({
  ...AnswerCard.shape,
  state: z.enum(ANSWER_STATES),
  revision: z.int(),
  sourceId: z.string(),
  /** What would be taken out of the words on publishing. */
  removed: z.array(z.strictObject({ where: z.string(), before: z.string(), after: z.string() })),
  can: z.array(z.enum(['write', 'publish', 'withdraw'])),
})
export type AnswerDraft = z.infer<typeof AnswerDraft>
export const ListDrafts = z.strictObject({ state: z._default(z.enum(ANSWER_STATES), 'draft'), ...PageQuery })
export const WriteAnswer = z.strictObject({
  revision: z.int(),
  title: words(60, 4),
  result: z.enum(ANSWER_RESULTS),
  raised: words(500),
  done: words(1000, 0),
  notDone: words(1000, 0),
})
export type WriteAnswer = z.infer<typeof WriteAnswer>
export const MoveAnswer = z.strictObject({ move: z.enum(['publish', 'withdraw']), revision: z.int() })
