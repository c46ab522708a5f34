import { clock } from '../clock'
import { FileModel, type StoredFile } from './file.model'
import { removeFile } from './store-file'

const DAY_MS = 86_400_000
const UNUSED_DAYS = 30
/** No upload takes longer to write; what is still being written after that was left by a killed process. */
const WRITING_MS = 3_600_000
const BATCH = 200

/** Removes files that nothing refers to 30 days after their upload, and what broken-off uploads left. Answers how many. */
export const removeUnusedFiles = async (): Promise<number> => {
  const unused = { referred: false, createdAt: { $lt: new Date(clock.ms() - UNUSED_DAYS * DAY_MS) } }
  const broken = { referred: false, stored: false, createdAt: { $lt: new Date(clock.ms() - WRITING_MS) } }
  let removed = 0
  for (const filter of [unused, broken]) {
    const files = await FileModel.find(filter, { _id: 1 }).sort({ createdAt: 1 }).limit(BATCH).lean<StoredFile[]>()
    for (const { _id } of files) {
      // Taken out of reach first: somebody may be claiming it at this moment, and then it stays.
      const { modifiedCount } = await FileModel.updateOne({ _id, referred: false }, { $set: { stored: false } })
      const gone = modifiedCount > 0 || (await FileModel.exists({ _id, referred: false, stored: false })) !== null
      if (!gone) continue
      await removeFile(_id)
      removed += 1
    }
  }
  return removed
}
