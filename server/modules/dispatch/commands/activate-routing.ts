import type { Actor } from '@server/platform/actor'
import { inTransaction, isDuplicate } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { findRouting } from '../queries/find-routing'
import { type RoutingRulesDocument, RoutingRulesModel } from '../routing/routing-rules.model'
import { refreshRules } from '../routing/rules-memory'

const swap = ({ _id, regionCode, state }: RoutingRulesDocument): Promise<void> =>
  inTransaction(async (session) => {
    await RoutingRulesModel.collection.updateOne({ regionCode, state: 'active' }, { $set: { state: 'retired' } }, { session })
    const { matchedCount } = await RoutingRulesModel.collection.updateOne({ _id, state }, { $set: { state: 'active' } }, { session })
    if (matchedCount === 0) throw new Conflict()
  })

/** Puts a draft, or rules that were in force once, into force; those before retire. Of several at once the last one counts. */
export const activateRouting = async (options: { actor: Actor; id: string }): Promise<RoutingRulesDocument> => {
  const found = await findRouting(options)
  if (found.state === 'active') return found
  try {
    await swap(found)
  } catch (error) {
    if (isDuplicate(error)) throw new Conflict('conflict', '另一套规则刚刚生效，请看过再决定')
    throw error
  }
  await refreshRules()
  return { ...found, state: 'active' }
}
