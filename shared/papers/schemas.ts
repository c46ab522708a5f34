import * as z from 'zod/mini'
import { Id, PageQuery, words } from '../platform/schema'
import { MOST_IN_STROKE, MOST_NUMBERS, MOST_STROKES } from './strokes'

/** The papers of a mediation, in the order in which they usually come. */
export const PAPER_KINDS = ['application', 'rights', 'authority', 'survey', 'record', 'agreement', 'oral', 'failure', 'judicial'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]
export const PAPER_NAMES: Record<PaperKind, string> = {
  application: '人民调解申请书',
  rights: '权利义务告知书',
  authority: '授权委托书',
  survey: '调查笔录',
  record: '调解笔录',
  agreement: '人民调解协议书',
  oral: '口头协议登记表',
  failure: '调解不成证明书',
  judicial: '司法确认申请书',
}
/**
 * draft → reading (read back to the parties) → signing → effective; a corrected text goes back to draft, `void` is the
 * end of what was given up.
 */
export const PAPER_STATUSES = ['draft', 'reading', 'signing', 'effective', 'void'] as const
export type PaperStatus = (typeof PAPER_STATUSES)[number]
export const PAPER_STATUS_NAMES: Record<PaperStatus, string> = {
  draft: '起草中',
  reading: '等各方核对',
  signing: '等签名',
  effective: '已生效',
  void: '已作废',
}

/** One promise of an agreement. Amounts in cents (分), so that nothing is ever rounded. */
const Instalment = z.strictObject({ amountCents: z.int().check(z.gte(1), z.lte(100_000_000_000)), dueOn: z.iso.date() })
export const PromiseSchema = z
  .strictObject({
    fromPartyId: Id,
    toPartyId: Id,
    what: words(300),
    amountCents: z.optional(z.int().check(z.gte(1), z.lte(100_000_000_000))),
    dueOn: z.optional(z.iso.date()),
    /** Instead of `dueOn`; they add up to the amount. */
    instalments: z.optional(z.array(Instalment).check(z.minLength(2), z.maxLength(60))),
  })
  .check(
    z.refine((one) => one.fromPartyId !== one.toPartyId, { error: 'same_party', path: ['toPartyId'] }),
    z.refine((one) => (one.dueOn === undefined) !== (one.instalments === undefined), { error: 'due_or_instalments', path: ['dueOn'] }),
    z.refine(
      (one) => one.instalments === undefined || one.instalments.reduce((sum, part) => sum + part.amountCents, 0) === one.amountCents,
      { error: 'instalments_sum', path: ['instalments'] },
    ),
  )
export type PromiseInput = z.infer<typeof PromiseSchema>
export const Promises = z.array(PromiseSchema).check(z.maxLength(30))

export const FIELD_KINDS = ['line', 'text', 'date', 'choice'] as const
/** One place to fill in. */
export const FieldView = z.strictObject({
  key: z.string(),
  label: z.string(),
  kind: z.enum(FIELD_KINDS),
  required: z.boolean(),
  /** Most characters. */
  max: z.int(),
  hint: z.string(),
  choices: z.array(z.string()),
})
export type FieldView = z.infer<typeof FieldView>
/** What somebody filled in, by field. Dates as 2026-03-01. */
export const Content = z.record(z.string().check(z.regex(/^[a-zA-Z]{1,30}$/)), z.string().check(z.maxLength(5000)))
export type Content = z.infer<typeof Content>

export const TemplateView = z.strictObject({
  kind: z.enum(PAPER_KINDS),
  name: z.string(),
  fields: z.array(FieldView),
  /** Whether it holds promises. */
  promises: z.boolean(),
  /** Filled with what the case already knows. */
  content: Content,
})
export type TemplateView = z.infer<typeof TemplateView>
export const TemplateQuery = z.strictObject({ kind: z.optional(z.enum(PAPER_KINDS)) })

export const CreatePaper = z.strictObject({
  kind: z.enum(PAPER_KINDS),
  /** Over what the template fills in by itself. */
  content: z.optional(Content),
  promises: z.optional(Promises),
  /** authority: who gives it, to whom (party ids), and whether agreeing and signing is included. */
  fromPartyId: z.optional(Id),
  toPartyId: z.optional(Id),
  scope: z.optional(z.enum(['general', 'special'])),
})
export type CreatePaper = z.infer<typeof CreatePaper>
/** A change to the text; visible to everybody who was shown the one before. */
export const ChangePaper = z.strictObject({
  version: z.int().check(z.gte(1)),
  content: z.optional(Content),
  promises: z.optional(Promises),
  note: z.optional(words(200)),
})
export const PAPER_MOVES = ['present', 'takeBack', 'openSigning', 'seal', 'void'] as const
export type PaperMove = (typeof PAPER_MOVES)[number]
export const MovePaper = z.strictObject({ move: z.enum(PAPER_MOVES), version: z.int().check(z.gte(1)), reason: z.optional(words(200)) })
/** Read back: the text is right, or what is not. Recorded by the party, or by the mediator who read it out (`forPartyId`). */
export const ReadPaper = z.strictObject({
  digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  agreed: z.boolean(),
  remark: z.optional(words(300)),
  forPartyId: z.optional(Id),
})
/** A stroke: x, y, x, y … in a square of 1000 × 1000. */
const Stroke = z.array(z.int().check(z.gte(0), z.lte(1000))).check(z.minLength(2), z.maxLength(MOST_IN_STROKE))
export const SignPaper = z.strictObject({
  /** SM3 of the exact text that the person saw. */
  digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  strokes: z.array(Stroke).check(
    z.minLength(1),
    z.maxLength(MOST_STROKES),
    z.refine((strokes) => strokes.reduce((sum, stroke) => sum + stroke.length, 0) <= MOST_NUMBERS, { error: 'too_big' }),
  ),
  /** Signing on the mediator's telephone: which party holds the pen. */
  forPartyId: z.optional(Id),
  /** What the device calls itself. */
  device: z.optional(words(120)),
})
export type SignPaper = z.infer<typeof SignPaper>

export const SignatureView = z.strictObject({
  id: z.string(),
  /** Null: the mediator. */
  partyId: z.nullable(z.string()),
  name: z.string(),
  role: z.string(),
  at: z.string(),
  /** On whose telephone: the own, or the mediator's. */
  device: z.string(),
  strokes: z.array(z.array(z.int())),
})
export const PaperChange = z.strictObject({
  version: z.int(),
  at: z.string(),
  by: z.string(),
  note: z.string(),
  fields: z.array(z.strictObject({ label: z.string(), before: z.string(), after: z.string() })),
})
export const PaperCan = [...PAPER_MOVES, 'change', 'read', 'sign', 'download'] as const
const paperHead = {
  id: z.string(),
  caseId: z.string(),
  kind: z.enum(PAPER_KINDS),
  title: z.string(),
  /** Given when it takes effect. */
  number: z.nullable(z.string()),
  status: z.enum(PAPER_STATUSES),
  version: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  effectiveAt: z.nullable(z.string()),
  /** Who still has to sign, by name. */
  waitsFor: z.array(z.strictObject({ partyId: z.nullable(z.string()), name: z.string(), me: z.boolean() })),
  /** What a party is asked for now; null when nothing waits for the reader. */
  asks: z.nullable(z.enum(['read', 'sign'])),
  can: z.array(z.enum(PaperCan)),
} as const
export const PaperItem = z.strictObject(paperHead)
export type PaperItem = z.infer<typeof PaperItem>
export const PaperView = z.strictObject({
  ...paperHead,
  fields: z.array(FieldView),
  content: Content,
  promises: z.array(z.unknown()),
  /** The exact text that is read back and signed; `digest` is its SM3. */
  text: z.string(),
  digest: z.string(),
  readings: z.array(
    z.strictObject({
      partyId: z.string(),
      name: z.string(),
      at: z.string(),
      agreed: z.boolean(),
      remark: z.string(),
      current: z.boolean(),
    }),
  ),
  signatures: z.array(SignatureView),
  changes: z.array(PaperChange),
  /** Whose seal: the committee's, once effective. */
  sealedBy: z.nullable(z.string()),
  verifyUrl: z.nullable(z.string()),
})
export type PaperView = z.infer<typeof PaperView>
export const PaperParams = z.strictObject({ id: Id })

/** What the page behind the code on a printed paper says; nothing else of the case. */
export const VerificationParams = z.strictObject({ code: z.string().check(z.regex(/^[A-Za-z0-9]{8,40}$/)) })
export const VerificationView = z.strictObject({
  genuine: z.literal(true),
  kindName: z.string(),
  number: z.string(),
  effectiveOn: z.string(),
  organisationName: z.string(),
  /** To be compared with the paper. */
  digest: z.string(),
  signatures: z.int(),
  /** Given up afterwards. */
  void: z.boolean(),
})
export type VerificationView = z.infer<typeof VerificationView>
export const ListPapers = z.strictObject({ ...PageQuery })
