import * as z from 'zod/mini'
import { FeedbackView } from '../feedback/schemas'
import { BookingView } from '../mediation/schemas'
import { FileView } from '../platform/files'
import { Id, Instant, oneOrMany, PageQuery, Phone, Point, RegionCode, words } from '../platform/schema'
import { CategoryCode } from './categories'
import { DEADLINE_KINDS, MOVE_NAMES } from './moves'
import { CASE_KINDS, CASE_STATUSES, RELATIONS, RISK_SIGNS, RISKS } from './words'

export const CategoryView = z.strictObject({
  code: z.string(),
  name: z.string(),
  hint: z.string(),
  kinds: z.array(z.enum(CASE_KINDS)),
  children: z.array(z.strictObject({ code: z.string(), name: z.string() })),
})

export const SubmitCase = z
  .strictObject({
    kind: z.enum(CASE_KINDS),
    category: z.optional(CategoryCode),
    title: z.optional(words(60)),
    text: z.optional(words(5000)),
    audioFileId: z.optional(Id),
    regionCode: z.optional(RegionCode),
    location: z.optional(Point),
    address: z.optional(words(120)),
    fileIds: z.optional(z.array(Id).check(z.maxLength(9))),
    anonymous: z.optional(z.boolean()),
    opinionUse: z.optional(z.boolean()),
    respondent: z.optional(z.strictObject({ name: z.optional(words(40)), phone: z.optional(Phone) })),
    preferredMediatorId: z.optional(Id),
    /** A public hazard that others have reported already, from `duplicates.nearby`: handled together with it. */
    joinId: z.optional(Id),
    /** Grid workers, village officers, dispatchers and importers file for people without WeChat. */
    onBehalfOf: z.optional(z.strictObject({ name: words(40), phone: z.optional(Phone), ref: z.optional(words(64)) })),
    /** Importers only: when the message was first written. */
    submittedAt: z.optional(Instant),
  })
  .check(
    z.refine((body) => body.text !== undefined || body.audioFileId !== undefined, { error: 'text_or_audio', path: ['text'] }),
    z.refine((body) => body.regionCode !== undefined || body.location !== undefined, { error: 'region_or_location', path: ['regionCode'] }),
  )
export type SubmitCase = z.infer<typeof SubmitCase>

export const AssigneeView = z.strictObject({ id: z.string(), name: z.string(), role: z.string() })
export type AssigneeView = z.infer<typeof AssigneeView>

export const TimelineView = z.strictObject({ at: z.string(), type: z.string(), by: z.string(), text: z.string() })
export type TimelineView = z.infer<typeof TimelineView>

/** What else somebody may do with a case, besides the moves. */
export const ABILITIES = [
  'message',
  'book',
  'rate',
  'inviteRespondent',
  'inviteHelper',
  'ask',
  'answer',
  'readReads',
  // Parties
  'inviteParty',
  'changeParty',
  'chooseSpeakers',
  'openJointRoom',
  'closeJointRoom',
  'quit',
  'note',
  // Avoidance
  'askOtherMediator',
  'declareConflict',
  'decideAvoidance',
  // Papers, performance, after, file
  'draftPaper',
  'readPapers',
  'readObligations',
  'setJudicial',
  'followUp',
  'raiseDemand',
  'judgeDemand',
  'readDocket',
  'addSupplement',
  // Order, routing, deadlines
  'classify',
  'readAssignment',
  'readSimilar',
  'tellLinked',
  'askExtension',
  'decideExtension',
  'supervise',
  'replySupervision',
] as const
export type Ability = (typeof ABILITIES)[number]
export const CAN = [...MOVE_NAMES, ...ABILITIES] as const
export type Can = (typeof CAN)[number]

/** What the card of a case in a list may offer, besides the moves; the rest waits until the case is opened. */
export const CARD_ABILITIES = ['message', 'book', 'rate', 'answer'] as const satisfies readonly Ability[]
export type CardAbility = (typeof CARD_ABILITIES)[number]
export const CARD_CAN = [...MOVE_NAMES, ...CARD_ABILITIES] as const
export type CardCan = (typeof CARD_CAN)[number]

export const PARTS = ['party', 'representative', 'guardian', 'helper'] as const
export type Part = (typeof PARTS)[number]
export const PartyView = z.strictObject({
  id: z.string(),
  side: z.enum(['applicant', 'respondent']),
  part: z.enum(PARTS),
  name: z.string(),
  accepted: z.boolean(),
  /** Under age: a guardian acts and signs. */
  minor: z.boolean(),
  /** guardian, representative: of whom (a party's id). */
  actsFor: z.nullable(z.string()),
  /** Speaks for a side of several; everybody when none was chosen. */
  speaker: z.boolean(),
  /** representative: what a signed authority allows; null without one. `special` includes agreeing and signing. */
  authority: z.nullable(z.enum(['general', 'special'])),
  /** Has left the mediation, which nobody has to stay in. */
  quit: z.boolean(),
  /** The reader. */
  me: z.boolean(),
  /** Only for the owner. */
  phoneMasked: z.nullable(z.string()),
})
export type PartyView = z.infer<typeof PartyView>

export const QuestionView = z.strictObject({
  id: z.string(),
  to: z.string(),
  question: z.string(),
  files: z.array(FileView),
  askedAt: z.string(),
  answer: z.nullable(z.string()),
  answeredAt: z.nullable(z.string()),
  /** By when the owner needs it; null for those asked before there were dates. */
  dueAt: z.nullable(z.string()),
  overdue: z.boolean(),
  /** The owner has taken it back: nothing is expected any more. */
  withdrawn: z.boolean(),
})

export const LIGHTS = ['none', 'green', 'yellow', 'red'] as const
export type Light = (typeof LIGHTS)[number]

const itemShape = {
  id: z.string(),
  number: z.string(),
  kind: z.enum(CASE_KINDS),
  category: z.string(),
  title: z.string(),
  status: z.enum(CASE_STATUSES),
  revision: z.int(),
  regionCode: z.string(),
  assignee: z.nullable(AssigneeView),
  deadline: z.nullable(z.string()),
  /** How the nearest open deadline stands: much time, little, none; `none` without a deadline or with the clock stopped. */
  light: z.enum(LIGHTS),
  /** For the staff; whoever takes part reads D. */
  risk: z.enum(RISKS),
  /** Handled together with others of the same matter; its own rooms stay its own. */
  merged: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
  booking: z.nullable(BookingView),
  feedback: z.nullable(FeedbackView),
} as const

export const CaseItem = z.strictObject({ ...itemShape, can: z.array(z.enum(CARD_CAN)) })
export type CaseItem = z.infer<typeof CaseItem>

export const CaseView = z.strictObject({
  ...itemShape,
  can: z.array(z.enum(CAN)),
  text: z.string(),
  files: z.array(FileView),
  timeline: z.array(TimelineView),
  /** How the reader stands to the case. */
  relation: z.enum(RELATIONS),
  address: z.string(),
  location: z.nullable(Point),
  regionName: z.string(),
  anonymous: z.boolean(),
  opinionUse: z.boolean(),
  audio: z.nullable(FileView),
  parties: z.array(PartyView),
  questions: z.array(QuestionView),
  /** Which sides want the joint room; it is open when both do. */
  jointRoom: z.strictObject({ applicant: z.boolean(), respondent: z.boolean(), open: z.boolean() }),
  deadlines: z.array(
    z.strictObject({
      kind: z.enum(DEADLINE_KINDS),
      startedAt: z.string(),
      dueAt: z.string(),
      open: z.boolean(),
      /** Null while it runs, and for those that ended before this was kept. */
      endedAt: z.nullable(z.string()),
      light: z.enum(LIGHTS),
      /** Extended by so much altogether, in words; empty when never. */
      extended: z.string(),
    }),
  ),
  /** When the clock was stopped; the last one goes on when `to` is null. */
  pauses: z.array(z.strictObject({ from: z.string(), to: z.nullable(z.string()) })),
  /** Only for the staff, else empty: what makes the matter dangerous. */
  riskSigns: z.array(z.enum(RISK_SIGNS)),
  /** Only for the staff, else null: how many others are handled with it, or into which it was merged. */
  linked: z.nullable(z.strictObject({ leadId: z.nullable(z.string()), leadNumber: z.nullable(z.string()), followers: z.int() })),
})
export type CaseView = z.infer<typeof CaseView>

/** `handled`: own cases that have ended, the latest brought first. */
export const CASE_VIEWS = ['mine', 'inbox', 'region', 'handled'] as const
export const ListCases = z.strictObject({
  view: z._default(z.enum(CASE_VIEWS), 'mine'),
  status: oneOrMany(z.enum(CASE_STATUSES)),
  kind: z.optional(z.enum(CASE_KINDS)),
  ...PageQuery,
})
export type ListCases = z.infer<typeof ListCases>

/** Supervisors say why they read the words of a case; the reason is logged. */
export const GetCaseQuery = z.strictObject({ reason: z.optional(words(200)) })

export const MoveCase = z.strictObject({
  move: z.enum(MOVE_NAMES),
  revision: z.int().check(z.gte(0)),
  /** At most 300 characters: it becomes part of the timeline entry. */
  reason: z.optional(words(300)),
  /** assign, transfer: to a person or to an organisation's queue. */
  assigneeId: z.optional(Id),
  organisationId: z.optional(Id),
  /** startMediation: how the respondent agreed, when not in the app. */
  respondentConsent: z.optional(z.enum(['phone', 'inPerson', 'paper'])),
  /** merge: the case with which it is handled from now on. */
  leadId: z.optional(Id),
})
export type MoveCase = z.infer<typeof MoveCase>

export const ROOMS = ['applicant', 'respondent', 'joint'] as const
export type Room = (typeof ROOMS)[number]
export const MessageView = z.strictObject({
  id: z.string(),
  room: z.enum(ROOMS),
  by: z.string(),
  text: z.string(),
  files: z.array(FileView),
  at: z.string(),
  mine: z.boolean(),
})
export type MessageView = z.infer<typeof MessageView>
export const ListMessages = z.strictObject({ room: z.optional(z.enum(ROOMS)), ...PageQuery })
export const SendMessage = z
  .strictObject({ room: z.enum(ROOMS), text: z.optional(words(2000)), fileIds: z.optional(z.array(Id).check(z.maxLength(9))) })
  .check(z.refine((body) => body.text !== undefined || (body.fileIds?.length ?? 0) > 0, { error: 'text_or_files', path: ['text'] }))
export type SendMessage = z.infer<typeof SendMessage>
/** Everything up to and including this message has been seen. */
export const MarkRead = z.strictObject({ messageId: Id })

export const ReadView = z.strictObject({
  at: z.string(),
  by: z.string(),
  role: z.string(),
  what: z.string(),
  reason: z.nullable(z.string()),
})

/** `respondent`: the other side; `coParty`: one more on the inviter's own side (or the one that the owner names). */
export const INVITED = ['respondent', 'coParty', 'representative', 'guardian', 'helper'] as const
export const InviteParty = z.strictObject({
  part: z.enum(INVITED),
  name: z.optional(words(40)),
  /** The owner may invite for either side. */
  side: z.optional(z.enum(['applicant', 'respondent'])),
  /** representative, guardian: for whom (a party's id); the inviter, when missing. */
  actsFor: z.optional(Id),
})
export const PartyInvitation = z.strictObject({ id: z.string(), code: z.string(), part: z.string(), expiresAt: z.string() })
export const AnswerPartyInvitation = z.strictObject({ code: z.string().check(z.regex(/^[A-Za-z0-9_-]{10,40}$/)), agree: z.boolean() })
export const PartyInvitationAnswered = z.strictObject({ caseId: z.nullable(z.string()), agreed: z.boolean() })
export const PartyParams = z.strictObject({ id: Id, partyId: Id })
export const PartyPhone = z.strictObject({ phone: z.nullable(z.string()) })

export const AskContributor = z.strictObject({
  organisationId: z.optional(Id),
  personId: z.optional(Id),
  question: words(500),
  /** By when; two working days when missing. */
  dueAt: z.optional(Instant),
  fileIds: z.optional(z.array(Id).check(z.maxLength(9))),
})
export const AnswerQuestion = z.strictObject({ answer: words(1000) })
/** The owner or dispatcher puts a case into the right category, kind or risk; what was corrected is learned from. */
export const ClassifyCase = z
  .strictObject({
    category: z.optional(CategoryCode),
    kind: z.optional(z.enum(CASE_KINDS)),
    risk: z.optional(z.enum(RISKS)),
    revision: z.int().check(z.gte(0)),
  })
  .check(
    z.refine((body) => body.category !== undefined || body.kind !== undefined || body.risk !== undefined, {
      error: 'nothing',
      path: ['category'],
    }),
  )
export type ClassifyCase = z.infer<typeof ClassifyCase>

export const QuestionParams = z.strictObject({ id: Id, questionId: Id })

/** What somebody with an invitation sees before saying yes or no, without being logged in. */
export const PreviewInvitation = z.strictObject({ code: AnswerPartyInvitation.shape.code })
export const InvitationPreview = z.strictObject({
  part: z.enum(INVITED),
  kind: z.enum(CASE_KINDS),
  categoryName: z.string(),
  regionName: z.string(),
  /** Who asks; kept back when the applicant is anonymous. */
  invitedBy: z.string(),
  mediator: z.nullable(z.strictObject({ name: z.string(), organisationName: z.string() })),
  expiresAt: z.string(),
  /** A session that is already proposed. */
  booking: z.nullable(z.strictObject({ startsAt: z.string(), endsAt: z.string(), mode: z.string(), place: z.string() })),
})
export type InvitationPreview = z.infer<typeof InvitationPreview>

/** The owner notes that a party is under age (or is not). */
export const ChangeParty = z.strictObject({ minor: z.boolean() })
/** Who is to speak for the side of whoever asks; in force when more than half of its parties named the same. */
export const ChooseSpeakers = z.strictObject({ partyIds: z.array(Id).check(z.minLength(1), z.maxLength(5)) })
export const SetJointRoom = z.strictObject({ open: z.boolean() })
/** A party leaves the mediation, or takes part again. */
export const QuitMediation = z.strictObject({ quit: z.boolean(), reason: z.optional(words(300)) })

export const NoteView = z.strictObject({ id: z.string(), text: z.string(), files: z.array(FileView), at: z.string() })
export type NoteView = z.infer<typeof NoteView>
export const WriteNote = z.strictObject({ text: words(3000), fileIds: z.optional(z.array(Id).check(z.maxLength(9))) })
export const NoteParams = z.strictObject({ id: Id, noteId: Id })

/** A legal way on when mediation does not lead to an agreement. */
export const WayView = z.strictObject({
  code: z.string(),
  name: z.string(),
  /** Where, in this place. */
  where: z.string(),
  what: z.string(),
  /** By when, in words: limitation periods. */
  until: z.string(),
  /** The law that it rests on. */
  law: z.string(),
})
export type WayView = z.infer<typeof WayView>
