import { loadCase, recordCaseEvent } from '@server/modules/cases'
import { localDate } from '@server/modules/deadlines'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, ObjectId, type Session } from '@server/platform/database'
import { Conflict, Forbidden, InvalidInput } from '@server/platform/errors'
import { alreadyExists, createOnce, markOf, type RequestMark } from '@server/platform/once'
import { refuseSpent, spendMarks } from '@server/platform/spent-marks'
import type { JoinWaiting } from '@shared/mediation/schemas'
import { isBookable, speakerOf } from '../bookings.policy'
import { stillTheirs } from '../moving'
import { activeBooking } from '../queries/find-booking'
import { placeInLine } from '../queries/find-waiting'
import { PROBLEMS } from '../texts'
import { type Waiting, WaitingModel } from '../waiting.model'

const checkDays = ({ from, to }: JoinWaiting): void => {
  if (from !== undefined && to !== undefined && to < from) throw InvalidInput.field('to', 'from_before_to', PROBLEMS.order)
  if (to !== undefined && to < localDate(clock.now())) throw InvalidInput.field('to', 'past', PROBLEMS.past)
}

const checkFree = async (caseId: string, session: Session): Promise<void> => {
  const standing = await activeBooking(caseId, session)
  if (standing && standing.status !== 'held' && standing.endsAt > clock.now()) throw new Conflict('already_exists', PROBLEMS.booked)
}

/** A booking writes into its case, and so does this: of the two, made at once, the later sees the earlier. */
const insert = (waiting: Waiting): Promise<Waiting> =>
  inTransaction(async (session) => {
    const { caseId, mediatorId } = waiting
    await checkFree(caseId, session)
    await WaitingModel.collection.insertOne(waiting as never, { session }).catch(alreadyExists('caseId', PROBLEMS.waiting))
    // A place is lost in many ways: its request is remembered from the beginning.
    await spendMarks([waiting.request], session)
    await recordCaseEvent({ caseId, where: stillTheirs({ mediator: { id: mediatorId } }), session })
    return waiting
  })

const findMade = (mark: RequestMark): Promise<Waiting | null> =>
  WaitingModel.findOne({ 'request.by': mark.by, 'request.key': mark.key }).lean<Waiting>().exec()

/**
 * Puts a case on the waiting list of its mediator. The sides of a case wait together, in one place of the line; who has a
 * session ahead needs none.
 */
export const joinWaiting = async (options: { actor: Actor; caseId: string; wish: JoinWaiting; key?: string }) => {
  const { actor, caseId, wish, key } = options
  const { doc, relations } = await loadCase({ actor, caseId })
  const by = speakerOf({ doc, actor, relations })
  if (!by) throw new Forbidden()
  const mark = markOf({ actorId: actor.accountId, call: 'waiting.join', key, body: { caseId, ...wish } })
  const create = async (): Promise<Waiting> => {
    await refuseSpent(mark)
    checkDays(wish)
    const { owner } = doc
    if (!owner || !isBookable(doc)) throw new Conflict('move_not_allowed', PROBLEMS.noMediator)
    const now = clock.now()
    const line = { caseId, mediatorId: owner.id, by, since: now, order: now, offer: null, refused: [] }
    return insert({ _id: new ObjectId(), ...line, ...wish, ...(mark ? { request: mark } : {}) })
  }
  const { value, created } = await createOnce({ mark, find: findMade, create, lookFirst: true })
  return { waiting: value, position: await placeInLine(value), created }
}
