import { lineField, textField } from './fields'
import { section, sections, type Template } from './template'

/** 人民调解申请书: what the applicant asks for. */
export const application: Template = {
  kind: 'application',
  promises: false,
  fields: (family) => [
    textField('applicants', '申请人', { max: 1000, hint: '姓名、性别、出生日期、住址、电话，一人一行' }),
    textField('respondents', '被申请人', { max: 1000, hint: '姓名、住址、电话；不清楚的可以写知道的' }),
    lineField('matter', '纠纷'),
    textField('facts', '事情经过', { hint: family.factsHint }),
    ...family.facts,
    textField('claims', '希望怎样解决', { max: 1500, hint: '一条一条写' }),
  ],
  prefill: ({ applicants, respondents, title, words }) => ({ applicants, respondents, matter: title, facts: words }),
  layout: (fill) => [
    `编号：${fill.facts.caseNumber}`,
    ...sections(
      ['申请人', [fill.value('applicants')]],
      ['被申请人', [fill.value('respondents')]],
      ['纠纷', [`${fill.value('matter')}（${fill.facts.categoryName}）`]],
      ['事情经过', [fill.value('facts')]],
      ...fill.family.facts.map((one) => section(fill, one)),
      ['希望怎样解决', [fill.value('claims')]],
    ),
    `特申请${fill.facts.organisation}予以调解。`,
    '申请人知道：人民调解自愿、免费，达成协议前可以随时退出，不影响依法仲裁、复议或者起诉。',
  ],
}
