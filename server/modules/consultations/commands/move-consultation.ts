import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, type Session } from '@server/platform/database'
import { Conflict, Forbidden } from '@server/platform/errors'
import { claimFiles } from '@server/platform/files'
import { newEvent, pendingUpdate } from '@server/platform/outbox'
import { consultationMoves } from '@shared/consultations/moves'
import type { MoveConsultation } from '@shared/consultations/schemas'
import { SUPPORT_NEEDED } from '@shared/consultations/words'
import { type Consultation, ConsultationModel } from '../consultation.model'
import { barTo, moversOf } from '../consultations.policy'
import { actingAs, entryOf, withEntry } from '../history'
import { HIDDEN } from '../queries/load-consultation'
import { type Plan, planMove } from './plan-move'

/** Whether the step may be taken now. The order of refusals is part of the contract. */
const check = (actor: Actor | 'system', doc: Consultation, { move, revision }: MoveConsultation): void => {
  const rule = consultationMoves[move]
  if (!moversOf(actor, doc).includes(rule.by)) throw new Forbidden()
  if (revision !== doc.revision) throw new Conflict('case_already_moved')
  if (!rule.from.includes(doc.state)) throw new Conflict('move_not_allowed')
  const bar = barTo(move, doc, clock.now())
  if (bar !== undefined) throw new Conflict('move_not_allowed', bar)
}

/** Supporters come and go without a revision: a resident’s proposal is chosen only while enough stand behind it. */
const stillSo = (doc: Consultation, { move }: MoveConsultation) =>
  move === 'choose' && doc.proposer.role === 'resident' ? { supporters: { $gte: SUPPORT_NEEDED } } : {}

const write = async (options: { actor: Actor | 'system'; doc: Consultation; input: MoveConsultation; plan: Plan; session?: Session }) => {
  const { actor, doc, input, plan, session } = options
  const { move } = input
  const { to, sentence } = consultationMoves[move]
  const event = newEvent('consultation.moved', {
    consultationId: doc._id.toHexString(),
    move,
    to,
    byPersonId: actor === 'system' ? null : actor.personId,
  })
  const pending = pendingUpdate([event])
  const entry = entryOf({ type: move, by: actingAs(actor, doc), text: `${sentence}${plan.words}` })
  return ConsultationModel.findOneAndUpdate(
    { _id: doc._id, revision: doc.revision, state: doc.state, ...stillSo(doc, input) },
    {
      $set: { ...plan.set, state: to, updatedAt: clock.now(), ...pending.set },
      $inc: { revision: 1 },
      $push: { ...withEntry(entry), ...pending.push },
    },
    { returnDocument: 'after', projection: HIDDEN, session },
  ).lean<Consultation>()
}

/**
 * Takes one step of the table, in one conditional write with its line of the history and its event: of several who press
 * at once one wins, and the others hear that it has moved. Refusals, in this order: Forbidden, Conflict for an old
 * revision, Conflict for a wrong state or for what has to come first, InvalidInput for what is missing.
 */
export const moveConsultation = async (options: {
  actor: Actor | 'system'
  doc: Consultation
  input: MoveConsultation
  /** What only the service knows: the counts of the judging. */
  extra?: Partial<Consultation>
}): Promise<Consultation> => {
  const { actor, doc, input, extra = {} } = options
  check(actor, doc, input)
  const planned = await planMove({ actor, doc, input })
  const plan = { ...planned, set: { ...planned.set, ...extra } }
  const moved =
    plan.files.length === 0
      ? await write({ actor, doc, input, plan })
      : await inTransaction(async (session) => {
          await claimFiles(plan.files, session)
          const written = await write({ actor, doc, input, plan, session })
          // Whoever was slower takes no files into use.
          if (!written) throw new Conflict('case_already_moved')
          return written
        })
  if (!moved) throw new Conflict('case_already_moved')
  return moved
}
