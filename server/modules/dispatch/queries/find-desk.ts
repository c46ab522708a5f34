import type { Actor } from '@server/platform/actor'
import { Forbidden, NotFound } from '@server/platform/errors'
import { type Desk, DeskModel } from '../desk.model'
import { hasDesk } from '../dispatch.policy'

/** The mediator's own desk. */
export const findDesk = async ({ actor }: { actor: Actor }): Promise<Desk> => {
  if (!hasDesk(actor)) throw new Forbidden()
  const desk = await DeskModel.findOne({ personId: actor.personId }).lean<Desk>()
  if (!desk) throw new NotFound()
  return desk
}
