import { type Audience, EVERYONE } from '@shared/cases/words'
import type { AvoidanceBy } from '@shared/dispatch/schemas'

// Reasons stay out of the timeline: they are for the centre, and the mediator reads the timeline too.
const ASKED: Record<AvoidanceBy, string> = {
  applicant: '申请人请求换一位调解员，由综治中心决定',
  respondent: '对方当事人请求换一位调解员，由综治中心决定',
  mediator: '发现承办人可能需要回避，已请综治中心核实',
}

export const askedText = (by: AvoidanceBy): string => ASKED[by]
export const DECLARED = '承办人自行申请回避，马上换人'
export const decidedText = (granted: boolean, decision: string): string => `综治中心${granted ? '同意换人' : '没有同意换人'}：${decision}`

/** What a decision says when nothing is left to be decided. */
export const ALREADY_ELSEWHERE = '这件事已经由别人办理'
export const ALREADY_OVER = '这件事已经结束'
/** The decision on what a mediator declares of themselves: there is nothing to weigh. */
export const BY_ITSELF = '承办人自行回避'
/** What the service gives as its reason when it has noticed a tie. */
export const NOTICED = '新参加的当事人与承办人登记的回避事项相符，请核实'
/** The reason of the move by which the case goes to somebody else. */
export const CHANGED_HANDS = '因回避更换承办人'

/** A side's wish is read by that side; what a mediator declares, by everyone; what the service noticed, by the staff. */
export const audienceOf = (options: { by: AvoidanceBy; askedBy: string | null }): Audience[] => {
  const { by, askedBy } = options
  if (by !== 'mediator') return [by, 'staff']
  return askedBy === null ? ['staff'] : [...EVERYONE]
}
