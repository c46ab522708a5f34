import { clock } from '@server/platform/clock'
import { isDuplicate, ObjectId } from '@server/platform/database'
import { modelCollection, type StoredModel } from '../model.model'
import type { Trained } from '../train-task'

const MOST_KEPT = 20
const TRIES = 20

/** Old ones go, the one in use stays. */
const prune = async (): Promise<void> => {
  const [oldest] = await modelCollection()
    .find({}, { projection: { version: 1 } })
    .sort({ version: -1 })
    .skip(MOST_KEPT)
    .limit(1)
    .toArray()
  if (oldest) await modelCollection().deleteMany({ version: { $lte: oldest.version }, active: { $ne: true } })
}

/** Keeps a trained model under the next free version; it is not used before it is activated. */
export const storeModel = async (options: {
  trained: Trained
  codes: ReadonlyMap<string, string>
  corrected: number
  correctedUpTo: Date | null
}): Promise<StoredModel> => {
  const { trained, codes, corrected, correctedUpTo } = options
  const { bytes, labels, messages, figures } = trained
  for (let tries = 1; ; tries += 1) {
    const [newest] = await modelCollection()
      .find({}, { projection: { version: 1 } })
      .sort({ version: -1 })
      .limit(1)
      .toArray()
    const doc: StoredModel = {
      _id: new ObjectId(),
      version: (newest?.version ?? 0) + 1,
      bytes: Buffer.from(bytes),
      labels,
      codes: [...codes].map(([label, code]) => ({ label, code })),
      trainedAt: clock.now(),
      messages,
      corrected,
      correctedUpTo,
      macroF1: figures.macroF1,
      accuracy: figures.accuracy,
    }
    try {
      await modelCollection().insertOne(doc)
      await prune()
      return doc
    } catch (error) {
      // Another process has just taken this version.
      if (!isDuplicate(error, 'version') || tries === TRIES) throw error
    }
  }
}
