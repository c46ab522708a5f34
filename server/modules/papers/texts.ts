import type { Part } from '@shared/cases/schemas'
import { PAPER_NAMES, type PaperKind } from '@shared/papers/schemas'

export const SIDE_WORDS = { applicant: '申请人', respondent: '被申请人' } as const
export const PART_WORDS: Record<Part, string> = { party: '当事人', representative: '代理人', guardian: '监护人', helper: '帮手' }
export const ANONYMOUS = '申请人：（要求匿名）'
export const SOME_COMMITTEE = '人民调解委员会'
export const MEDIATOR_WORD = '调解员'
export const OWN_TELEPHONE = '本人手机'
export const MEDIATORS_TELEPHONE = '调解员手机'
export const NOTED_BY_MEDIATOR = '（调解员代为记录）'

type Who = 'applicant' | 'respondent' | 'mediator'
const WHO: Record<Who, string> = { applicant: '申请人一方', respondent: '对方', mediator: MEDIATOR_WORD }
const named = (kind: PaperKind): string => `《${PAPER_NAMES[kind]}》`

/** What the timeline says of a paper. No names: they stay with the persons. */
export const SENTENCES = {
  presented: (kind: PaperKind) => `${named(kind)}写好了，请核对`,
  readyToSign: (kind: PaperKind) => `${named(kind)}写好了，等调解员签名`,
  corrected: (kind: PaperKind) => `${named(kind)}有改动，改好后请重新核对`,
  takenBack: (kind: PaperKind) => `调解员收回了${named(kind)}`,
  signing: (kind: PaperKind) => `${named(kind)}可以签名了`,
  signed: (kind: PaperKind, who: Who) => `${WHO[who]}在${named(kind)}上签了名`,
  objected: (kind: PaperKind, who: Who) => `${WHO[who]}认为${named(kind)}有不对的地方`,
  effective: (kind: PaperKind, number: string) => `${named(kind)}已生效，编号 ${number}`,
  void: (kind: PaperKind, reason?: string) => `${named(kind)}作废${reason ? `：${reason}` : ''}`,
} as const

export const PROBLEMS = {
  notNow: '现在不能办理这种文书',
  tooMany: '这件事的文书太多了，请先作废不用的',
  tooLarge: '改动太多了，请作废后重新起草一份',
  objections: '还有人认为内容不对，请改好，或者请他再核对一次',
  oneSide: '要双方都有人签名才能生效，现在还缺一方',
  unsigned: '还有人没有签名',
  alreadySigned: '已经签过名了',
  noCommittee: '没有可以盖章的调解组织，请先由管理员设置',
  noAgreement: '要先有一份已生效的人民调解协议书',
  remark: '请写下哪里不对',
  reason: '请写明为什么作废',
  sameSide: '受托人要是委托人一方的代理人',
  scope: '请选择一般授权还是特别授权',
} as const
