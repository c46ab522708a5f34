import mongoose, { type Model, type mongo } from 'mongoose'

/** Every model registers itself by being made with `model`; `ensureIndexes` then makes all their indexes. */
const models: Model<unknown>[] = []

mongoose.set('strictQuery', true)
mongoose.set('autoIndex', false)
mongoose.set('autoCreate', false)
mongoose.set('bufferCommands', false)

/** Declares a model on the service's one connection. Indexes are declared beside the schema. */
export const model = <T>(name: string, schema: mongoose.Schema<T>): Model<T> => {
  const made = mongoose.model<T>(name, schema)
  models.push(made as unknown as Model<unknown>)
  return made
}

/** Connects, with majority writes. Throws when no server answers within 10 s. */
export const connect = async (uri: string): Promise<void> => {
  await mongoose.connect(uri, {
    serverSelectionTimeoutMS: 10_000,
    w: 'majority',
    retryWrites: true,
    minPoolSize: 5,
    maxPoolSize: 60,
    // Everything in the database was written by us, and checked on its way in.
    enableUtf8Validation: false,
  })
}

/** All indexes of a collection in one command: what is there already is looked at once, and not once for each of them. */
const ensureFor = async (one: Model<unknown>): Promise<void> => {
  const indexes = one.schema.indexes().map(([key, options]) => ({ ...options, key })) as mongo.IndexDescription[]
  if (indexes.length > 0) await one.collection.createIndexes(indexes)
  else await one.createCollection()
}

/** Makes the collections and indexes that are declared and missing. Safe in several processes at once. */
export const ensureIndexes = async (): Promise<void> => {
  await Promise.all(models.map(ensureFor))
}

export const disconnect = (): Promise<void> => mongoose.disconnect()

/** The database of the connection. */
export const database = (): mongo.Db => {
  const { db } = mongoose.connection
  if (!db) throw new Error('The database is not connected')
  return db
}

export type Session = mongo.ClientSession
/** Runs `work` in one transaction; transient errors are tried again by the driver. */
export const inTransaction = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
  mongoose.connection.transaction((session) => work(session as unknown as Session)) as Promise<T>

/** What a bare command says of one of its writes that failed. */
export interface WriteFailure {
  index: number
  code: number
  errmsg: string
}
/** The same as the driver would throw it. */
export const writeError = (failure: WriteFailure): mongo.MongoServerError =>
  new mongoose.mongo.MongoServerError({ ...failure, message: failure.errmsg })

const DUPLICATE = 11000
/** Whether a write failed on a unique index, and on which when `index` is given (a field of its key). */
export const isDuplicate = (error: unknown, field?: string): boolean => {
  const failure = error as { code?: number; keyPattern?: Record<string, unknown> } | null
  if (failure?.code !== DUPLICATE) return false
  return field === undefined || Object.keys(failure.keyPattern ?? {}).includes(field)
}

export const ObjectId = mongoose.Types.ObjectId
export type ObjectId = mongoose.Types.ObjectId

/** The ObjectId that an opaque id stands for, or undefined: an id of another form belongs to nothing. */
export const toObjectId = (id: string): ObjectId | undefined => (/^[0-9a-f]{24}$/i.test(id) ? new ObjectId(id) : undefined)
