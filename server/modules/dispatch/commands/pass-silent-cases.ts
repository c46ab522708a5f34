import { type Case, findUnanswered, type MoveInput } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { newEvent } from '@server/platform/outbox'
import { findSuccessor, type Successor } from '../queries/find-successor'
import { SILENT_TO_NEXT, SILENT_TO_QUEUE } from '../why'
import { moveByItself } from './move-by-itself'

/** In one run; the next minute goes on. */
const MOST = 200

/** A mediator's case goes to the next mediator; what was given to somebody of another office, back to who gave it. */
const nextMediator = (doc: Case, tried: readonly string[]): Promise<Successor | undefined> =>
  doc.owner?.role === 'mediator' ? findSuccessor({ doc, by: 'silence', tried }) : Promise.resolve(undefined)

const moveFor = async (doc: Case, tried: readonly string[]): Promise<MoveInput | undefined> => {
  const { owner, silentAt, status } = doc
  if (status !== 'assigned' || owner?.type !== 'person' || !silentAt || silentAt > clock.now()) return undefined
  const found = await nextMediator(doc, tried)
  const caseId = doc._id.toHexString()
  const events = [newEvent('silence.passed', { caseId, personId: owner.id, to: found?.personId ?? null })]
  if (!found) return { move: 'handBack', reason: SILENT_TO_QUEUE, extras: { past: owner.id, events } }
  const { personId, why, assignment } = found
  return {
    move: 'transfer',
    assigneeId: personId,
    reason: `${SILENT_TO_NEXT}；${why}`,
    extras: { past: owner.id, events, assignment },
  }
}

/** Gives on what nobody has accepted in time: to whoever fits next best, else back to the centre. Answers how many cases. */
export const passSilentCases = async (): Promise<number> => {
  const found = await findUnanswered({ now: clock.now(), limit: MOST })
  let passed = 0
  for (const { _id } of found) if (await moveByItself({ caseId: _id.toHexString(), next: moveFor })) passed += 1
  return passed
}
