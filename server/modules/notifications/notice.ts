import { type Case, NEVER } from '@server/modules/cases'
import { shortTime, timeWords } from '@server/modules/deadlines'
import type { DomainEvent } from '@server/platform/outbox'
import { categoryName } from '@shared/cases/categories'
import { CASE_STATUSES, type CaseStatus, isHighRisk, KIND_NAMES, STATUS_NAMES } from '@shared/cases/words'
import type { Notice } from './commands/notify'
import type { Filling } from './templates'
import { LOOK } from './texts'

/** What the words of a notice are made from. */
export interface Telling {
  event: Pick<DomainEvent, 'id' | 'type' | 'at'> & { data?: DomainEvent['data'] }
  doc: Case
  personIds: string[]
  title: string
  /** Danger is near. */
  urgent?: boolean
}

const id = (doc: Case): string => doc._id.toHexString()
const PAGES = {
  party: 'packages/resident/pages/case/index',
  chat: 'packages/resident/pages/chat/index',
  staff: 'packages/workbench/pages/case/index',
} as const
/** Where a tap leads. */
export const pageOf = (doc: Case, page: keyof typeof PAGES): string => `${PAGES[page]}?id=${id(doc)}`

/** Whether it leads to what only the staff see. */
export const isForStaff = ({ page }: Pick<Notice, 'page'>): boolean => page.startsWith(PAGES.staff)

/** Whether somebody is in danger, as far as one has read. */
export const isInDanger = ({ risk }: Case): boolean => (risk ? isHighRisk(risk) : false)

/** Where what was told is read again. */
export const MESSAGES_PAGE = 'pages/messages/index'
/** For whoever cannot open the case any more. */
export const NOWHERE = { caseId: null, page: MESSAGES_PAGE } as const

/** Where the case stood after the event; it may have gone on since. */
const statusAt = ({ data }: Telling['event'], doc: Case): CaseStatus => CASE_STATUSES.find((status) => status === data?.to) ?? doc.status

const named = (doc: Case): string => `${doc.title}（${doc.number}）`

const base = ({ event, doc, personIds, title, urgent = false }: Telling) => ({
  eventId: event.id,
  type: event.type,
  at: event.at,
  personIds,
  title,
  urgent,
  caseId: id(doc),
})

/** That something about a case has changed. */
export const progressNotice = (telling: Telling & { text?: string; hint?: string | undefined; for: 'party' | 'staff' }): Notice => {
  const { event, doc, text = '', hint = LOOK } = telling
  const values = { title: doc.title, state: STATUS_NAMES[statusAt(event, doc)], hint, time: timeWords(event.at) }
  return {
    ...base(telling),
    sort: 'progress',
    text: `${named(doc)}${text}`,
    page: pageOf(doc, telling.for),
    filling: { template: 'caseProgress', values },
  }
}

/** That a case, or a question about one, waits for somebody of the staff; one in which danger is near does not wait. */
export const workNotice = (telling: Telling & { title: string; quoteTitle?: boolean }): Notice => {
  const { event, doc, quoteTitle = true } = telling
  const about = `${KIND_NAMES[doc.kind]}·${categoryName(doc.category)}`
  const until = doc.dueAt < NEVER ? `，请在${shortTime(doc.dueAt)}前处理` : ''
  const title = quoteTitle ? doc.title : categoryName(doc.category)
  const values = { title, number: doc.number, about, time: timeWords(doc.dueAt < NEVER ? doc.dueAt : event.at) }
  const filling: Filling = { template: 'newCase', values }
  return {
    ...base({ urgent: isInDanger(doc), ...telling }),
    sort: 'work',
    text: `${title}（${doc.number}）${quoteTitle ? until : ''}`,
    page: pageOf(doc, 'staff'),
    filling,
  }
}

/** That something was said; not what. */
export const messageNotice = (telling: Telling & { who: string; for: 'chat' | 'staff' }): Notice => {
  const { event, doc, who } = telling
  const values = { title: doc.title, who, time: timeWords(event.at), hint: '打开小程序查看内容' }
  return {
    ...base(telling),
    sort: 'talk',
    text: `${who}在“${named(doc)}”里给您留了言`,
    page: pageOf(doc, telling.for),
    filling: { template: 'message', values },
  }
}

/** News of a meeting that is as near as this is of no use in the morning; of one that is over it is as good as now. */
const SOON_MS = 12 * 3_600_000

/** That a meeting was arranged, or is no longer. */
export const sessionNotice = (telling: Telling & { state: string; at: Date; place: string; for: 'party' | 'staff' }): Notice => {
  const { event, doc, state, at, place } = telling
  const left = at.getTime() - event.at.getTime()
  const values = { title: doc.title, time: timeWords(at), place, state }
  return {
    ...base(telling),
    sort: 'progress',
    presses: left > 0 && left < SOON_MS,
    text: `${named(doc)}：${shortTime(at)}，${place}`,
    page: pageOf(doc, telling.for),
    filling: { template: 'session', values },
  }
}
