import * as z from 'zod/mini'
import { CASE_KINDS } from '../cases/words'
import { Id, PageQuery, RegionCode, words } from '../platform/schema'

/** Targeted notices 信息精细推送: to residents of regions, and of these only to who has brought such matters. */
const Audience = {
  regionCodes: z.array(RegionCode).check(z.minLength(1), z.maxLength(50)),
  /** Empty: every resident known there. */
  kinds: z.array(z.enum(CASE_KINDS)).check(z.maxLength(4)),
} as const
export const PreviewNotice = z.strictObject(Audience)
/** Counts below 5 are not told: `few` then, and `people` is 0. */
export const NoticeReach = z.strictObject({ people: z.int(), byWeChat: z.int(), few: z.boolean() })
export type NoticeReach = z.infer<typeof NoticeReach>
export const SendNotice = z.strictObject({ ...Audience, title: words(40), text: words(500) })
export const NOTICE_STATES = ['checking', 'sending', 'sent', 'refused', 'withdrawn'] as const
export const NoticeView = z.strictObject({
  id: z.string(),
  ...Audience,
  title: z.string(),
  text: z.string(),
  state: z.enum(NOTICE_STATES),
  /** Why it was refused. */
  reason: z.nullable(z.string()),
  by: z.string(),
  at: z.string(),
  told: z.int(),
  can: z.array(z.enum(['withdraw'])),
})
export type NoticeView = z.infer<typeof NoticeView>
export const ListNotices = z.strictObject({ ...PageQuery })
export const NoticeParams = z.strictObject({ id: Id })
/** Where the reader lives, for notices; a resident's own word. */
export const HomeRegion = z.strictObject({ regionCode: z.nullable(RegionCode) })
