import { textField } from './fields'
import { sections, type Template } from './template'

const RIGHTS = [
  '1. 可以选择调解员，也可以接受安排的调解员；',
  '2. 可以接受调解、拒绝调解，或者要求终止调解；',
  '3. 可以要求公开调解，也可以要求不公开调解；',
  '4. 自主表达意愿，自愿达成协议；',
  '5. 认为调解员与对方有关系、可能影响公正的，可以要求换人；',
  '6. 可以委托代理人参加；未成年人由监护人代理。',
]
const DUTIES = [
  '1. 如实说明纠纷事实；',
  '2. 遵守调解现场秩序，尊重调解员；',
  '3. 尊重对方当事人行使权利；',
  '4. 达成协议的，按照约定履行。',
]
const KNOW = [
  '人民调解不收取任何费用。',
  '调解协议书自各方当事人签名、调解员签名并加盖人民调解委员会印章之日起生效，有法律约束力；口头协议自各方达成一致之日起生效。',
  '协议生效之日起三十日内，双方可以共同申请人民法院司法确认。',
  '调解不成的，可以依法通过仲裁、行政、司法等途径维护自己的权利。',
]

/** 权利义务告知书: what the People's Mediation Law gives and asks for (articles 4, 23, 24, 29–33). */
export const rights: Template = {
  kind: 'rights',
  promises: false,
  fields: () => [
    textField('parties', '告知谁', { max: 1000, hint: '各方当事人，一人一行' }),
    textField('more', '另外说明', { optional: true, max: 1000, hint: '调解纪律、时间安排等；没有就不填' }),
  ],
  prefill: ({ applicants, respondents }) => ({ parties: [applicants, respondents].filter((one) => one !== '').join('\n') }),
  layout: (fill) => [
    `编号：${fill.facts.caseNumber}`,
    fill.value('parties'),
    `您参加的${fill.facts.categoryName}纠纷由${fill.facts.organisation}调解。根据《中华人民共和国人民调解法》，告知如下：`,
    ...sections(['您的权利', RIGHTS], ['您的义务', DUTIES], ['请您知道', KNOW], ['另外说明', fill.has('more') ? [fill.value('more')] : []]),
    '以上内容已经看过或者听过，明白了。',
  ],
}
