/** A brief 社情民意信息: one matter, its situation, causes and suggestions, with the evidence that it rests on. */
export const BRIEF_STATES = [
  'draft',
  'submitted',
  'returned',
  'merged',
  'accepted',
  'adopted',
  'passedOn',
  'answered',
  'withdrawn',
] as const
export type BriefState = (typeof BRIEF_STATES)[number]
export const BRIEF_STATE_NAMES: Record<BriefState, string> = {
  draft: '草稿',
  submitted: '待审核',
  returned: '退回修改',
  merged: '已并入',
  accepted: '已立案',
  adopted: '已采用',
  passedOn: '已交办',
  answered: '已答复',
  withdrawn: '已撤回',
}
/** Its authors may still write in it. */
export const isWritable = (state: BriefState): boolean => state === 'draft' || state === 'returned'
export const isAdopted = (state: BriefState): boolean => state === 'adopted' || state === 'passedOn' || state === 'answered'

export const BRIEF_LEVELS = ['district', 'city', 'province', 'national'] as const
export type BriefLevel = (typeof BRIEF_LEVELS)[number]
export const BRIEF_LEVEL_NAMES: Record<BriefLevel, string> = { district: '区县', city: '市级', province: '省级', national: '全国' }

export const BRIEF_PARTS = ['situation', 'causes', 'suggestions'] as const
export type BriefPart = (typeof BRIEF_PARTS)[number]
export const BRIEF_PART_NAMES: Record<BriefPart, string> = { situation: '情况反映', causes: '原因分析', suggestions: '意见建议' }

/** `wording`: what somebody wrote, de-identified; `count`: how many brought such matters; `note`: what a member saw or read. */
export const EVIDENCE_TYPES = ['wording', 'count', 'signal', 'statement', 'note'] as const
export type EvidenceType = (typeof EVIDENCE_TYPES)[number]
export const EVIDENCE_TYPE_NAMES: Record<EvidenceType, string> = {
  wording: '群众原话',
  count: '事项统计',
  signal: '苗头数据',
  statement: '协商观点',
  note: '调研所见',
}

/** What is taken out of a text before others read it. */
export const REMOVAL_KINDS = ['name', 'phone', 'identity', 'plate', 'bank', 'contact', 'address', 'smallCount'] as const
