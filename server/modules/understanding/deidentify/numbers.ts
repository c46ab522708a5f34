import type { RemovedKind, Step } from './draft'
import { findPlain } from './plain'
import { isFigure, isMobileLike, isSpacedCard, plateDigits } from './plausible'

/** What people put between the digits of a number so that it reads, or hides, better. */
const GAP = '[\\s\\-.·_/,、。()*\\ufe0f\\u20e3]{0,3}'
const SHORT_GAP = '[\\s\\-.,·/_]{0,2}'
const EXTENSION = '(?:[\\s,(]*(?:-|转|分机|ext\\.?)[\\s:]*(?:分机)?[\\s:]*(?:\\d\\s?){1,5}(?!\\d)\\)?)?'
const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领'
const CAR = '[A-Za-z0-9]'
const NAMED = '(?:号码?|账号|帐号|是|为|叫|[:\\s])*'

const EMAIL = /[\w.+-]+\s?(?:[@#]|艾特|\bat\b)\s?[\w-]+(?:\s?(?:[.,点]|\bdot\b)\s?(?:[a-z]{2,12}))+/gi
const LINK = /(?:https?:\/\/|www\.)[\w\-./?%&=#:~]+/gi
const MENTION = /@[\p{Script=Han}\w-]{2,12}(?![\p{Script=Han}\w])/gu
const APPS = '微信|薇信|威信|微号|扣扣|企鹅|抖音|快手|小红书|钉钉|微博|支付宝|陌陌|用户名|(?<![a-z])(?:weixin|wechat|wx|vx|v信|qq)|加v'
/** With a colon or the like after it any word is an account; without, only one that is not a word of English. */
const ACCOUNT = new RegExp(`(?<=(?:${APPS})同?群?(?:号码?|账号|帐号|是|为|[:\\s])+)[a-z0-9][\\w.-]{4,29}`, 'gi')
const ACCOUNT_BESIDE = new RegExp(`(?<=(?:${APPS})群?)(?=[a-z_-]*\\d)[a-z0-9][\\w-]{4,29}`, 'gi')
const IDENTITY = new RegExp(
  `(?<!\\d)(?<!(?<!\\d)\\d )(?:(?<![A-Za-z])[A-Z])?(?:\\d${SHORT_GAP}){17}[\\dXx×*](?:\\d\\d(?!\\d))?(?!\\d| \\d(?!\\d))`,
  'g',
)
const BANK_CARD = new RegExp(`(?<!\\d)(?:\\d${SHORT_GAP}){14,24}\\d(?!\\d)`, 'g')
const MOBILE = new RegExp(`(?<!\\d)(?:\\(?(?:\\+|00)?86${GAP})?1${GAP}[3-9](?:${GAP}\\d){9}(?!\\d)${EXTENSION}`, 'g')
const FOREIGN = /(?:\+\d{1,3}|(?<!\d)00(?:1|44|6[0-6]|8[124]|85[236]|886))[\s-]?(?:\d[\s-]?){6,11}\d(?!\d)/g
const LANDLINE = new RegExp(`(?<!\\d)\\(?0\\d{2,3}[)\\s-]{0,3}(?:\\d[\\s-]?){6,7}\\d(?!\\d)${EXTENSION}`, 'g')
const MASKED = /(?<!\d)\d[\d\s-]{2,6}[*xX×●•?]{3,}[\s*xX×●•?-]*\d[\d\s]{1,5}[\dXx×*]?/g
const LONG = new RegExp(`(?<![\\d.])[A-Za-z]{0,2} ?(?:\\d[ -]?){6,}\\d[Xx]?(?![\\d.]\\d)(?!\\d)${EXTENSION}`, 'g')
const CODE = /(?<![0-9A-Za-z])(?=(?:[A-Z]*\d){8})[0-9A-Z]{15,20}(?![0-9A-Za-z])/g
const PLATE = new RegExp(
  `[(\\[【]?[${PROVINCES}]\\s?[)\\]】]?\\s?\\(?[A-Za-z]\\)?[\\s·.\\-•"“'‘]{0,2}(?:${CAR}[\\s·.-]?){4,6}?(?:${CAR}(?![A-Za-z0-9])[挂学警港澳]?|[挂学警港澳])`,
  'g',
)
const EMBASSY = /[使领]\s?\d{6}(?!\d)/g
/** Of electric bicycles: a city or nothing before it. */
const SHORT_PLATE = /(?<![A-Za-z0-9])[A-HJ-NP-Z][\s·.-]?\d{5,6}(?![\dA-Za-z])/g
const PLATE_TAIL = new RegExp(`(?<=(?:车牌|车号|牌照|牌号|尾号)${NAMED})[a-z0-9]{3,8}(?![a-z0-9])`, 'gi')
const PAPER = new RegExp(
  `(?<=(?:护照|通行证|回乡证|台胞证|军官证|社保卡|户号|编号|卡号|账号|帐号|账户|证号|学籍号)${NAMED})[A-Za-z]{0,2}[ -]?\\d[\\d -]{3,}\\d`,
  'g',
)

const always = (kind: RemovedKind, pattern: RegExp, word: string): Step => ({ kind, find: (text) => findPlain(text, pattern, () => word) })
const digits = (kind: RemovedKind, pattern: RegExp, word: string, isMeant: (plain: string, after: string) => boolean): Step => ({
  kind,
  find: (text) => findPlain(text, pattern, ({ plain, after }) => (isMeant(plain, after) ? word : undefined), 'digits'),
})

/** Numbers by which somebody can be reached or found: telephones, identity cards, bank cards, plates, accounts, addresses in the net. */
export const NUMBER_STEPS: Step[] = [
  always('account', EMAIL, '[邮箱]'),
  always('account', LINK, '[链接]'),
  always('account', MENTION, '[账号]'),
  digits('identity', IDENTITY, '[证件号]', isSpacedCard),
  digits('telephone', MOBILE, '[电话]', isMobileLike),
  always('number', MASKED, '[号码]'),
  digits('bank', BANK_CARD, '[卡号]', isSpacedCard),
  digits('telephone', FOREIGN, '[电话]', () => true),
  digits('telephone', LANDLINE, '[电话]', () => true),
  { kind: 'plate', find: (text) => findPlain(text, PLATE, ({ plain }) => (plateDigits(plain) >= 3 ? '[车牌]' : undefined)) },
  always('plate', EMBASSY, '[车牌]'),
  always('number', CODE, '[号码]'),
  always('plate', SHORT_PLATE, '[车牌]'),
  always('plate', PLATE_TAIL, '[车牌]'),
  always('account', ACCOUNT, '[账号]'),
  always('account', ACCOUNT_BESIDE, '[账号]'),
  digits('number', PAPER, '[号码]', () => true),
  digits('number', LONG, '[号码]', (plain, after) => !isFigure(plain, after)),
]
