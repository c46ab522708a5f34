import { PAPER_NAMES, type PaperKind } from '@shared/papers/schemas'

/** A title and, where there is something, what to do next. */
export interface Words {
  title: string
  hint?: string
}
type Table = Record<string, Words | undefined>

const named = (kind: PaperKind): string => `《${PAPER_NAMES[kind]}》`
type PaperWords = (name: string, kind: PaperKind) => Words

/** What the parties read of a paper that is for them. */
const PARTY_PAPERS: Record<string, PaperWords | undefined> = {
  presented: (name) => ({ title: `请核对${name}`, hint: '看看写得对不对' }),
  corrected: (name) => ({ title: `${name}有改动`, hint: '请再看一遍' }),
  signing: (name) => ({ title: `请在${name}上签名`, hint: '看清楚再签' }),
  effective: (name, kind) => ({
    title: `${name}生效了`,
    hint: kind === 'agreement' ? '三十日内可申请司法确认' : '打开可以查看和下载',
  }),
  void: (name) => ({ title: `${name}作废了` }),
}
const OWNER_PAPERS: Record<string, PaperWords | undefined> = {
  signed: (name) => ({ title: `有一方在${name}上签了名` }),
  objected: (name) => ({ title: `有一方说${name}写得不对`, hint: '请看看，改好再请各方核对' }),
  effective: PARTY_PAPERS.effective,
  void: PARTY_PAPERS.void,
}
export const paperWords = (options: { for: 'party' | 'owner'; change: string; kind: PaperKind }): Words | undefined =>
  (options.for === 'party' ? PARTY_PAPERS : OWNER_PAPERS)[options.change]?.(named(options.kind), options.kind)

/** Who owes, who is to get it, and who has the case, each in their own words. */
export const OBLIGATION_WORDS: Record<'from' | 'to' | 'owner', Table> = {
  from: {
    confirmed: { title: '对方确认您已经履行' },
    disputed: { title: '对方说还没有履行好', hint: '打开看看差在哪里' },
    waived: { title: '对方免除了您的一项约定' },
    due: { title: '有一项约定快到期了', hint: '请按约定的日子履行' },
    overdue: { title: '有一项约定已经过期', hint: '请尽快履行，有困难就说一声' },
    reminded: { title: '有人提醒您履行约定', hint: '履行后请说一声，附上凭证' },
  },
  to: {
    claimed: { title: '对方说已经履行，请确认', hint: '收到了就确认，没有就说明' },
    confirmed: { title: '有一项约定已确认履行' },
    due: { title: '对方有一项约定快到期了' },
    overdue: { title: '对方有一项约定已经过期', hint: '可以提醒对方，或找调解员' },
  },
  owner: {
    claimed: { title: '有一项约定报告已履行' },
    confirmed: { title: '有一项约定已确认履行' },
    disputed: { title: '有一项约定有争议', hint: '请问问双方' },
    waived: { title: '有一项约定已被免除' },
    due: { title: '有一项约定快到期了' },
    overdue: { title: '有一项约定过期没有履行', hint: '请联系当事人' },
    allDone: { title: '约定的事都履行完了', hint: '可以办结，请申请人确认' },
  },
}
/** What the supervisor reads when a promise stays unkept. */
export const ESCALATED: Words = { title: '有一项约定过期三天没有履行', hint: '请督促跟进' }

export const JUDICIAL_WORDS: Table = {
  soon: { title: '司法确认快到最后期限', hint: '想申请要双方一起，抓紧办' },
  applied: { title: '司法确认申请已提交法院' },
  confirmed: { title: '法院确认了调解协议' },
  refused: { title: '法院没有确认调解协议', hint: '打开看看接下来怎么办' },
  notWanted: { title: '双方不申请司法确认' },
  missed: { title: '已过司法确认的申请期限' },
}

export const FOLLOW_UP_WORDS = {
  dueParty: { title: '想听听事情后来怎么样', hint: '填一张很短的问卷' },
  dueOwner: { title: '有一次回访到日子了', hint: '请打电话或上门问一问' },
  answered: { title: '有一方填了回访问卷' },
} as const satisfies Record<string, Words>

export const DEMAND_WORDS = {
  raised: { title: '有一项要求请综治中心判断' },
  judged: { title: '综治中心对一项要求有了判断' },
} as const satisfies Record<string, Words>

/** What a side reads of the request for another mediator that it made, or that concerns it. */
export const AVOIDANCE_WORDS: Record<'party' | 'owner' | 'centre', Table> = {
  party: {
    declared: { title: '您的事将换一位调解员', hint: '原来的调解员依法回避' },
    granted: { title: '同意换一位调解员' },
    refused: { title: '没有同意换调解员', hint: '打开看看原因' },
  },
  owner: { granted: { title: '有一件事要换人办理' }, refused: { title: '换调解员的请求没有同意' } },
  centre: {
    asked: { title: '有人请求换调解员', hint: '请决定' },
    declared: { title: '有调解员申请回避' },
  },
}

export const ROOM_WORDS: Table = {
  wanted: { title: '对方想和您一起谈', hint: '您也愿意，就打开共同的房间' },
  opened: { title: '共同的房间打开了', hint: '双方说的话对方都能看到' },
  closed: { title: '共同的房间关上了' },
}
export const QUIT_WORDS = {
  left: { title: '有一方退出了调解', hint: '调解自愿，打开看看怎么办' },
  back: { title: '有一方又来参加调解了' },
} as const satisfies Record<string, Words>
