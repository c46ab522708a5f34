import { dateField, textField } from './fields'
import { sections, type Template } from './template'

/** 调解不成证明书: that mediation ended without an agreement, and the ways that are open (article 26). */
export const failure: Template = {
  kind: 'failure',
  promises: false,
  fields: () => [
    textField('applicants', '申请人', { max: 1000 }),
    textField('respondents', '被申请人', { max: 1000 }),
    textField('matter', '纠纷', { max: 500 }),
    dateField('on', '终止日期'),
    textField('reason', '没有达成协议的原因', { max: 1000, hint: '只写事实，不评价哪一方' }),
    textField('ways', '可以走的途径', { max: 2000 }),
  ],
  prefill: ({ applicants, respondents, title, today, failure: reason, ways }) => ({
    applicants,
    respondents,
    matter: title,
    on: today,
    reason,
    ways,
  }),
  layout: (fill) => [
    `编号：${fill.facts.caseNumber}`,
    ...sections(
      ['当事人', [fill.value('applicants'), fill.value('respondents')]],
      ['纠纷', [`${fill.value('matter')}（${fill.facts.categoryName}）`]],
      ['调解情况', [`${fill.facts.organisation}受理后进行了调解，${fill.date('on')}终止，各方没有达成协议。`, fill.value('reason')]],
      ['可以走的途径', [fill.value('ways')]],
    ),
    '特此证明。本证明只说明调解的经过，不认定事实和责任。',
  ],
}
