import { choiceField, dateField, lineField, textField } from './fields'
import { section, sections, type Template } from './template'

export const OUTCOMES = ['达成协议', '部分达成协议', '没有达成协议', '约定再次调解']

/** 调解笔录: what was said in a session and what came of it. */
export const record: Template = {
  kind: 'record',
  promises: false,
  fields: (family) => [
    dateField('on', '日期'),
    lineField('time', '时间', { optional: true, hint: '例如 09:00 至 10:00' }),
    lineField('where', '地点'),
    lineField('mediator', '调解员'),
    lineField('others', '其他参加人', { optional: true, hint: '记录人、代理人、见证人' }),
    textField('applicants', '申请人', { max: 1000 }),
    textField('respondents', '被申请人', { max: 1000 }),
    textField('facts', '纠纷事实', { hint: family.factsHint }),
    ...family.facts,
    textField('applicantSaid', '申请人的意见', { max: 2000 }),
    textField('respondentSaid', '被申请人的意见', { max: 2000 }),
    textField('talk', '调解经过', { max: 5000, hint: '说了哪些道理，双方怎样让步' }),
    choiceField('outcome', '结果', OUTCOMES),
    textField('result', '结果说明', { optional: true, max: 2000, hint: '谈到一起的和没谈到一起的' }),
  ],
  prefill: ({ sessionDate, sessionAt, place, mediator, applicants, respondents, words }) => ({
    on: sessionDate,
    time: sessionAt,
    where: place,
    mediator,
    applicants,
    respondents,
    facts: words,
  }),
  layout: (fill) => [
    `编号：${fill.facts.caseNumber}`,
    `时间：${fill.date('on')}${fill.has('time') ? ` ${fill.value('time')}` : ''}`,
    `地点：${fill.value('where')}`,
    `调解员：${fill.value('mediator')}（${fill.facts.organisation}）`,
    ...(fill.has('others') ? [`其他参加人：${fill.value('others')}`] : []),
    ...sections(
      ['当事人', [fill.value('applicants'), fill.value('respondents')]],
      ['告知', ['调解员已告知各方的权利义务，各方表示明白，自愿参加调解，不要求回避。']],
      ['纠纷事实', [fill.value('facts')]],
      ...fill.family.facts.map((one) => section(fill, one)),
      ['各方意见', [`申请人：${fill.value('applicantSaid')}`, `被申请人：${fill.value('respondentSaid')}`]],
      ['调解经过', [fill.value('talk')]],
      ['结果', [fill.value('outcome'), fill.has('result') ? fill.value('result') : '']],
    ),
    '以上笔录已经看过或者听过，与调解情况一致。',
  ],
}
