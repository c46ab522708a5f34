import { type Case, loadCase } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { ObjectId } from '@server/platform/database'
import { Conflict, Forbidden } from '@server/platform/errors'
import { createOnce, markOf } from '@server/platform/once'
import type { Relation } from '@shared/cases/words'
import type { CreatePaper } from '@shared/papers/schemas'
import { type Paper, PaperModel } from '../paper.model'
import { isItsTime, sidesOf } from '../papers.policy'
import { MOST_PAPERS } from '../queries/find-papers'
import { agreementOf, loadFacts } from '../queries/load-facts'
import { checkContent, checkPromises, refuse } from '../render/check-content'
import { digestOf, fieldsOf, prefilled, renderText } from '../render/render-text'
import { templateOf } from '../templates'
import { PROBLEMS } from '../texts'

const partyOf = (doc: Case, id: string | undefined) => doc.parties.find((one) => one.id === id)

/** An authority names a party and a representative of the same side, and how far it goes. */
const checkAuthority = (doc: Case, input: CreatePaper): void => {
  const [from, to] = [partyOf(doc, input.fromPartyId), partyOf(doc, input.toPartyId)]
  if (from?.part !== 'party') throw refuse('fromPartyId', 'unknown_party')
  if (to?.part !== 'representative' || !to.accepted || to.side !== from.side || (to.actsFor ?? from.id) !== from.id)
    throw refuse('toPartyId', 'unknown_party')
  if (!input.scope) throw refuse('scope', 'required')
}

const checkNamed = (doc: Case, input: CreatePaper): void => {
  if (input.kind === 'authority') {
    checkAuthority(doc, input)
    return
  }
  if (input.toPartyId !== undefined) throw refuse('toPartyId', 'not_for_kind')
  if (input.scope !== undefined) throw refuse('scope', 'not_for_kind')
  if (input.fromPartyId === undefined) return
  if (input.kind !== 'survey') throw refuse('fromPartyId', 'not_for_kind')
  if (!partyOf(doc, input.fromPartyId)) throw refuse('fromPartyId', 'unknown_party')
}

const check = async (doc: Case, input: CreatePaper): Promise<void> => {
  const { kind, content = {}, promises = [] } = input
  if (!isItsTime(kind, doc)) throw new Conflict('move_not_allowed', PROBLEMS.notNow)
  checkNamed(doc, input)
  checkContent(fieldsOf(kind, doc.category), content)
  if (promises.length > 0 && !templateOf(kind).promises) throw refuse('promises', 'not_for_kind')
  checkPromises(promises, new Set(doc.parties.filter((one) => one.part === 'party').map((one) => one.id)))
  if (kind === 'judicial' && !(await agreementOf(doc))) throw new Conflict('move_not_allowed', PROBLEMS.noAgreement)
  if ((await PaperModel.countDocuments({ caseId: doc._id })) >= MOST_PAPERS) throw new Conflict('conflict', PROBLEMS.tooMany)
}

/** A new paper, filled with what the case knows and, over it, with what was given. */
export const composePaper = async (options: { doc: Case; input: CreatePaper; actor: Actor | 'system' }): Promise<Paper> => {
  const { doc, input, actor } = options
  const { kind, promises = [], fromPartyId = null, toPartyId = null, scope = null } = input
  const named = { fromPartyId, toPartyId, scope, sides: sidesOf(kind, doc, fromPartyId) }
  const { facts, nameOf } = await loadFacts({ doc, named, actor: actor === 'system' ? undefined : actor })
  const content = { ...prefilled({ kind, category: doc.category, facts }), ...input.content }
  const text = renderText({ kind, category: doc.category, content, promises, facts, nameOf })
  const now = clock.now()
  return {
    _id: new ObjectId(),
    caseId: doc._id,
    kind,
    status: 'draft',
    version: 1,
    content,
    promises,
    text,
    digest: digestOf(text),
    shown: false,
    ...named,
    readings: [],
    signatures: [],
    changes: [],
    effectiveAt: null,
    sealedBy: null,
    voidReason: null,
    createdBy: actor === 'system' ? null : actor.personId,
    createdAt: now,
    updatedAt: now,
  }
}

/** Drafts a paper of a case, once for a key. Only whoever has the case does so, and only papers for which it is the time. */
export const draftPaper = async (options: {
  actor: Actor
  caseId: string
  input: CreatePaper
  key: string | undefined
}): Promise<{ paper: Paper; doc: Case; relations: Relation[]; created: boolean }> => {
  const { actor, caseId, input, key } = options
  const { doc, relations } = await loadCase({ actor, caseId })
  if (!relations.includes('owner')) throw new Forbidden()
  const mark = markOf({ actorId: actor.accountId, call: 'papers.create', key, body: { caseId, ...input } })
  const { value, created } = await createOnce<Paper>({
    mark,
    create: async () => {
      await check(doc, input)
      const paper = { ...(await composePaper({ doc, input, actor })), ...(mark ? { request: mark } : {}) }
      await PaperModel.collection.insertOne(paper as never)
      return paper
    },
    find: ({ by, key: made }) => PaperModel.findOne({ 'request.by': by, 'request.key': made }).lean<Paper>(),
  })
  return { paper: value, doc, relations, created }
}
