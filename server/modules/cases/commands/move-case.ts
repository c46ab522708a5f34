import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, type Session } from '@server/platform/database'
import { Conflict, Forbidden, InvalidInput } from '@server/platform/errors'
import { newEvent, pendingUpdate } from '@server/platform/outbox'
import { MOVES, targetOf } from '@shared/cases/moves'
import type { MoveCase } from '@shared/cases/schemas'
import type { CaseStatus, Relation } from '@shared/cases/words'
import { type Case, caseCollection, type Owner, ownerKey } from '../case.model'
import { moversOf, relationsOf } from '../cases.policy'
import { linkBarTo } from '../merge.policy'
import { barTo } from '../moves.policy'
import { partiesOf } from '../parties.policy'
import { ports } from '../ports'
import { findCase, loadCase } from '../queries/find-case'
import { byOf, keepTimelineShort } from '../timeline'
import { countFollower, LeadMoved } from './count-follower'
import { findLead } from './find-lead'
import { extrasOf, type MoveExtras } from './move-extras'
import { nextOwner } from './next-owner'
import { type Plan, planMove } from './plan-move'

/** The service itself moves what it has just looked at, so it needs no revision; `text` is what it says of its reason. */
export type MoveInput = Omit<MoveCase, 'revision'> & { revision?: number; extras?: MoveExtras }

interface Loaded {
  doc: Case
  relations: Relation[]
}

const TRIES = 10
const CONSENT: Record<NonNullable<MoveCase['respondentConsent']>, string> = { phone: '通过电话', inPerson: '当面', paper: '以书面形式' }

const load = async (actor: Actor | 'system', caseId: string): Promise<Loaded> =>
  actor === 'system' ? { doc: await findCase(caseId), relations: [] } : loadCase({ actor, caseId })

/** Whether the move may be made now, and where it leads. The order of refusals is part of the contract. */
const check = (options: { doc: Case; relations: Relation[]; actor: Actor | 'system'; input: MoveInput }): CaseStatus => {
  const { doc, relations, actor, input } = options
  const rule = MOVES[input.move]
  const movers = actor === 'system' ? (['system'] as const) : moversOf({ doc, actor, relations })
  if (!rule.by.some((mover) => (movers as readonly string[]).includes(mover))) throw new Forbidden()
  if (input.revision !== undefined && input.revision !== doc.revision) throw new Conflict('case_already_moved')
  const to = targetOf({ move: input.move, kind: doc.kind, status: doc.status, before: doc.before })
  if (to === undefined) throw new Conflict('move_not_allowed')
  // The service moves by what has taken place, such as a paper that all have signed.
  const bar = actor === 'system' ? linkBarTo(doc, input.move) : barTo(doc, input.move)
  if (bar !== undefined) throw new Conflict('move_not_allowed', bar)
  if (rule.reason === 'required' && input.reason === undefined) throw InvalidInput.field('reason', 'required', '请写明原因')
  if (rule.needs === 'respondentConsent' && partiesOf(doc, 'respondent').length === 0 && input.respondentConsent === undefined)
    throw InvalidInput.field('respondentConsent', 'required', '请记录对方当事人是怎样同意调解的')
  return to
}

const wordsOf = (input: MoveInput, owner: Owner | null): string => {
  const rule = MOVES[input.move]
  const to = rule.owner === 'assignee' && owner ? `给${owner.name}` : ''
  const consent = rule.needs === 'respondentConsent' && input.respondentConsent ? `（对方${CONSENT[input.respondentConsent]}同意）` : ''
  return `${rule.sentence}${to}${consent}${input.reason === undefined ? '' : `：${input.reason}`}`
}

const linkEvents = (doc: Case, { link, entry }: Plan) => {
  if (!link) return []
  const data = { caseId: doc._id.toHexString(), leadId: link.leadId, move: entry.type, byPersonId: entry.by.personId }
  return [newEvent(link.lead ? 'case.linked' : 'case.unlinked', data)]
}

const write = async (doc: Case, plan: Plan, input: MoveInput, session?: Session): Promise<Case | undefined> => {
  const { set, entry } = plan
  const more = await extrasOf({ doc, plan, move: input.move, extras: input.extras })
  const event = newEvent('case.moved', {
    caseId: doc._id.toHexString(),
    move: input.move,
    from: doc.status,
    to: set.status,
    byPersonId: entry.by.personId,
    ownerBefore: doc.owner && ownerKey(doc.owner),
    ownerAfter: set.owner ? ownerKey(set.owner) : null,
  })
  const pending = pendingUpdate([event, ...linkEvents(doc, plan), ...more.events])
  const moved = await caseCollection().findOneAndUpdate(
    { _id: doc._id, revision: doc.revision, status: doc.status, changes: doc.changes },
    {
      $set: { ...set, ...more.set, ...pending.set },
      $unset: { ...more.unset, ...(plan.link && !plan.link.lead ? { leadId: '' } : {}) },
      $inc: { revision: 1, changes: 1 },
      $push: { timeline: entry, ...more.push, ...pending.push },
      ...(more.addToSet ? { $addToSet: more.addToSet } : {}),
    },
    { returnDocument: 'after', projection: { pending: 0, pendingAt: 0, request: 0 }, session },
  )
  return (moved as Case | null) ?? undefined
}

const writeAll = async (doc: Case, plan: Plan, input: MoveInput, session: Session): Promise<Case | undefined> => {
  const moved = await write(doc, plan, input, session)
  if (!moved) return undefined
  for (const change of plan.load) await ports().changeLoad({ ...change, session })
  if (plan.link) await countFollower({ link: plan.link, session })
  return moved
}

const carryOut = async (doc: Case, plan: Plan, input: MoveInput): Promise<Case | undefined> => {
  if (plan.load.length === 0 && !plan.link) return write(doc, plan, input)
  try {
    return await inTransaction((session) => writeAll(doc, plan, input, session))
  } catch (error) {
    if (error instanceof LeadMoved) return undefined
    throw error
  }
}

/**
 * Moves a case one step of the table, in one conditional write with its timeline entry and its event: of several who
 * press at once one wins, and the others hear that the case has moved. Refusals, in this order: NotFound, Forbidden,
 * Conflict for an old revision, Conflict for a wrong state, InvalidInput for what is missing.
 */
export const moveCase = async (options: { actor: Actor | 'system'; caseId: string; input: MoveInput }): Promise<Loaded> => {
  const { actor, caseId, input } = options
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { doc, relations } = await load(actor, caseId)
    const to = check({ doc, relations, actor, input })
    const { move, assigneeId, organisationId } = input
    const lead = await findLead({ doc, move, leadId: input.leadId, actor })
    const owner = await nextOwner({ doc, move, actor, assigneeId, organisationId, lead })
    const plan = planMove({ doc, move, to, owner, lead, by: byOf(actor, relations), text: wordsOf(input, owner), now: clock.now() })
    const moved = await carryOut(doc, plan, input)
    if (moved) {
      await keepTimelineShort(moved)
      const now = actor === 'system' ? [] : relationsOf(actor, moved)
      return { doc: moved, relations: now.length > 0 ? now : relations }
    }
    // Somebody wrote in between. Another move is found out by its revision; anything else does not stand in the way.
  }
  throw new Conflict('case_already_moved')
}
