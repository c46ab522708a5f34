import { dateField, lineField, textField } from './fields'
import { section, sections, type Template } from './template'

/** 调查笔录: what somebody who was asked said. */
export const survey: Template = {
  kind: 'survey',
  promises: false,
  fields: (family) => [
    dateField('on', '日期'),
    lineField('place', '地点'),
    lineField('person', '被调查人', { hint: '姓名、与当事人的关系' }),
    lineField('asker', '调查人'),
    lineField('others', '在场人', { optional: true }),
    textField('answers', '问和答', { max: 5000, hint: family.factsHint }),
    ...family.facts,
  ],
  prefill: ({ today, mediator, from }) => ({ on: today, asker: mediator, person: from }),
  layout: (fill) => [
    `编号：${fill.facts.caseNumber}`,
    `时间：${fill.date('on')}`,
    `地点：${fill.value('place')}`,
    `被调查人：${fill.value('person')}`,
    `调查人：${fill.value('asker')}（${fill.facts.organisation}）`,
    ...(fill.has('others') ? [`在场人：${fill.value('others')}`] : []),
    ...sections(['问和答', [fill.value('answers')]], ...fill.family.facts.map((one) => section(fill, one))),
    '以上笔录已经看过或者听过，与所说的一致。',
  ],
}
