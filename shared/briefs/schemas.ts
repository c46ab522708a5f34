import * as z from 'zod/mini'
import { CategoryCode } from '../cases/categories'
import { Id, Instant, PageQuery, RegionCode, words } from '../platform/schema'
import { BRIEF_MOVES } from './moves'
import { BRIEF_LEVELS, BRIEF_PARTS, BRIEF_STATES, EVIDENCE_TYPES, REMOVAL_KINDS } from './words'

const MOST_CLAIMS = 12
/** One thing that is said, and what it rests on; a suggestion says which claim of the situation or causes it answers. */
const claim = (text: z.ZodMiniType<string, string>) =>
  z.strictObject({
    id: Id,
    text,
    evidenceIds: z._default(z.array(Id).check(z.maxLength(20)), []),
    answers: z._default(z.array(Id).check(z.maxLength(MOST_CLAIMS)), []),
  })
/** What stands for something that was taken out may be longer than it. */
export const Claim = claim(z.string())
export type Claim = z.infer<typeof Claim>
const Claims = z.array(claim(words(1000))).check(z.maxLength(MOST_CLAIMS))

export const StartBrief = z.strictObject({
  title: words(60, 4),
  regionCode: RegionCode,
  category: z.optional(CategoryCode),
  /** Either, or a blank page: evidence is taken along from it. */
  signalId: z.optional(Id),
  consultationId: z.optional(Id),
})
export type StartBrief = z.infer<typeof StartBrief>

export const WriteBrief = z.strictObject({
  revision: z.int(),
  title: z.optional(words(60, 4)),
  category: z.optional(CategoryCode),
  situation: z.optional(Claims),
  causes: z.optional(Claims),
  suggestions: z.optional(Claims),
})
export type WriteBrief = z.infer<typeof WriteBrief>

export const BRIEF_VIEWS = ['mine', 'asked', 'office', 'department', 'adopted'] as const
/** `mine`: written or signed; `asked`: waits for my signature; `office`: of the office's regions; `department`: passed on to it; `adopted`: of the region, to read. */
export const ListBriefs = z.strictObject({
  view: z._default(z.enum(BRIEF_VIEWS), 'mine'),
  state: z.optional(z.enum(BRIEF_STATES)),
  q: z.optional(words(60)),
  ...PageQuery,
})
export const BriefParams = z.strictObject({ id: Id })

const Person = z.strictObject({ id: z.string(), name: z.string() })
export const BriefCard = z.strictObject({
  id: z.string(),
  /** Given when it is accepted. */
  number: z.nullable(z.string()),
  title: z.string(),
  state: z.enum(BRIEF_STATES),
  regionCode: z.string(),
  regionName: z.string(),
  author: Person,
  signers: z.int(),
  /** The highest level at which it was adopted. */
  level: z.nullable(z.enum(BRIEF_LEVELS)),
  dueAt: z.nullable(z.string()),
  updatedAt: z.string(),
})
export type BriefCard = z.infer<typeof BriefCard>

export const Evidence = z.strictObject({
  id: z.string(),
  type: z.enum(EVIDENCE_TYPES),
  /** De-identified. */
  text: z.string(),
  /** Where it is from, in words. */
  source: z.string(),
})
export type Evidence = z.infer<typeof Evidence>

export const BRIEF_ABILITIES = [...BRIEF_MOVES, 'write', 'invite', 'sign', 'unsign', 'publish'] as const
export const BriefView = z.strictObject({
  ...BriefCard.shape,
  revision: z.int(),
  category: z.nullable(z.string()),
  signalId: z.nullable(z.string()),
  consultationId: z.nullable(z.string()),
  /** The brief that it was merged into. */
  mergedInto: z.nullable(z.string()),
  situation: z.array(Claim),
  causes: z.array(Claim),
  suggestions: z.array(Claim),
  evidence: z.array(Evidence),
  signatures: z.array(z.strictObject({ ...Person.shape, state: z.enum(['asked', 'signed']), at: z.nullable(z.string()) })),
  adoptions: z.array(z.strictObject({ level: z.enum(BRIEF_LEVELS), by: z.string(), at: z.string() })),
  instructions: z.array(z.strictObject({ by: z.string(), level: z.enum(BRIEF_LEVELS), text: z.string(), at: z.string() })),
  department: z.nullable(z.strictObject({ id: z.string(), name: z.string(), dueAt: z.string() })),
  answer: z.nullable(z.strictObject({ text: z.string(), at: z.string() })),
  /** About how many residents it rests on; they are told what became of it. Null below five. */
  residents: z.nullable(z.int()),
  history: z.array(z.strictObject({ at: z.string(), by: z.string(), text: z.string() })),
  /** What still stands in the way of submitting, in words. */
  missing: z.array(z.string()),
  can: z.array(z.enum(BRIEF_ABILITIES)),
})
export type BriefView = z.infer<typeof BriefView>

/** The brief as others will read it, and what was taken out. Only its authors see this. */
export const BriefPreview = z.strictObject({
  title: z.string(),
  parts: z.array(z.strictObject({ part: z.enum(BRIEF_PARTS), claims: z.array(z.strictObject({ id: z.string(), text: z.string() })) })),
  removed: z.array(z.strictObject({ where: z.string(), kind: z.enum(REMOVAL_KINDS), before: z.string(), after: z.string() })),
  /** Says which text was looked at; submitting needs it. */
  digest: z.string(),
})
export type BriefPreview = z.infer<typeof BriefPreview>

const Wording = z.strictObject({ type: z.literal('wording'), wordingId: Id })
const Count = z.strictObject({
  type: z.literal('count'),
  regionCode: RegionCode,
  weeks: z.int().check(z.gte(1), z.lte(104)),
  category: z.optional(CategoryCode),
})
const Signal = z.strictObject({ type: z.literal('signal'), signalId: Id })
const Statement = z.strictObject({ type: z.literal('statement'), consultationId: Id, statementId: Id })
const Note = z.strictObject({ type: z.literal('note'), text: words(1000), source: words(100) })
export const AddEvidence = z.discriminatedUnion('type', [Wording, Count, Signal, Statement, Note])
export type AddEvidence = z.infer<typeof AddEvidence>
export const EvidenceParams = z.strictObject({ id: Id, evidenceId: Id })
export const InviteSigner = z.strictObject({ memberId: Id })
/** Signs the text that was read: another text needs another signature. */
export const SignBrief = z.strictObject({ digest: words(100) })

export const MoveBrief = z.strictObject({
  move: z.enum(BRIEF_MOVES),
  revision: z.int(),
  /** submit: of the preview that was looked at. */
  digest: z.optional(words(100)),
  /** return */
  reason: z.optional(words(500)),
  /** merge */
  intoId: z.optional(Id),
  /** adopt, instruct */
  level: z.optional(z.enum(BRIEF_LEVELS)),
  by: z.optional(words(60)),
  at: z.optional(Instant),
  /** instruct, answer */
  text: z.optional(words(3000)),
  /** passOn */
  departmentId: z.optional(Id),
  dueAt: z.optional(Instant),
})
export type MoveBrief = z.infer<typeof MoveBrief>

/** A year of work, by member or by group 委组. */
export const YEAR_BY = ['member', 'group'] as const
export const YearQuery = z.strictObject({
  year: z.optional(z.coerce.number().check(z.int(), z.gte(2000), z.lte(2100))),
  by: z._default(z.enum(YEAR_BY), 'member'),
  regionCode: z.optional(RegionCode),
})
export const YearOfWork = z.strictObject({
  year: z.int(),
  by: z.enum(YEAR_BY),
  regionName: z.string(),
  rows: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      submitted: z.int(),
      signed: z.int(),
      accepted: z.int(),
      adopted: z.int(),
      /** By level, in the order of the levels. */
      levels: z.array(z.int()),
      instructed: z.int(),
      consultations: z.int(),
    }),
  ),
  byMonth: z.array(z.strictObject({ month: z.string(), submitted: z.int(), adopted: z.int() })),
})
export type YearOfWork = z.infer<typeof YearOfWork>
