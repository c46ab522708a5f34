/** A consultation 协商议题: from somebody's proposal to a result that those who took part have judged. */
export const CONSULTATION_STATES = [
  'proposed',
  'declined',
  'chosen',
  'open',
  'scheduled',
  'concluded',
  'passedOn',
  'reported',
  'judged',
] as const
export type ConsultationState = (typeof CONSULTATION_STATES)[number]

export const CONSULTATION_STATE_NAMES: Record<ConsultationState, string> = {
  proposed: '征集支持',
  declined: '未立项',
  chosen: '已立项',
  open: '公开征询',
  scheduled: '即将协商',
  concluded: '已形成意见',
  passedOn: '已交办',
  reported: '已反馈',
  judged: '已评议',
}

/** From here on everybody sees it; before, only after its words have passed. */
export const isDecided = (state: ConsultationState): boolean => state !== 'proposed' && state !== 'declined'
/** People may still vote on statements and add their own. */
export const takesVotes = (state: ConsultationState): boolean => state === 'open' || state === 'scheduled'
/** Places at the meeting can be taken. */
export const takesSignUps = (state: ConsultationState): boolean => state === 'scheduled'
/** Nothing more happens. */
export const isOver = (state: ConsultationState): boolean => state === 'declined' || state === 'judged'

/** Who stands behind a proposal. */
export const PROPOSER_ROLES = ['resident', 'cppccMember', 'cppccOffice'] as const
export type ProposerRole = (typeof PROPOSER_ROLES)[number]
/** So many residents must stand behind a resident's proposal before it can be chosen. */
export const SUPPORT_NEEDED = 20
/** For so many days those who took part may judge the result; then it is counted. */
export const JUDGING_DAYS = 14

export const ATTENDEE_KINDS = ['resident', 'neighbour', 'expert', 'member'] as const
export type AttendeeKind = (typeof ATTENDEE_KINDS)[number]
export const ATTENDEE_KIND_NAMES: Record<AttendeeKind, string> = { resident: '居民', neighbour: '相邻居民', expert: '专家', member: '委员' }
