import * as z from 'zod/mini'

/** Every code that a problem answer can carry, with the words for a screen. */
export const PROBLEM_TITLES = {
  invalid_input: '填写的内容有误，请检查后再试',
  unauthenticated: '请先登录',
  forbidden: '您没有权限这样做',
  consent_required: '请先阅读并同意隐私条款',
  not_found: '没有找到，或您无权查看',
  method_not_allowed: '不支持这样的请求',
  conflict: '与现有内容冲突，请刷新后再试',
  case_already_moved: '这件事刚刚有了新进展，请刷新后再看',
  move_not_allowed: '现在不能这样办理',
  slot_taken: '这个时间刚被约走了，请换一个时间',
  booking_already_moved: '这个预约刚刚有了变化，请刷新后再看',
  not_closed: '办结之后才能评价',
  feedback_sealed: '评价已经公开，不能再改',
  invitation_used: '这个邀请已经用过了',
  invitation_expired: '这个邀请已经过期，请对方重新发一个',
  ticket_expired: '二维码已过期，请刷新',
  code_invalid: '登录凭证无效，请重新登录',
  too_large: '内容太大了',
  unsupported_type: '不支持这种文件',
  idempotency_mismatch: '重复的请求内容不一致',
  idempotency_key_required: '缺少 Idempotency-Key',
  text_changed: '内容刚刚改过，请重新看一遍再签',
  not_acting: '这件事需要监护人或有特别授权的代理人来办',
  hold_expired: '替您留的时间已经过了，请重新选一个',
  docket_frozen: '卷宗已经归档，只能补充，不能改',
  taken_back: '这一条已经收回了',
  already_exists: '已经有了，不能重复添加',
  too_many_requests: '操作太频繁，请稍后再试',
  wechat_unavailable: '微信暂时连不上，请稍后再试',
  unavailable: '服务暂时不可用，请稍后再试',
  internal: '出了点问题，我们已经记下，请稍后再试',
} as const

export type ProblemCode = keyof typeof PROBLEM_TITLES

/** RFC 9457 problem details, as every error is answered. */
export const Problem = z.object({
  type: z.string(),
  status: z.int(),
  code: z.string(),
  title: z.string(),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ path: z.string(), code: z.string(), message: z.string() }))),
  terms: z.optional(z.object({ version: z.string(), text: z.string() })),
})
export type Problem = z.infer<typeof Problem>
