import { regionExists } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, ObjectId } from '@server/platform/database'
import { Forbidden, InvalidInput } from '@server/platform/errors'
import { createOnce, markOf } from '@server/platform/once'
import type { StartBrief } from '@shared/briefs/schemas'
import { type Brief, BriefModel } from '../brief.model'
import { bothTitles } from '../brief-text'
import { mayWriteFor, writingGrant } from '../briefs.policy'
import { type Gathered, gatherFromConsultation, gatherFromSignal } from '../queries/gather-evidence'
import { findByMark } from '../queries/load-brief'
import { keepResidents } from '../queries/residents'
import { PROBLEMS } from '../texts'
import { newEvidence } from './new-evidence'

const NOT_YET = { submittedAt: null, acceptedAt: null, adoptedAt: null, answeredAt: null }
const NOTHING = { adoptions: [], level: null, instructions: [], department: null, answer: null, mergedInto: null, mergedFrom: [] }

const newBrief = ({ actor, input, gathered }: { actor: Actor; input: StartBrief; gathered: Gathered[] }): Brief => {
  const now = clock.now()
  const organisationId = writingGrant(actor, input.regionCode)?.organisationId ?? null
  return {
    _id: new ObjectId(),
    regionCode: input.regionCode,
    ...bothTitles(input.title.trim()),
    category: input.category ?? null,
    state: 'draft',
    revision: 0,
    author: { personId: actor.personId, name: actor.name, organisationId },
    signalId: input.signalId ?? null,
    consultationId: input.consultationId ?? null,
    situation: [],
    causes: [],
    suggestions: [],
    evidence: gathered.map((one) => newEvidence(one)),
    signatures: [],
    ...NOTHING,
    history: [{ at: now, by: actor.name, text: '开始撰写' }],
    terms: [],
    createdAt: now,
    at: now,
    ...NOT_YET,
  }
}

const gather = async ({ actor, input }: { actor: Actor; input: StartBrief }): Promise<Gathered[]> => {
  const { signalId, consultationId } = input
  if (signalId !== undefined) return gatherFromSignal({ actor, signalId })
  return consultationId === undefined ? [] : gatherFromConsultation({ actor, consultationId })
}

const refuse = (actor: Actor, { regionCode, signalId, consultationId }: StartBrief): void => {
  if (!mayWriteFor(actor, regionCode)) throw new Forbidden(PROBLEMS.writers)
  if (!regionExists(regionCode)) throw InvalidInput.field('regionCode', 'unknown_region', PROBLEMS.region)
  if (signalId !== undefined && consultationId !== undefined) throw InvalidInput.field('consultationId', 'one_of', PROBLEMS.oneOf)
}

/** Begins a brief with what it takes along, once for a key. Throws Forbidden, InvalidInput, NotFound for a source that is not the actor's to read. */
export const startBrief = async (options: { actor: Actor; input: StartBrief; key: string | undefined }) => {
  const { actor, input, key } = options
  refuse(actor, input)
  const mark = markOf({ actorId: actor.accountId, call: 'briefs.start', key, body: input })
  const create = async (): Promise<Brief> => {
    const gathered = await gather({ actor, input })
    const brief = { ...newBrief({ actor, input, gathered }), ...(mark && { request: mark }) }
    const evidence = brief.evidence.map(({ id }, i) => ({ evidenceId: id, personIds: gathered[i]?.personIds ?? [] }))
    await inTransaction(async (session) => {
      await BriefModel.collection.insertOne({ ...brief }, { session })
      await keepResidents({ briefId: brief._id.toHexString(), evidence, session })
    })
    return brief
  }
  const { value, created } = await createOnce<Brief>({ mark, create, find: findByMark, lookFirst: true })
  return { brief: value, created }
}
