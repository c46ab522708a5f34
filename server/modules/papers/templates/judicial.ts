import { dateField, lineField, textField } from './fields'
import { sections, type Template } from './template'

/** 司法确认申请书: both sides together ask the court to confirm (article 33). */
export const judicial: Template = {
  kind: 'judicial',
  promises: false,
  fields: () => [
    lineField('court', '人民法院'),
    textField('applicants', '申请人（一方）', { max: 1000, hint: '姓名、性别、出生日期、住址、证件号码、电话' }),
    textField('respondents', '申请人（另一方）', { max: 1000, hint: '姓名、性别、出生日期、住址、证件号码、电话' }),
    lineField('agreementNumber', '调解协议书编号'),
    dateField('agreementOn', '协议生效日期'),
    textField('facts', '事实和理由', { hint: '纠纷和调解的经过，协议的主要内容' }),
    textField('attachments', '附件', { max: 500 }),
  ],
  prefill: ({ countyName, applicants, respondents, agreementNumber, agreementDate, words }) => ({
    court: countyName === '' ? '' : `${countyName}人民法院`,
    applicants,
    respondents,
    agreementNumber,
    agreementOn: agreementDate,
    facts: words,
    attachments: '调解协议书；各方身份证明；与协议有关的财产权利证明',
  }),
  layout: (fill) => [
    fill.value('applicants'),
    fill.value('respondents'),
    ...sections(
      ['请求', [`确认各方经${fill.facts.organisation}调解达成的${fill.value('agreementNumber')}人民调解协议书有效。`]],
      ['事实和理由', [fill.value('facts'), `协议于${fill.date('agreementOn')}生效。`]],
      [
        '承诺',
        [
          '各方出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律的行为。',
          '协议内容没有损害国家利益、社会公共利益和他人合法权益；如果给他人造成损害，愿意承担相应的责任。',
        ],
      ],
      ['附件', [fill.value('attachments')]],
    ),
    '此致',
    fill.value('court'),
  ],
}
