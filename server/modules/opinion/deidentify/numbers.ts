import { replacePlain } from './plain'

/** What people put between the digits of a number so that it reads, or hides, better. */
const GAP = '[\\s\\-.·_/,、()*]{0,3}'
const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领'
/** Letters of plates: no I and no O. */
const PLATE = '[A-HJ-NP-Za-hj-np-z0-9]'

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const LINK = /(?:https?:\/\/|www\.)[\w\-./?%&=#:~]+/gi
const ACCOUNT = /(?<=(?:微信|weixin|wechat|wx|vx|v信|加v|qq|扣扣)(?:号码?|是|为|群|[:\s])*)[a-z0-9][\w-]{4,19}/gi
const IDENTITY = /(?<!\d)(?:\d[ -]?){17}[\dXx](?!\d)/g
const BANK_CARD = /(?<!\d)(?:\d[ -]{0,2}){14,18}\d(?!\d)/g
const MOBILE = new RegExp(`(?<!\\d)(?:(?:\\+|00)?86${GAP})?1${GAP}[3-9](?:${GAP}\\d){9}(?!\\d)`, 'g')
const LANDLINE = /(?<!\d)\(?0\d{2,3}[)\s-]{0,2}(?:\d[\s-]?){6,7}\d(?!\d)/g
const LONG = /(?<![\d.])(?:\d[ -]?){6,}\d(?![\d.])/g
const PLATE_NUMBER = new RegExp(
  `[${PROVINCES}]\\s?[A-HJ-NP-Za-hj-np-z][\\s·.-]?(?:${PLATE}\\s?){4,5}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳](?![A-Za-z0-9])`,
  'g',
)
const PLATE_TAIL = /(?<=(?:车牌|车号|尾号)(?:号码?|是|为|[:\s])*)[a-z0-9]{3,7}(?![a-z0-9])/gi

const DATE = /^(?:19|20)\d\d[- ]?\d{1,2}[- ]?\d{1,2}(?:[ -]\d{1,2})?$/
const AMOUNT = /^\s?(?:多|余)?(?:元|块|万|亿|平|米|吨|斤|度|个|人|户|年|公里|千)/

/** Numbers by which somebody can be reached or found: telephones, identity cards, bank cards, plates, accounts, addresses in the net. */
export const removeNumbers = (text: string): string => {
  const steps: [RegExp, string][] = [
    [EMAIL, '[邮箱]'],
    [LINK, '[链接]'],
    [IDENTITY, '[证件号]'],
    [MOBILE, '[电话]'],
    [BANK_CARD, '[卡号]'],
    [LANDLINE, '[电话]'],
    [PLATE_NUMBER, '[车牌]'],
    [PLATE_TAIL, '[车牌]'],
    [ACCOUNT, '[账号]'],
  ]
  const removed = steps.reduce((rest, [pattern, word]) => replacePlain(rest, pattern, () => word), text)
  return replacePlain(removed, LONG, ({ plain, after }) => (DATE.test(plain) || AMOUNT.test(after) ? undefined : '[号码]'))
}
