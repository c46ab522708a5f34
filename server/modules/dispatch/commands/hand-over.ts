import { type Assignment, type Case, centreQueue, type MoveInput } from '@server/modules/cases'
import { personNames } from '@server/modules/identity'
import { clock } from '@server/platform/clock'
import type { Avoidance } from '../avoidance.model'
import { handlerOf } from '../avoidance.policy'
import { CHANGED_HANDS } from '../avoidance-words'
import { findSuccessor } from '../queries/find-successor'
import { moveByItself } from './move-by-itself'

/** Why it is with whom the centre named, or in its queue: nobody was weighed for that. */
const unweighed = (by: 'hand' | 'avoidance', chosen: string | null): Assignment => ({
  at: clock.now(),
  by,
  rule: null,
  version: null,
  chosen,
  why: CHANGED_HANDS,
  candidates: [],
})

const targetFor = async (doc: Case, named: string | null, tried: readonly string[]): Promise<MoveInput | undefined> => {
  const move = 'transfer' as const
  if (named !== null && !tried.includes(named)) {
    const name = (await personNames([named])).get(named) ?? null
    return { move, assigneeId: named, reason: CHANGED_HANDS, extras: { assignment: unweighed('hand', name) } }
  }
  const found = await findSuccessor({ doc, by: 'avoidance', tried })
  if (found) {
    const { personId, why, assignment } = found
    return { move, assigneeId: personId, reason: `${CHANGED_HANDS}：${why}`, extras: { assignment } }
  }
  const centre = await centreQueue(doc.regionCode)
  if (!centre) return undefined
  const assignment = unweighed('avoidance', centre.name)
  return { move, organisationId: centre.id, reason: `${CHANGED_HANDS}，由${centre.name}安排`, extras: { assignment } }
}

/**
 * Gives a case to somebody else after avoidance was granted: to whom the centre named, else to whoever fits best and has
 * room, else to the centre's queue. Does nothing when the case is with somebody else already, so that a decision whose
 * process was killed is carried out when its event is heard.
 */
export const handOver = async ({ avoidance }: { avoidance: Avoidance }): Promise<void> => {
  const { caseId, mediatorId, assigneeId } = avoidance
  await moveByItself({
    caseId,
    next: async (doc, tried) => (handlerOf(doc)?.id === mediatorId ? targetFor(doc, assigneeId, tried) : undefined),
  })
}
