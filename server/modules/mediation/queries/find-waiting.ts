import { loadCase } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { NotFound } from '@server/platform/errors'
import { seesSessions } from '../bookings.policy'
import { type Waiting, WaitingModel } from '../waiting.model'

/** How far in front a case stands in the line of its mediator; 1: the next. */
export const placeInLine = async ({ _id, mediatorId, order }: Pick<Waiting, '_id' | 'mediatorId' | 'order'>): Promise<number> => {
  const before = { $or: [{ order: { $lt: order } }, { order, _id: { $lt: _id } }] }
  return 1 + (await WaitingModel.countDocuments({ mediatorId, order: { $lte: order }, ...before }))
}

/** The place in the line of a case that somebody may look at; undefined when it does not wait. */
export const findWaiting = async (options: {
  actor: Actor
  caseId: string
}): Promise<{ waiting: Waiting; position: number } | undefined> => {
  const { actor, caseId } = options
  const { relations } = await loadCase({ actor, caseId })
  if (!seesSessions(relations)) throw new NotFound()
  const waiting = await WaitingModel.findOne({ caseId }).lean<Waiting>()
  return waiting ? { waiting, position: await placeInLine(waiting) } : undefined
}
