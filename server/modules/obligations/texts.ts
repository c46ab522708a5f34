import type { JudicialState } from './judicial.model'
import type { Obligation } from './obligation.model'

/** 1234567 cents: 12345.67元 */
const yuan = (cents: number): string => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}元`

/** Which obligation, without a name and without what was promised: a timeline outlives the persons in it. */
const which = ({ parts, part, amountCents, dueOn }: Pick<Obligation, 'parts' | 'part' | 'amountCents' | 'dueOn'>): string =>
  [parts > 1 ? `第${part}/${parts}期` : '', amountCents === null ? '' : yuan(amountCents), `${dueOn}前履行`].filter(Boolean).join('，')

type About = Parameters<typeof which>[0]
const saying =
  (words: string) =>
  (about: About): string =>
    `${words}（${which(about)}）`

/** What the timeline says. */
export const SENTENCES = {
  created: (count: number): string => `协议约定的${count}项履行事项已列出`,
  claimed: saying('有一项约定报告已经履行，等对方确认'),
  confirmed: saying('有一项约定已确认履行'),
  disputed: saying('收的一方认为有一项约定还没有履行好'),
  waived: saying('有一项约定已由对方免除'),
  overdue: saying('有一项约定到期没有履行'),
  judicialEnded: '原协议不再有效，不再就它申请司法确认',
  allDone: '约定的事项都已履行',
} as const

export const JUDICIAL_SENTENCES: Record<JudicialState, string> = {
  open: '双方可以在协议生效后三十日内，一起向人民法院申请司法确认',
  applied: '已向人民法院提交司法确认申请',
  confirmed: '人民法院已确认调解协议有效',
  refused: '人民法院未予确认调解协议',
  notWanted: '双方不申请司法确认',
  missed: '已过司法确认的申请期限',
}

/** What an applicant who asked for it is called before the other side. */
export const VEILED = '申请人'

export const PROBLEMS = {
  who: '只有约定中的双方或办理人可以这样做',
  disputeNote: '请写明哪里没有履行好',
  ownerNote: '请写明您是怎样核实的',
  files: '只有报告或确认履行时可以附上凭证',
  tooManyFiles: '凭证太多了，请挑选最能说明问题的',
  reminded: '今天已经提醒过了，明天再提醒',
  late: '已过司法确认的申请期限',
  courtNumber: '请写明法院文书的编号',
} as const
