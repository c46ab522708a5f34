import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { Forbidden, InvalidInput, NotFound } from '@server/platform/errors'
import { CATEGORIES } from '@shared/cases/categories'
import type { UpdateDesk } from '@shared/dispatch/schemas'
import type * as z from 'zod/mini'
import { type Desk, DeskModel } from '../desk.model'
import { setDesk } from '../desk-load'
import { hasDesk } from '../dispatch.policy'
import { learnDesk } from '../fit/desk-memory'

const isTop = (code: string): boolean => CATEGORIES.some((top) => top.code === code)

/** Changes what the mediator takes on, says when and where, or closes the desk. */
export const updateDesk = async (options: { actor: Actor; change: z.infer<typeof UpdateDesk> }): Promise<Desk> => {
  const { actor, change } = options
  if (!hasDesk(actor)) throw new Forbidden()
  const categories = change.categories && [...new Set(change.categories)]
  if (categories && !categories.every(isTop)) throw InvalidInput.field('categories', 'unknown_category', '没有这个类别')
  const backwards = change.absences?.findIndex(({ from, until }) => until < from) ?? -1
  if (backwards >= 0) throw InvalidInput.field(`absences.${backwards}.until`, 'before_start', '结束的日子不能早于开始的日子')
  const fields = { ...change, ...(categories ? { categories } : {}) }
  const desk = (await DeskModel.collection.findOneAndUpdate({ personId: actor.personId }, setDesk(fields, clock.now()), {
    returnDocument: 'after',
  })) as Desk | null
  if (!desk) throw new NotFound()
  learnDesk(desk)
  return desk
}
