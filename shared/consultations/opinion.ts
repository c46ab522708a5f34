import * as z from 'zod/mini'
import { endpoint } from '../platform/endpoint'
import { Id, PageQuery, pageOf, words } from '../platform/schema'
import { ConsultationParams } from './schemas'

/** Opinion groups: short statements, what people say to them, and who answers alike. */
export const ANSWERS = ['agree', 'disagree', 'pass'] as const
export const STATEMENT_STATES = ['checking', 'shown', 'refused', 'hidden'] as const

export const StatementView = z.strictObject({
  id: z.string(),
  text: z.string(),
  state: z.enum(STATEMENT_STATES),
  /** Why it was refused or hidden; for its author alone. */
  reason: z.nullable(z.string()),
  mine: z.boolean(),
  /** The reader's own answer. */
  answer: z.nullable(z.enum(ANSWERS)),
  can: z.array(z.enum(['answer', 'hide'])),
})
export type StatementView = z.infer<typeof StatementView>

/** `next`: shown ones that the reader has not answered, those first on which little is known; `mine`: the reader's own; `all`: shown ones, oldest first. */
export const ListStatements = z.strictObject({ view: z._default(z.enum(['next', 'mine', 'all']), 'next'), ...PageQuery })
/** A statement is one thought: short, so that one can agree with all of it. */
export const AddStatement = z.strictObject({ text: words(140, 4) })
export const StatementParams = z.strictObject({ id: Id, statementId: Id })
export const AnswerStatement = z.strictObject({ answer: z.enum(ANSWERS) })
export const HideStatement = z.strictObject({ reason: words(200) })

const Tally = z.nullable(z.strictObject({ voters: z.int(), agree: z.number(), disagree: z.number() }))
const Finding = z.strictObject({ statementId: z.string(), text: z.string(), byGroup: z.array(Tally) })

/** What everybody may know: rounded numbers of at least five people. Nobody's single votes can be read out of it. */
export const OpinionView = z.strictObject({
  /** About how many have voted, down to the next five. */
  voters: z.int(),
  statements: z.int(),
  /** False while there are too few people to show anything. */
  ready: z.boolean(),
  computedAt: z.nullable(z.string()),
  groups: z.array(z.strictObject({ name: z.string(), people: z.int(), typical: z.array(Finding) })),
  united: z.array(Finding),
  dividing: z.array(Finding),
  all: z.array(Finding),
  map: z.strictObject({
    side: z.int(),
    clouds: z.array(z.strictObject({ group: z.int(), column: z.int(), row: z.int(), people: z.int() })),
  }),
  /** Where the reader stands; for the reader alone. */
  me: z.nullable(z.strictObject({ group: z.nullable(z.int()), x: z.number(), y: z.number() })),
})
export type OpinionView = z.infer<typeof OpinionView>

export const statementEndpoints = {
  'statements.list': endpoint({
    method: 'GET',
    path: '/api/consultations/:id/statements',
    summary: 'Statements to answer, the reader’s own, or all',
    auth: 'user',
    params: ConsultationParams,
    query: ListStatements,
    output: pageOf(StatementView),
  }),
  'statements.add': endpoint({
    method: 'POST',
    path: '/api/consultations/:id/statements',
    summary: 'Adds a statement; others see it once its words have been looked at',
    auth: 'user',
    params: ConsultationParams,
    body: AddStatement,
    output: StatementView,
    status: 201,
    key: 'accepted',
  }),
  'statements.answer': endpoint({
    method: 'PUT',
    path: '/api/consultations/:id/statements/:statementId/answer',
    summary: 'Agrees, disagrees or passes; said again, it replaces what was said',
    auth: 'user',
    params: StatementParams,
    body: AnswerStatement,
    output: StatementView,
  }),
  'statements.hide': endpoint({
    method: 'POST',
    path: '/api/consultations/:id/statements/:statementId/hide',
    summary: 'Takes a statement away from others, with a reason; the member in charge or the office',
    auth: 'user',
    params: StatementParams,
    body: HideStatement,
    output: StatementView,
  }),
  'statements.opinion': endpoint({
    method: 'GET',
    path: '/api/consultations/:id/opinion',
    summary: 'Groups that answer alike, what unites and what divides them, and where the reader stands',
    auth: 'user',
    params: ConsultationParams,
    output: OpinionView,
  }),
}
