import { topOf } from '@shared/cases/categories'
import type { FieldView } from '@shared/papers/schemas'
import { textField } from './fields'

/** Kinds of dispute that need forms of their own: what has to be found out, and what is to be agreed. */
export interface Family {
  /** Fields about what happened. */
  facts: FieldView[]
  /** Clauses of an agreement, besides what is promised. */
  clauses: FieldView[]
  /** What the account of the facts must not forget. */
  factsHint: string
  /** What the agreement must not forget. */
  termsHint: string
  /** With what an agreement of this kind usually ends. */
  closing: string
}

const SETTLED = '双方就本次纠纷再无其他争议。'
const optional = (key: string, label: string, hint: string): FieldView => textField(key, label, { optional: true, max: 1000, hint })

const neighbour: Family = {
  facts: [optional('adjacency', '两家的位置', '房屋、院墙、过道、水沟怎样相邻')],
  clauses: [optional('upkeep', '今后的维护和相处', '排水、通行、采光以后由谁负责，怎样商量')],
  factsHint: '什么时候开始的，影响了什么，以前商量过没有',
  termsHint: '怎样修复或改造，谁来做，谁出钱，什么时候做完',
  closing: `${SETTLED}今后遇事先商量，互不影响对方正常生活。`,
}
const family: Family = {
  facts: [optional('relation', '家庭成员和关系', '结婚、子女、老人和财产的情况')],
  clauses: [optional('care', '抚养、赡养和探望', '跟谁生活，每月多少，怎样探望和照料')],
  factsHint: '共同生活的情况，争议怎样发生，子女和老人的意愿',
  termsHint: '照料、费用、财产各怎样安排；涉及未成年人的写明监护人',
  closing: '各方尊重老人和未成年人的意愿，互不干扰对方生活。',
}
const land: Family = {
  facts: [optional('plot', '地块', '位置、四至、面积，承包合同或权属证书')],
  clauses: [optional('boundary', '界线和使用', '按什么为界，怎样立桩，谁使用、种什么')],
  factsHint: '地是怎样来的，谁在使用，现场勘查看到了什么',
  termsHint: '以什么为界、怎样补偿、什么时候交地',
  closing: `${SETTLED}双方按确认的界线使用，互不侵占。`,
}
const labour: Family = {
  facts: [optional('job', '用工情况', '用人单位、工作时间、工种、工资怎样算')],
  clauses: [optional('employment', '劳动关系和社会保险', '是否继续上班，社会保险和手续怎样办')],
  factsHint: '什么时候上班，约定的工资，欠了哪几个月，有没有考勤或转账记录',
  termsHint: '付多少、分几次、付到哪里；分期的写清每一期',
  closing: SETTLED,
}
const money: Family = {
  facts: [optional('basis', '凭据', '借条、合同、订单、收据、转账记录')],
  clauses: [optional('breach', '逾期怎么办', '到期没有履行时，双方约定怎样处理')],
  factsHint: '什么时候、因为什么，金额多少，已经给了多少',
  termsHint: '还多少或退多少，分几次，什么方式；凭据怎样交还',
  closing: `款项付清后，${SETTLED}`,
}
const housing: Family = {
  facts: [optional('premises', '房屋', '坐落、产权或租赁关系、面积和用途')],
  clauses: [optional('use', '房屋、费用和服务', '腾退、修缮、交费或服务改进各怎样办')],
  factsHint: '合同怎样约定，费用到什么时候，问题什么时候出现',
  termsHint: '修什么、付多少、什么时候交房或整改好，谁来验收',
  closing: SETTLED,
}
const traffic: Family = {
  facts: [optional('accident', '事故', '时间、地点、车辆，责任认定书的编号和结论')],
  clauses: [optional('insurance', '保险理赔', '谁提供材料，赔款付到哪里')],
  factsHint: '事故经过、伤情和花费，保险情况',
  termsHint: '医疗、误工、车损各多少，谁付，什么时候付；保险赔付怎样算在内',
  closing: `赔偿履行后，${SETTLED}`,
}
const medical: Family = {
  facts: [
    optional('treatment', '就诊经过', '医疗机构、科室、时间、诊断和处理'),
    optional('appraisal', '鉴定或专家意见', '由谁出具，结论是什么；没有就不填'),
  ],
  clauses: [optional('aftercare', '后续治疗和病历', '后续治疗、复查、病历资料怎样安排')],
  factsHint: '患者情况、诊疗经过、损害后果和双方的看法',
  termsHint: '补偿多少、怎样支付，后续治疗怎样办',
  closing: `约定履行后，${SETTLED}`,
}
const injury: Family = {
  facts: [optional('harm', '损害和后果', '伤情、损坏的物品、票据和花费')],
  clauses: [optional('remedy', '道歉和后续', '怎样道歉、恢复；后续治疗怎样办')],
  factsHint: '时间、地点、经过，谁在场，有没有报警或就医',
  termsHint: '赔多少、怎样付，是否道歉，后续费用怎样算',
  closing: `约定履行后，${SETTLED}`,
}
const village: Family = {
  facts: [optional('basisRules', '依据', '村规民约、会议决议、公示的内容')],
  clauses: [optional('openness', '公开和监督', '什么时候、在哪里公开，由谁监督')],
  factsHint: '事情的来历，涉及哪些人，集体讨论过没有',
  termsHint: '怎样补发、改正或公开，什么时候完成',
  closing: SETTLED,
}
const other: Family = {
  facts: [],
  clauses: [],
  factsHint: '时间、地点、经过、各方的说法和要求',
  termsHint: '谁在什么时候做什么，做到什么程度',
  closing: SETTLED,
}

const BY_CATEGORY: Record<string, Family> = {
  neighbour,
  family,
  house: housing,
  property: housing,
  labour,
  contract: money,
  consumer: money,
  injury,
  traffic,
  medical,
  land,
  village,
}

/** The forms' variant for a category of dispute. */
export const familyOf = (category: string): Family => BY_CATEGORY[topOf(category)] ?? other
