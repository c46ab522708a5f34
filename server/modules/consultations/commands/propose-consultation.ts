import { signalForBrief } from '@server/modules/insight'
import { requestCheck } from '@server/modules/moderation'
import { regionExists } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, ObjectId } from '@server/platform/database'
import { InvalidInput, NotFound } from '@server/platform/errors'
import { createOnce, markOf } from '@server/platform/once'
import { newEvent, pendingInsert } from '@server/platform/outbox'
import type { ProposeConsultation } from '@shared/consultations/schemas'
import { type Consultation, ConsultationModel } from '../consultation.model'
import { proposerRole } from '../consultations.policy'
import { entryOf } from '../history'
import { PROPOSER_NAMES } from '../texts'

const EMPTY = {
  revision: 1,
  state: 'proposed',
  supporters: 0,
  voters: 0,
  lead: null,
  background: null,
  backgroundFiles: [],
  meeting: null,
  minutes: null,
  opinion: null,
  tasks: [],
  summary: null,
  judgement: null,
} as const satisfies Partial<Consultation>

const compose = (actor: Actor, input: ProposeConsultation): Consultation => {
  const role = proposerRole(actor, input.regionCode)
  const _id = new ObjectId()
  const now = clock.now()
  const by = PROPOSER_NAMES[role]
  return {
    ...EMPTY,
    backgroundFiles: [],
    tasks: [],
    _id,
    // Residents’ words are looked at before others see them.
    words: role === 'resident' ? 'checking' : 'passed',
    title: input.title.trim(),
    text: input.text.trim(),
    regionCode: input.regionCode,
    category: input.category ?? null,
    signalId: input.signalId ?? null,
    proposer: { role, personId: actor.personId },
    history: [entryOf({ type: 'propose', by, text: `${by}提出了议题` })],
    at: now,
    updatedAt: now,
    ...(role === 'resident' ? {} : pendingInsert([newEvent('consultation.proposed', { consultationId: _id.toHexString() })])),
  }
}

const insert = (doc: Consultation, personId: string): Promise<Consultation> =>
  inTransaction(async (session) => {
    await ConsultationModel.collection.insertOne({ ...doc }, { session })
    if (doc.words === 'checking') {
      const { _id, title, text, regionCode } = doc
      const subject = { type: 'topic' as const, id: _id.toHexString() }
      await requestCheck({ subject, text: `${title}\n${text}`, personId, regionCode, session })
    }
    return doc
  })

/** A signal is named by members and the office only, and only one that they see. */
const checkSignal = async (actor: Actor, { signalId, proposer }: Consultation): Promise<void> => {
  if (signalId === null) return
  if (proposer.role === 'resident') throw InvalidInput.field('signalId', 'not_allowed', '只有政协委员和政协办公室可以从苗头发起')
  try {
    await signalForBrief({ actor, signalId })
  } catch (error) {
    if (error instanceof NotFound) throw InvalidInput.field('signalId', 'unknown_signal', '没有这个苗头')
    throw error
  }
}

/** Proposes a topic for a region; once for a key. */
export const proposeConsultation = async (options: { actor: Actor; input: ProposeConsultation; key: string | undefined }) => {
  const { actor, input, key } = options
  const mark = markOf({ actorId: actor.accountId, call: 'consultations.propose', key, body: input })
  const create = async (): Promise<Consultation> => {
    if (!regionExists(input.regionCode)) throw InvalidInput.field('regionCode', 'unknown_region', '没有这个地区')
    const doc = compose(actor, input)
    await checkSignal(actor, doc)
    return insert(mark ? { ...doc, request: mark } : doc, actor.personId)
  }
  const { value, created } = await createOnce<Consultation>({
    mark,
    create,
    find: ({ by, key: used }) => ConsultationModel.findOne({ 'request.by': by, 'request.key': used }).lean<Consultation>(),
  })
  return { doc: value, created }
}
