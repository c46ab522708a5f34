import { dateField, lineField, textField } from './fields'
import { sections, type Template } from './template'

/** 口头协议登记表: what was agreed by word of mouth, written down by the mediator (article 28). */
export const oral: Template = {
  kind: 'oral',
  promises: true,
  fields: (family) => [
    textField('applicants', '申请人', { max: 1000 }),
    textField('respondents', '被申请人', { max: 1000 }),
    dateField('on', '达成日期'),
    textField('facts', '纠纷主要事实和争议', { max: 2000, hint: family.factsHint }),
    textField('terms', '口头协议内容', { max: 2000, hint: family.termsHint }),
    lineField('manner', '履行方式和时限', { max: 200 }),
  ],
  prefill: ({ applicants, respondents, words, today }) => ({ applicants, respondents, facts: words, on: today }),
  layout: (fill) => [
    `编号：${fill.facts.caseNumber}`,
    ...sections(
      ['当事人', [fill.value('applicants'), fill.value('respondents')]],
      ['纠纷主要事实和争议', [fill.value('facts')]],
      ['口头协议内容', [`${fill.date('on')}，经${fill.facts.organisation}调解，各方口头约定：`, fill.value('terms')]],
      ['履行的事项', fill.promises],
      ['履行方式和时限', [fill.value('manner')]],
    ),
    '各方认为不需要制作调解协议书，同意由调解员登记。以上内容已读给各方听，没有错。',
  ],
}
