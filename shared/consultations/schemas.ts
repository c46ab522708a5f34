import * as z from 'zod/mini'
import { CategoryCode } from '../cases/categories'
import { FileView } from '../platform/files'
import { Id, Instant, PageQuery, RegionCode, words } from '../platform/schema'
import { CONSULTATION_MOVES } from './moves'
import { ATTENDEE_KINDS, CONSULTATION_STATES, PROPOSER_ROLES } from './words'

const FileIds = z._default(z.array(Id).check(z.maxLength(9)), [])
export const CONSULTATION_VIEWS = ['public', 'mine', 'work'] as const

export const ProposeConsultation = z.strictObject({
  title: words(60, 4),
  /** Why it should be talked over. */
  text: words(1000, 10),
  regionCode: RegionCode,
  category: z.optional(CategoryCode),
  /** The signal that it comes from; members and the office only. */
  signalId: z.optional(Id),
})
export type ProposeConsultation = z.infer<typeof ProposeConsultation>

/** `public`: what everybody sees; `mine`: proposed, supported, voted on or signed up to; `work`: what waits for a member, the office or a department. */
export const ListConsultations = z.strictObject({
  view: z._default(z.enum(CONSULTATION_VIEWS), 'public'),
  regionCode: z.optional(RegionCode),
  state: z.optional(z.enum(CONSULTATION_STATES)),
  ...PageQuery,
})
export const ConsultationParams = z.strictObject({ id: Id })

export const ConsultationCard = z.strictObject({
  id: z.string(),
  title: z.string(),
  state: z.enum(CONSULTATION_STATES),
  regionCode: z.string(),
  regionName: z.string(),
  proposer: z.enum(PROPOSER_ROLES),
  /** Its words have not been looked at yet: only its proposer and the office see it. */
  checking: z.boolean(),
  supporters: z.int(),
  supportNeeded: z.int(),
  /** About how many people have voted, down to the next five. */
  voters: z.int(),
  meetingAt: z.nullable(z.string()),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type ConsultationCard = z.infer<typeof ConsultationCard>

/** The meeting, and how many places are left. */
export const MeetingView = z.strictObject({
  at: z.string(),
  minutes: z.int(),
  place: z.string(),
  places: z.int(),
  taken: z.int(),
  waiting: z.int(),
  checkedIn: z.int(),
  /** The reader's own place: signed up, or which number on the waiting list. */
  mine: z.nullable(
    z.strictObject({ state: z.enum(['in', 'waiting']), position: z.nullable(z.int()), as: z.enum(ATTENDEE_KINDS), checkedIn: z.boolean() }),
  ),
})
export type MeetingView = z.infer<typeof MeetingView>

export const ConsultationTask = z.strictObject({
  id: z.string(),
  organisationId: z.string(),
  organisation: z.string(),
  text: z.string(),
  dueAt: z.string(),
  answer: z.nullable(z.strictObject({ text: z.string(), done: z.boolean(), at: z.string(), files: z.array(FileView) })),
  can: z.array(z.enum(['answer'])),
})
export type ConsultationTask = z.infer<typeof ConsultationTask>

export const Minutes = z.strictObject({ text: z.string(), files: z.array(FileView), at: z.string() })
export const Judgement = z.strictObject({
  /** About how many gave 5 … 1, each down to the next five; null until they are counted, or when fewer than five have judged. */
  counts: z.nullable(z.array(z.int())),
  people: z.nullable(z.int()),
  until: z.nullable(z.string()),
  mine: z.nullable(z.strictObject({ score: z.int(), text: z.nullable(z.string()) })),
})

export const CONSULTATION_ABILITIES = [
  ...CONSULTATION_MOVES,
  'support',
  'vote',
  'addStatement',
  'signUp',
  'leave',
  'invite',
  'checkInOthers',
  'seeAttendees',
  'writeMinutes',
  'rate',
  'hideStatement',
  'brief',
] as const
export type ConsultationAbility = (typeof CONSULTATION_ABILITIES)[number]

export const ConsultationView = z.strictObject({
  ...ConsultationCard.shape,
  revision: z.int(),
  text: z.string(),
  category: z.nullable(z.string()),
  signalId: z.nullable(z.string()),
  supported: z.boolean(),
  /** Who is in charge, by name; a member of the CPPCC is a public person. */
  lead: z.nullable(z.strictObject({ id: z.string(), name: z.string() })),
  background: z.nullable(z.string()),
  backgroundFiles: z.array(FileView),
  meeting: z.nullable(MeetingView),
  minutes: z.nullable(Minutes),
  opinion: z.nullable(z.string()),
  tasks: z.array(ConsultationTask),
  summary: z.nullable(z.string()),
  judgement: z.nullable(Judgement),
  /** Ascending; never names of residents. */
  history: z.array(z.strictObject({ at: z.string(), type: z.string(), by: z.string(), text: z.string() })),
  can: z.array(z.enum(CONSULTATION_ABILITIES)),
})
export type ConsultationView = z.infer<typeof ConsultationView>

export const PlanMeeting = z.strictObject({
  at: Instant,
  minutes: z.int().check(z.gte(15), z.lte(480)),
  place: words(100),
  places: z.int().check(z.gte(1), z.lte(500)),
})
export const PlanTask = z.strictObject({ organisationId: Id, text: words(500), dueAt: Instant })
/** Which of the optional parts a move needs is said by its entry in the table. */
export const MoveConsultation = z.strictObject({
  move: z.enum(CONSULTATION_MOVES),
  revision: z.int(),
  reason: z.optional(words(500)),
  /** Who is to be in charge: a member, by the id that `consultations.people` gives. */
  leadId: z.optional(Id),
  background: z.optional(words(5000)),
  fileIds: FileIds,
  meeting: z.optional(PlanMeeting),
  opinion: z.optional(words(5000)),
  tasks: z.optional(z.array(PlanTask).check(z.minLength(1), z.maxLength(10))),
  summary: z.optional(words(3000)),
})
export type MoveConsultation = z.infer<typeof MoveConsultation>

export const SupportConsultation = z.strictObject({ support: z.boolean() })
/** With the code of an invitation, a place is kept for whoever it was given to. */
export const SignUp = z.strictObject({ code: z.optional(words(40)) })
export const InviteAttendee = z.strictObject({ as: z.enum(['neighbour', 'expert', 'member']), name: words(20) })
export const AttendeeInvitation = z.strictObject({ code: z.string(), page: z.string(), expiresAt: z.string() })
export type AttendeeInvitation = z.infer<typeof AttendeeInvitation>
export const CheckInCode = z.strictObject({ code: z.string(), page: z.string(), expiresAt: z.string() })
export const CheckIn = z.strictObject({ code: words(40) })
export const AttendeeView = z.strictObject({
  id: z.string(),
  name: z.string(),
  as: z.enum(ATTENDEE_KINDS),
  state: z.enum(['invited', 'in', 'waiting']),
  checkedInAt: z.nullable(z.string()),
})
export type AttendeeView = z.infer<typeof AttendeeView>
export const WriteMinutes = z.strictObject({ revision: z.int(), text: words(10_000), fileIds: FileIds })
export const TaskParams = z.strictObject({ id: Id, taskId: Id })
export const AnswerTask = z.strictObject({ text: words(3000), done: z.boolean(), fileIds: FileIds })
export const RateResult = z.strictObject({ score: z.int().check(z.gte(1), z.lte(5)), text: z.optional(words(500)) })
/** Members who can be put in charge, and departments that can be asked. */
export const ConsultationPeople = z.strictObject({
  members: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  departments: z.array(z.strictObject({ id: z.string(), name: z.string() })),
})
export type ConsultationPeople = z.infer<typeof ConsultationPeople>
