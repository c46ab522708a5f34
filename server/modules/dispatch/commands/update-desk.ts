import type { Actor } from '@server/platform/actor'
import { Forbidden, InvalidInput, NotFound } from '@server/platform/errors'
import { CATEGORIES } from '@shared/cases/categories'
import type { UpdateDesk } from '@shared/dispatch/schemas'
import type * as z from 'zod/mini'
import { type Desk, DeskModel } from '../desk.model'
import { setDesk } from '../desk-load'
import { hasDesk } from '../dispatch.policy'

const isTop = (code: string): boolean => CATEGORIES.some((top) => top.code === code)

/** Changes what the mediator takes on, or closes the desk during leave. */
export const updateDesk = async (options: { actor: Actor; change: z.infer<typeof UpdateDesk> }): Promise<Desk> => {
  const { actor, change } = options
  if (!hasDesk(actor)) throw new Forbidden()
  const categories = change.categories && [...new Set(change.categories)]
  if (categories && !categories.every(isTop)) throw InvalidInput.field('categories', 'unknown_category', '没有这个类别')
  const fields = { ...change, ...(categories ? { categories } : {}) }
  const desk = (await DeskModel.collection.findOneAndUpdate({ personId: actor.personId }, setDesk(fields), {
    returnDocument: 'after',
  })) as Desk | null
  if (!desk) throw new NotFound()
  return desk
}
