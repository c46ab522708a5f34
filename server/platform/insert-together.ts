import mongoose, { type mongo } from 'mongoose'
import { database, type WriteFailure, writeError } from './database'
import { type Outcome, together } from './together'

/** Inserts on the way at once, for each collection. */
const LANES = 2
/** Most documents in one command: with what a case can hold at most, far below MongoDB's 48 MB for a message. */
const MOST = 50

/** Each document stands for itself: what one of them violates is its own writer's error. */
const insert = async (collection: string, documents: object[]): Promise<Outcome<void>[]> => {
  const answer = await database().command({ insert: collection, documents, ordered: false, writeConcern: { w: 'majority' } })
  if (answer.writeConcernError) throw new mongoose.mongo.MongoServerError(answer.writeConcernError)
  const refused = new Map(((answer.writeErrors ?? []) as WriteFailure[]).map((error) => [error.index, error]))
  return documents.map((_, index) => {
    const error = refused.get(index)
    return error ? { error: writeError(error) } : { value: undefined }
  })
}

const inserters = new Map<string, (document: object) => Promise<void>>()

const inserterOf = (collection: string): ((document: object) => Promise<void>) => {
  const inserter =
    inserters.get(collection) ?? together<object, void>({ lanes: LANES, most: MOST, run: (documents) => insert(collection, documents) })
  inserters.set(collection, inserter)
  return inserter
}

/**
 * Inserts a document, together with others of this process that arrive while the database is still writing. Resolves when
 * the majority has it; rejects with the document's own error (see `isDuplicate`), or with the command's, when nothing is
 * known of any of them.
 */
export const insertTogether = <T extends mongo.Document>(collection: mongo.Collection<T>, document: T): Promise<void> =>
  inserterOf(collection.collectionName)(document)
