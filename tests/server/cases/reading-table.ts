import type { Relation } from '@shared/cases/words'
import type { EndpointName } from '@shared/endpoints'

/** What the walk needs to know of a case to ask about it. */
export interface Subject {
  id: string
  partyId: string
  questionId: string
  messageId: string
}

interface Row {
  /** Who gets past the question whether they may; what they asked may be refused for other reasons. */
  may: readonly Relation[]
  /** What the others hear who see the case. Rooms are not even known to be there. */
  otherwise: 403 | 404
  path?: (subject: Subject) => string
  body?: (subject: Subject) => object
  /** Representatives speak for a side, but a rating is the person's own. */
  notByRepresentatives?: true
}

const SIDES = ['applicant', 'respondent'] as const
const ALL: readonly Relation[] = [
  'applicant',
  'respondent',
  'helper',
  'owner',
  'filer',
  'contributor',
  'gridWorker',
  'dispatcher',
  'supervisor',
]
const IN_ROOMS: readonly Relation[] = [...SIDES, 'helper', 'owner']

/** The table "who reads what" of the design, for every call about one case. */
export const TABLE: Partial<Record<EndpointName, Row>> = {
  'cases.get': { may: ALL, otherwise: 403 },
  'cases.move': { may: ['owner'], otherwise: 403, body: () => ({ move: 'accept', revision: 0 }) },
  'cases.reads': { may: ['applicant'], otherwise: 403 },
  'messages.list': { may: IN_ROOMS, otherwise: 404 },
  'messages.send': { may: [...SIDES, 'owner'], otherwise: 403, body: () => ({ room: 'joint', text: '你好' }) },
  'messages.markRead': { may: IN_ROOMS, otherwise: 404, body: ({ messageId }) => ({ messageId }) },
  'parties.invite': { may: SIDES, otherwise: 403, body: () => ({ part: 'helper' }) },
  'parties.revoke': { may: [], otherwise: 403, path: ({ partyId }) => partyId },
  'parties.phone': { may: ['owner'], otherwise: 403, path: ({ partyId }) => partyId },
  'contributors.ask': { may: ['owner'], otherwise: 403, body: () => ({ organisationId: 'nobody', question: '请问' }) },
  'contributors.answer': { may: [], otherwise: 403, path: ({ questionId }) => questionId, body: () => ({ answer: '这样' }) },
  'assignees.list': { may: ['owner', 'dispatcher'], otherwise: 403 },
  'slots.list': { may: [...SIDES, 'owner'], otherwise: 403 },
  'bookings.create': { may: [...SIDES, 'owner'], otherwise: 403, body: () => ({ startsAt: '2020-01-01T00:00:00Z', mode: 'phone' }) },
  'feedback.give': { may: SIDES, otherwise: 403, body: () => ({ overall: 5 }), notByRepresentatives: true },
}

/** Words that stand in the parts of the case under test, each nowhere else. */
export const MARKS = {
  text: '正文记号',
  address: '地址记号',
  applicant: '申请人记号',
  respondent: '对方记号',
  helper: '帮手记号',
  question: '问题记号',
  /** In the timeline, for the staff and the applicant. */
  asked: '请东河县自然资源局协助',
} as const
export type Mark = keyof typeof MARKS

/** Which of them each relation reads. The case is anonymous: the other side does not learn who the applicant is. */
export const READS: Record<Exclude<Relation, 'none'>, readonly Mark[]> = {
  applicant: ['text', 'address', 'applicant', 'respondent', 'helper', 'asked'],
  respondent: ['text', 'address', 'respondent'],
  helper: ['text', 'address', 'applicant', 'respondent', 'helper', 'asked'],
  owner: ['text', 'address', 'applicant', 'respondent', 'helper', 'question', 'asked'],
  filer: ['text', 'address', 'applicant', 'respondent', 'helper', 'asked'],
  gridWorker: ['text', 'address', 'applicant', 'respondent', 'helper', 'asked'],
  dispatcher: ['text', 'address', 'applicant', 'respondent', 'helper', 'question', 'asked'],
  supervisor: ['asked'],
  contributor: [],
}
