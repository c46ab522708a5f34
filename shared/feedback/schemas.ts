import * as z from 'zod/mini'
import { Id, PageQuery, RegionCode, words } from '../platform/schema'

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

/** 回访: the visit or call after closing, which people's mediation requires. */
export const FOLLOW_UP_METHODS = ['phone', 'visit', 'form'] as const
export const FOLLOW_UP_METHOD_NAMES: Record<(typeof FOLLOW_UP_METHODS)[number], string> = { phone: '电话', visit: '上门', form: '在线问卷' }
export const FOLLOW_UP_RESULTS = ['kept', 'partly', 'broken', 'unreachable'] as const
export const FOLLOW_UP_RESULT_NAMES: Record<(typeof FOLLOW_UP_RESULTS)[number], string> = {
  kept: '都做到了',
  partly: '做到一部分',
  broken: '没有做到',
  unreachable: '联系不上',
}
export const FollowUpView = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  caseTitle: z.string(),
  /** Which of the planned ones, from 1. */
  round: z.int(),
  dueOn: z.string(),
  state: z.enum(['open', 'done']),
  overdue: z.boolean(),
  method: z.nullable(z.enum(FOLLOW_UP_METHODS)),
  result: z.nullable(z.enum(FOLLOW_UP_RESULTS)),
  note: z.string(),
  by: z.string(),
  doneAt: z.nullable(z.string()),
  /** What the parties answered in the form. */
  answers: z.array(
    z.strictObject({
      side: z.enum(['applicant', 'respondent']),
      result: z.enum(FOLLOW_UP_RESULTS),
      note: z.string(),
      at: z.string(),
      mine: z.boolean(),
    }),
  ),
  can: z.array(z.enum(['record', 'answer'])),
})
export type FollowUpView = z.infer<typeof FollowUpView>
export const RecordFollowUp = z.strictObject({
  method: z.enum(FOLLOW_UP_METHODS),
  result: z.enum(FOLLOW_UP_RESULTS),
  note: words(1000),
})
export const AnswerFollowUp = z.strictObject({ result: z.enum(['kept', 'partly', 'broken']), note: z.optional(words(500)) })
export const FollowUpQuery = z.strictObject({ state: z._default(z.enum(['open', 'done']), 'open'), ...PageQuery })
export const FollowUpParams = z.strictObject({ id: Id })
/** Days after closing on which to follow up, for the region of a centre. */
export const FollowUpPlan = z.strictObject({
  regionCode: RegionCode,
  days: z.array(z.int().check(z.gte(1), z.lte(730))).check(z.minLength(1), z.maxLength(6)),
})
export const FollowUpPlanQuery = z.strictObject({ regionCode: RegionCode })

/** A demand that nobody could have met: judged by the centre, apart from satisfaction. */
export const RaiseDemand = z.strictObject({ side: z.enum(['applicant', 'respondent']), what: words(300), why: words(300) })
export const JudgeDemand = z.strictObject({ unreasonable: z.boolean(), reason: words(300) })
export const DemandView = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  caseTitle: z.string(),
  side: z.enum(['applicant', 'respondent']),
  what: z.string(),
  why: z.string(),
  raisedBy: z.string(),
  raisedAt: z.string(),
  state: z.enum(['open', 'unreasonable', 'reasonable']),
  judgedBy: z.nullable(z.string()),
  judgedAt: z.nullable(z.string()),
  judgement: z.nullable(z.string()),
  can: z.array(z.enum(['judge'])),
})
export type DemandView = z.infer<typeof DemandView>
export const DemandQuery = z.strictObject({ state: z._default(z.enum(['open', 'unreasonable', 'reasonable']), 'open'), ...PageQuery })
export const DemandParams = z.strictObject({ id: Id })
