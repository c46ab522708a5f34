import mongoose, { type mongo } from 'mongoose'
import { database } from './database'

/** Inserts on the way at once, for each collection; what comes meanwhile waits and goes together. */
const LANES = 2
/** Most documents in one command: with what a case can hold at most, far below MongoDB's 48 MB for a message. */
const MOST = 50

interface Waiting {
  document: object
  done: () => void
  fail: (error: unknown) => void
}
interface WriteError {
  index: number
  code: number
  errmsg: string
}
interface Lane {
  waiting: Waiting[]
  busy: number
}

const lanes = new Map<string, Lane>()

const laneOf = (collection: string): Lane => {
  const lane = lanes.get(collection) ?? { waiting: [], busy: 0 }
  lanes.set(collection, lane)
  return lane
}

/** Each document stands for itself: what one of them violates is its own writer's error. */
const insert = async (collection: string, batch: Waiting[]): Promise<void> => {
  try {
    const documents = batch.map(({ document }) => document)
    const answer = await database().command({ insert: collection, documents, ordered: false, writeConcern: { w: 'majority' } })
    if (answer.writeConcernError) throw new mongoose.mongo.MongoServerError(answer.writeConcernError)
    const refused = new Map(((answer.writeErrors ?? []) as WriteError[]).map((error) => [error.index, error]))
    batch.forEach(({ done, fail }, index) => {
      const error = refused.get(index)
      if (error) fail(new mongoose.mongo.MongoServerError({ ...error, message: error.errmsg }))
      else done()
    })
  } catch (error) {
    for (const { fail } of batch) fail(error)
  }
}

const start = (collection: string, lane: Lane): void => {
  while (lane.busy < LANES && lane.waiting.length > 0) {
    lane.busy += 1
    void insert(collection, lane.waiting.splice(0, MOST)).finally(() => {
      lane.busy -= 1
      start(collection, lane)
    })
  }
}

/**
 * Inserts a document, together with others of this process that arrive while the database is still writing: alone it
 * goes at once, under load many share one command and one wait for the majority. Resolves when the majority has it;
 * rejects with the document's own error (see `isDuplicate`), or with the command's, when nothing is known of any of them.
 */
export const insertTogether = <T extends mongo.Document>(collection: mongo.Collection<T>, document: T): Promise<void> =>
  new Promise((done, fail) => {
    const lane = laneOf(collection.collectionName)
    lane.waiting.push({ document, done, fail })
    if (lane.busy < LANES) start(collection.collectionName, lane)
  })
