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
  /** Representatives speak for a side, but a rating is the person's own, and so is leaving unless a signed paper says more. */
  notByRepresentatives?: true
  /** Where it is a person's own matter: not by who only looks into the queue of an organisation. */
  notByQueues?: true
  /** Who gets past the question whether they may, and then hears that there is nothing of the kind. */
  nothingFor?: readonly Relation[]
  /** Who hears 403 where the others do not even learn that there is something. */
  refuses?: readonly Relation[]
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

/** Whose private notes these are: nobody else even learns that there are any. */
const NOTING: readonly Relation[] = ['owner', 'contributor']

/** What was promised is both sides', and the business of those who watch over it. */
const PROMISED: readonly Relation[] = [...IN_ROOMS, 'filer', 'dispatcher']
/** Whoever handles the case, and the centre, keep its file. */
const KEEPING: readonly Relation[] = ['owner', 'dispatcher']

/** The table "who reads what" of the design, for every call about one case. */
export const TABLE: Partial<Record<EndpointName, Row>> = {
  'cases.get': { may: ALL, otherwise: 403 },
  'cases.move': { may: ['owner'], otherwise: 403, body: () => ({ move: 'accept', revision: 0 }) },
  'cases.reads': { may: ['applicant'], otherwise: 403 },
  'messages.list': { may: IN_ROOMS, otherwise: 404 },
  'messages.send': { may: [...SIDES, 'owner'], otherwise: 403, body: () => ({ room: 'joint', text: '你好' }) },
  'messages.markRead': { may: IN_ROOMS, otherwise: 404, body: ({ messageId }) => ({ messageId }) },
  'parties.invite': { may: SIDES, otherwise: 403, body: () => ({ part: 'helper' }) },
  'parties.change': { may: ['owner'], otherwise: 403, path: ({ partyId }) => partyId, body: () => ({ minor: false }) },
  'parties.speakers': { may: SIDES, otherwise: 403, body: ({ partyId }) => ({ partyIds: [partyId] }) },
  'parties.quit': { may: SIDES, otherwise: 403, body: () => ({ quit: false }), notByRepresentatives: true },
  'rooms.joint': { may: SIDES, otherwise: 403, body: () => ({ open: true }) },
  'notes.list': { may: NOTING, otherwise: 404 },
  'notes.write': { may: NOTING, otherwise: 403, body: () => ({ text: '只给自己看' }) },
  'notes.remove': { may: [], otherwise: 404, path: () => 'nobody' },
  'parties.revoke': { may: [], otherwise: 403, path: ({ partyId }) => partyId },
  'parties.phone': { may: ['owner'], otherwise: 403, path: ({ partyId }) => partyId },
  'contributors.ask': { may: ['owner'], otherwise: 403, body: () => ({ organisationId: 'nobody', question: '请问' }) },
  'contributors.answer': { may: [], otherwise: 403, path: ({ questionId }) => questionId, body: () => ({ answer: '这样' }) },
  'assignees.list': { may: ['owner', 'dispatcher'], otherwise: 403 },
  'cases.classify': { may: KEEPING, otherwise: 403, body: () => ({ risk: 'D', revision: 0 }) },
  'assignments.forCase': { may: ['dispatcher', 'supervisor'], otherwise: 403 },
  'duplicates.forCase': { may: KEEPING, otherwise: 403 },
  'linked.list': { may: KEEPING, otherwise: 403 },
  'linked.tell': { may: ['owner'], otherwise: 403, body: () => ({ text: '大家好' }) },
  'slots.list': { may: [...SIDES, 'owner'], otherwise: 403 },
  'bookings.create': { may: [...SIDES, 'owner'], otherwise: 403, body: () => ({ startsAt: '2020-01-01T00:00:00Z', mode: 'phone' }) },
  'waiting.get': { may: ALL.filter((relation) => relation !== 'contributor'), otherwise: 404 },
  'waiting.join': { may: [...SIDES, 'owner'], otherwise: 403, body: () => ({ mode: 'phone' }) },
  'waiting.leave': { may: [...SIDES, 'owner'], otherwise: 403 },
  'ways.list': { may: ALL, otherwise: 403 },
  'papers.templates': { may: ['owner'], otherwise: 403 },
  'papers.list': { may: IN_ROOMS, otherwise: 403 },
  'papers.create': { may: ['owner'], otherwise: 403, body: () => ({ kind: 'application' }) },
  'obligations.list': { may: PROMISED, otherwise: 404 },
  'judicial.set': { may: [], refuses: PROMISED, nothingFor: ['owner'], otherwise: 404, body: () => ({ state: 'applied' }) },
  'docket.get': { may: KEEPING, otherwise: 403 },
  'docket.document': { may: KEEPING, otherwise: 403 },
  'docket.zip': { may: KEEPING, otherwise: 403 },
  'docket.supplement': { may: KEEPING, otherwise: 403, body: () => ({ title: '补充', note: '补充材料' }) },
  'docket.retention': { may: KEEPING, otherwise: 403, body: () => ({ retention: 'short' }) },
  'followUps.forCase': { may: [...SIDES, 'owner', 'dispatcher', 'supervisor'], otherwise: 404 },
  'demands.forCase': { may: ['owner', 'dispatcher', 'supervisor'], otherwise: 404 },
  'demands.raise': { may: ['owner'], otherwise: 403, body: () => ({ side: 'applicant', what: '要求全镇道歉', why: '与本事无关' }) },
  'questions.withdraw': { may: ['owner'], otherwise: 403, path: ({ questionId }) => questionId },
  'extensions.ask': { may: ['owner'], otherwise: 403, body: () => ({ deadline: 'confirm', workingDays: 3, reason: '等料' }) },
  'extensions.forCase': { may: ['owner', 'dispatcher', 'supervisor'], otherwise: 403 },
  'supervisions.start': {
    may: ['dispatcher', 'supervisor'],
    otherwise: 403,
    body: () => ({ text: '请说明', dueAt: '2020-01-01T00:00:00Z' }),
    // What lies in one's own queue one does not ask about.
    notByQueues: true,
  },
  'supervisions.forCase': { may: ['owner', 'dispatcher', 'supervisor'], otherwise: 403 },
  'avoidance.forCase': { may: ALL, otherwise: 403 },
  'avoidance.ask': { may: [...SIDES, 'owner'], otherwise: 403, body: () => ({ reason: '沾亲带故' }), notByQueues: true },
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
  /** In the timeline, for the staff: the applicant hears one voice. */
  asked: '请东河县自然资源局协助',
} as const
export type Mark = keyof typeof MARKS

/** Which of them each relation reads. The case is anonymous: the other side does not learn who the applicant is. */
export const READS: Record<Exclude<Relation, 'none'>, readonly Mark[]> = {
  applicant: ['text', 'address', 'applicant', 'respondent', 'helper'],
  respondent: ['text', 'address', 'respondent'],
  helper: ['text', 'address', 'applicant', 'respondent', 'helper'],
  owner: ['text', 'address', 'applicant', 'respondent', 'helper', 'question', 'asked'],
  filer: ['text', 'address', 'applicant', 'respondent', 'helper', 'asked'],
  gridWorker: ['text', 'address', 'applicant', 'respondent', 'helper', 'asked'],
  dispatcher: ['text', 'address', 'applicant', 'respondent', 'helper', 'question', 'asked'],
  supervisor: ['asked'],
  contributor: [],
}
