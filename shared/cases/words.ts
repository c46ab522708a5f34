/** What a case can be, where it can stand, and what these are called on a screen. */
export const CASE_KINDS = ['complaint', 'dispute', 'hazard', 'suggestion'] as const
export type CaseKind = (typeof CASE_KINDS)[number]

export const KIND_NAMES: Record<CaseKind, string> = {
  complaint: '诉求',
  dispute: '矛盾纠纷',
  hazard: '隐患',
  suggestion: '建议',
}

export const CASE_STATUSES = [
  'submitted',
  'assigned',
  'accepted',
  'handling',
  'mediating',
  'agreed',
  'performing',
  'resolved',
  'closed',
  'failed',
  'returned',
  'suspended',
  'withdrawn',
  'archived',
] as const
export type CaseStatus = (typeof CASE_STATUSES)[number]

export const STATUS_NAMES: Record<CaseStatus, string> = {
  submitted: '待派单',
  assigned: '待受理',
  accepted: '已受理',
  handling: '办理中',
  mediating: '调解中',
  agreed: '已谈成',
  performing: '履行中',
  resolved: '待您确认',
  closed: '已办结',
  failed: '未谈成',
  returned: '未受理',
  suspended: '已暂停',
  withdrawn: '已撤回',
  archived: '已归档',
}

const CLOSED: readonly CaseStatus[] = ['closed', 'failed', 'returned', 'withdrawn', 'archived']

/** Nothing more is owed to the applicant. */
export const isClosed = (status: CaseStatus): boolean => CLOSED.includes(status)
/** Somebody still has to act. */
export const isOpen = (status: CaseStatus): boolean => !isClosed(status)
/** Counts towards the owner's capacity: open, and not only awaiting the applicant's word. */
export const isLoad = (status: CaseStatus): boolean => isOpen(status) && status !== 'submitted' && status !== 'resolved'
/** Feedback may be given from here on. */
export const isRateable = (status: CaseStatus): boolean => status === 'closed' || status === 'failed'
/** Talk and meetings are possible. */
export const isTalking = (status: CaseStatus): boolean => isOpen(status) && status !== 'submitted'

/** How dangerous a matter is, A the most: A and B go to the officer on duty at once. */
export const RISKS = ['A', 'B', 'C', 'D'] as const
export type Risk = (typeof RISKS)[number]
export const RISK_NAMES: Record<Risk, string> = { A: '紧急', B: '高风险', C: '需要留意', D: '一般' }
/** Whether the officer on duty hears of it at once. */
export const isHighRisk = (risk: Risk): boolean => risk === 'A' || risk === 'B'
/** Whether one risk is more dangerous than another. */
export const isWorse = (risk: Risk, other: Risk): boolean => RISKS.indexOf(risk) < RISKS.indexOf(other)
/** What makes a matter dangerous. */
export const RISK_SIGNS = ['violence', 'selfHarm', 'minors', 'crowd', 'wages', 'money'] as const
export type RiskSign = (typeof RISK_SIGNS)[number]
export const RISK_SIGN_NAMES: Record<RiskSign, string> = {
  violence: '可能有人身伤害',
  selfHarm: '有人可能轻生',
  minors: '涉及未成年人',
  crowd: '可能多人聚集',
  wages: '涉及拖欠工资',
  money: '涉及较大钱款',
}

/** Whose eyes a timeline entry is for. */
export const AUDIENCES = ['applicant', 'respondent', 'staff'] as const
export type Audience = (typeof AUDIENCES)[number]
export const EVERYONE: readonly Audience[] = AUDIENCES

/** How a person stands to a case; policies decide by it, and by nothing else. */
export const RELATIONS = [
  'applicant',
  'respondent',
  'helper',
  'owner',
  'filer',
  'contributor',
  'gridWorker',
  'dispatcher',
  'supervisor',
  'none',
] as const
export type Relation = (typeof RELATIONS)[number]
