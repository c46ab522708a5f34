import { lineField, textField } from './fields'
import { section, sections, type Template } from './template'

/** 人民调解协议书, with what articles 28 and 29 of the People's Mediation Law ask for. */
export const agreement: Template = {
  kind: 'agreement',
  promises: true,
  fields: (family) => [
    textField('applicants', '申请人', { max: 1000, hint: '姓名、性别、出生日期、住址、电话，一人一行' }),
    textField('respondents', '被申请人', { max: 1000, hint: '姓名、性别、出生日期、住址、电话，一人一行' }),
    textField('facts', '纠纷主要事实和争议', { hint: family.factsHint }),
    textField('terms', '协议内容', { hint: family.termsHint }),
    ...family.clauses,
    lineField('manner', '履行方式', { hint: '例如：银行转账、当面交付、上门修复', max: 200 }),
    textField('closing', '其他约定', { optional: true, max: 1000 }),
    lineField('copies', '份数', { optional: true }),
  ],
  prefill: ({ applicants, respondents, words }, family) => ({
    applicants,
    respondents,
    facts: words,
    closing: family.closing,
    copies: '当事人各一份，人民调解委员会留存一份',
  }),
  layout: (fill) => [
    `编号：${fill.facts.caseNumber}`,
    ...sections(
      ['当事人', [fill.value('applicants'), fill.value('respondents')]],
      ['纠纷主要事实和争议', [fill.value('facts')]],
      ['协议内容', [`经${fill.facts.organisation}调解，各方自愿达成如下协议：`, fill.value('terms')]],
      ['履行的事项', fill.promises],
      ...fill.family.clauses.map((one) => section(fill, one)),
      ['履行方式', [fill.value('manner')]],
      ['其他约定', fill.has('closing') ? [fill.value('closing')] : []],
    ),
    '本协议是各方真实意思，不违反法律，不损害他人利益。自各方签名、调解员签名并加盖人民调解委员会印章之日起生效。',
    '生效之日起三十日内，各方可以共同向人民法院申请司法确认。',
    ...(fill.has('copies') ? [`本协议${fill.value('copies')}。`] : []),
  ],
}
