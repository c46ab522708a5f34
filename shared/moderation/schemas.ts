import * as z from 'zod/mini'
import { FileView } from '../platform/files'
import { Id, PageQuery, words } from '../platform/schema'

/** What others will see, once it has been looked at: a notice, the words and photos of a public hazard. */
export const SUBJECT_TYPES = ['notice', 'hazard', 'statement', 'topic'] as const
/** `waiting`: WeChat has not answered yet; `review`: a person decides. */
export const CHECK_STATES = ['waiting', 'review', 'passed', 'refused'] as const
export type CheckState = (typeof CHECK_STATES)[number]

export const CheckView = z.strictObject({
  id: z.string(),
  subject: z.enum(SUBJECT_TYPES),
  state: z.enum(CHECK_STATES),
  text: z.string(),
  file: z.nullable(FileView),
  /** Why a person looks at it: WeChat's label, or that WeChat did not answer in time. */
  why: z.string(),
  askedAt: z.string(),
  decidedBy: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  can: z.array(z.enum(['decide'])),
})
export type CheckView = z.infer<typeof CheckView>
export const ListChecks = z.strictObject({ state: z._default(z.enum(CHECK_STATES), 'review'), ...PageQuery })
export const DecideCheck = z.strictObject({ pass: z.boolean(), reason: words(200) })
export const CheckParams = z.strictObject({ id: Id })
