import type { Actor } from '@server/platform/actor'
import { type ObjectId, toObjectId } from '@server/platform/database'
import { NotFound } from '@server/platform/errors'
import { insightRegions, maySeeSignal } from '../insight.policy'
import { SignalModel, type StoredSignal } from '../signal.model'

/** Merging may have been repeated; more often than this nobody does it. */
const MOST_STEPS = 10

const follow = async (_id: ObjectId, steps = 0): Promise<StoredSignal | null> => {
  const signal = await SignalModel.findById(_id).lean<StoredSignal>()
  return signal?.mergedInto && steps < MOST_STEPS ? follow(signal.mergedInto, steps + 1) : signal
}

/** A signal that the actor may see, and the actor's regions; of one that was merged, the one into which. Throws NotFound. */
export const loadSignal = async (options: { actor: Actor; signalId: string }): Promise<{ signal: StoredSignal; regions: string[] }> => {
  const { actor, signalId } = options
  const _id = toObjectId(signalId)
  const signal = _id ? await follow(_id) : null
  if (!signal || !maySeeSignal(actor, signal)) throw new NotFound()
  return { signal, regions: insightRegions(actor) }
}
