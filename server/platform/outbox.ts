import type { Model } from 'mongoose'
import { clock } from './clock'
import { ObjectId } from './database'
import type { Logger } from './log'

/** Something that happened, told to whoever listens, at least once; `id` tells repeats apart. */
export interface DomainEvent {
  id: string
  type: string
  at: Date
  /** Small and free of content: ids and codes; listeners load what they need. */
  data: Record<string, unknown>
}

/**
 * The outbox is a field of the very document whose change it tells of, so that both are one write.
 * A document with `pendingAt` has events waiting; the relay delivers and removes them.
 */
export const outboxFields = {
  pending: { type: [{ id: String, type: { type: String }, at: Date, data: Object }], default: undefined, _id: false },
  pendingAt: Date,
}
export const outboxIndex = [{ pendingAt: 1 }, { sparse: true }] as const

export const newEvent = (type: string, data: Record<string, unknown>): DomainEvent => ({
  id: new ObjectId().toHexString(),
  type,
  at: clock.now(),
  data,
})
/** Fields of a new document that carries events. */
export const pendingInsert = (events: DomainEvent[]) => (events.length > 0 ? { pending: events, pendingAt: events[0]?.at } : {})
/** Parts of an update that adds events: `{ $push: {...push, ...own}, $set: {...set, ...own} }`. */
export const pendingUpdate = (events: DomainEvent[]) => ({
  push: events.length > 0 ? { pending: { $each: events } } : {},
  set: events.length > 0 ? { pendingAt: clock.now() } : {},
})

/** Hears of events in batches; must do nothing twice for the same event id. */
export type Listener = (events: DomainEvent[]) => Promise<void>

interface Carrier {
  _id: ObjectId
  pending?: DomainEvent[]
}

const BATCH = 200

/** Delivers waiting events from every carrying collection to every listener, in order for each document. */
export const createRelay = (options: { models: Model<never>[]; listeners: Listener[]; log: Logger }) => {
  const { models, listeners, log } = options
  let running: Promise<number> | undefined

  const tell = async (carriers: Carrier[]): Promise<void> => {
    const events = carriers.flatMap((carrier) => carrier.pending ?? [])
    for (const listener of listeners) await listener(events)
  }
  /** Those whose events were heard. One that a listener cannot bear must not hold up the others: it goes to the end. */
  const tellEach = async (model: Model<never>, carriers: Carrier[]): Promise<Carrier[]> => {
    const told: Carrier[] = []
    for (const carrier of carriers) {
      try {
        await tell([carrier])
        told.push(carrier)
      } catch (error) {
        log.error({ err: error, in: model.collection.name, id: carrier._id }, 'an event could not be told; it is tried again')
        await model.collection.updateOne({ _id: carrier._id as never }, { $set: { pendingAt: clock.now() } })
      }
    }
    return told
  }

  const drainOne = async (model: Model<never>): Promise<number> => {
    const carriers = (await model.collection
      .find({ pendingAt: { $exists: true } }, { projection: { pending: 1 } })
      .sort({ pendingAt: 1 })
      .limit(BATCH)
      .toArray()) as unknown as Carrier[]
    if (carriers.length === 0) return 0
    const told = await tell(carriers).then(
      () => carriers,
      () => tellEach(model, carriers),
    )
    await takeOff(model, told)
    return told.length
  }

  /** Delivers until nothing waits; calls at the same time share one run. */
  const drain = (): Promise<number> => {
    running ??= (async () => {
      let total = 0
      for (const model of models) {
        let count = 0
        do {
          count = await drainOne(model)
          total += count
        } while (count === BATCH)
      }
      return total
    })().finally(() => {
      running = undefined
    })
    return running
  }
  return { drain }
}

/**
 * Takes the told events off their documents. Events are only ever appended, so of a document with one event that still
 * has one, it is the same one: all of these go in a single write. The others are looked at one by one.
 */
const takeOff = async (model: Model<never>, told: Carrier[]): Promise<void> => {
  const single = told.filter((carrier) => carrier.pending?.length === 1)
  let rest = told.filter((carrier) => carrier.pending?.length !== 1)
  if (single.length > 0) {
    const ids = single.map((carrier) => carrier.pending?.[0]?.id)
    // By its id, too: a process that stood still meanwhile would otherwise take off one that nobody has told.
    const filter = { _id: { $in: single.map((carrier) => carrier._id) }, pending: { $size: 1 }, 'pending.id': { $in: ids } } as object
    const { matchedCount } = await model.collection.updateMany(filter, { $unset: { pending: '', pendingAt: '' } })
    if (matchedCount < single.length) rest = told
  }
  const writes = rest.map((carrier) => ({ updateOne: { filter: { _id: carrier._id }, update: removal(carrier) } }))
  if (writes.length > 0) await model.collection.bulkWrite(writes, { ordered: false })
}

/** Takes the delivered events off; others may have been added meanwhile, which keep `pendingAt`. */
const removal = (carrier: Carrier) => {
  const ids = (carrier.pending ?? []).map((event) => event.id)
  return [
    { $set: { pending: { $filter: { input: { $ifNull: ['$pending', []] }, cond: { $not: [{ $in: ['$$this.id', ids] }] } } } } },
    {
      $set: {
        pendingAt: { $cond: [{ $eq: [{ $size: '$pending' }, 0] }, '$$REMOVE', '$pendingAt'] },
        pending: { $cond: [{ $eq: [{ $size: '$pending' }, 0] }, '$$REMOVE', '$pending'] },
      },
    },
  ]
}

/** How long the oldest waiting event has waited. */
export const outboxLagSeconds = async (models: Model<never>[]): Promise<number> => {
  const oldest = await Promise.all(
    models.map((one) =>
      one.collection
        .find({ pendingAt: { $exists: true } }, { projection: { pendingAt: 1 } })
        .sort({ pendingAt: 1 })
        .limit(1)
        .next(),
    ),
  )
  const waits = oldest.map((one) => (one ? clock.ms() - (one.pendingAt as Date).getTime() : 0))
  return Math.max(0, ...waits) / 1000
}
