import type { mongo } from 'mongoose'
import { database, isDuplicate, writeError } from './database'

/** Most documents in one command. */
const MOST = 500

/**
 * Inserts those of some documents that are not there yet; those that are stay as they are. Resolves when the majority has
 * them. For listeners, which hear the same again: by one bare command, for the driver's bulk writes measure, copy and
 * answer for every document by itself.
 */
export const insertMissing = async <T extends mongo.Document>(
  { collectionName: insert }: { collectionName: string },
  documents: readonly T[],
): Promise<void> => {
  for (let from = 0; from < documents.length; from += MOST) {
    const part = documents.slice(from, from + MOST)
    const answer = await database().command({ insert, documents: part, ordered: false, writeConcern: { w: 'majority' } })
    const failure = [...(answer.writeErrors ?? []), answer.writeConcernError ?? []].flat().find((one) => !isDuplicate(one))
    if (failure) throw writeError(failure)
  }
}
