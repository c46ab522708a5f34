import { dateField, lineField, textField } from './fields'
import { sections, type Template } from './template'

const SCOPES = {
  general: '一般授权：代为陈述事实、提出意见、递交和收取材料。不包括同意协议和签名。',
  special: '特别授权：除一般授权外，还可以代为承认、放弃、变更请求，同意调解协议并在协议上签名。',
}

/** 授权委托书: who may speak, or agree and sign, for a party. */
export const authority: Template = {
  kind: 'authority',
  promises: false,
  fields: () => [
    lineField('principal', '委托人'),
    lineField('agent', '受托人'),
    lineField('relation', '双方关系', { hint: '例如：父子、同事、律师' }),
    textField('details', '受托人的身份证明', { optional: true, max: 300, hint: '证件种类和号码、住址、电话' }),
    dateField('until', '委托到哪天', { optional: true }),
  ],
  prefill: ({ from, to }) => ({ principal: from, agent: to }),
  layout: (fill) => [
    `编号：${fill.facts.caseNumber}`,
    `委托人：${fill.value('principal')}`,
    `受托人：${fill.value('agent')}（与委托人的关系：${fill.value('relation')}）`,
    ...sections(
      ['受托人的身份证明', fill.has('details') ? [fill.value('details')] : []],
      ['委托的事', [`参加由${fill.facts.organisation}主持的${fill.facts.categoryName}纠纷调解。`]],
      ['委托的权限', [SCOPES[fill.facts.scope ?? 'general']]],
      ['期限', [fill.has('until') ? `自签名之日起至${fill.date('until')}。` : '自签名之日起至本次调解结束。']],
    ),
  ],
}
