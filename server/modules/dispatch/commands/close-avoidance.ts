import { recordCaseEvent, type TimelineEntry } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { inTransaction } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import { type Avoidance, AvoidanceModel } from '../avoidance.model'
import { audienceOf } from '../avoidance-words'

/** Ends an open request with its entry in the timeline and its event, in one transaction: of several who decide, one does. */
export const closeAvoidance = (options: {
  avoidance: Avoidance
  granted: boolean
  decision: string
  /** Who decides; null: the service. */
  decidedBy: string | null
  assigneeId: string | null
  by: TimelineEntry['by']
  text: string
}): Promise<Avoidance> => {
  const { avoidance, granted, decision, decidedBy, assigneeId, by, text } = options
  const { _id, caseId, mediatorId } = avoidance
  const state = granted ? 'granted' : 'refused'
  const fields = { state, decision, decidedBy, assigneeId, decidedAt: clock.now() } as const
  return inTransaction(async (session) => {
    const { modifiedCount } = await AvoidanceModel.updateOne({ _id, state: 'open' }, { $set: fields }, { session })
    if (modifiedCount === 0) throw new Conflict('conflict', '这个请求已经决定过了')
    await recordCaseEvent({
      caseId,
      entry: { type: `avoidance.${state}`, by, text, audience: audienceOf(avoidance) },
      pull: { avoidanceOpen: avoidance.by },
      ...(granted ? { addToSet: { avoid: mediatorId } } : {}),
      events: [newEvent('avoidance.changed', { caseId, requestId: _id.toHexString(), change: state, byPersonId: decidedBy })],
      session,
    })
    return { ...avoidance, ...fields }
  })
}
