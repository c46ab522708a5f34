import { mongo } from 'mongoose'
import { benchRegions } from './city.mjs'
import { caseDocument } from './documents.mjs'
import { BASE, batches, MEDIATORS, mediatorId, RESIDENTS, residentId } from './harness.mjs'
import { gridOf, idOf } from './words.mjs'

const { ObjectId } = mongo
const FRESH = { createdAt: { $gte: new Date(BASE) } }
// Above what is preloaded and what a run can submit: the harness's routing knows no capacity.
const CAPACITY = 10_000_000

const people = () => {
  const names = [
    ...Array.from({ length: RESIDENTS }, (_, n) => residentId(n)),
    ...Array.from({ length: MEDIATORS }, (_, n) => mediatorId(n)),
  ]
  return names.map((name) => ({ _id: new ObjectId(idOf(name)), name, createdAt: new Date(0) }))
}

const desks = () =>
  Array.from({ length: MEDIATORS }, (_, n) => ({
    personId: idOf(mediatorId(n)),
    name: mediatorId(n),
    organisationId: null,
    regionCodes: [gridOf(mediatorId(n))],
    categories: [],
    capacity: CAPACITY,
    load: 0,
    room: CAPACITY,
    open: true,
    lastAssignedAt: new Date(0),
    changedAt: new Date(0),
    rev: 0,
  }))

/** Puts the harness's cases, people, mediators and area into the database as the service stores them; it makes its own indexes. */
export const preload = async (ctx) => {
  const db = ctx.client.db(ctx.db)
  await db.dropDatabase()
  const options = { ordered: false, writeConcern: { w: 1 } }
  await db.collection('regions').insertMany(benchRegions(), options)
  await db.collection('people').insertMany(people(), options)
  await db.collection('desks').insertMany(desks(), options)
  // A service that has been running has gone through what was there before it noted who lives where.
  const gone = ['cases', 'homes'].map((_id) => ({ _id, after: null, done: true }))
  await db.collection('residentProgress').insertMany(gone, options)
  for (const batch of batches(ctx.n)) await db.collection('cases').insertMany(batch.map(caseDocument), options)
}

/** What the load has made since. */
export const countNew = async (ctx) => {
  const [row] = await ctx.client
    .db(ctx.db)
    .collection('cases')
    .aggregate([{ $match: FRESH }, { $group: { _id: null, cases: { $sum: 1 }, events: { $sum: { $size: '$timeline' } } } }])
    .toArray()
  return { cases: row?.cases ?? 0, events: row?.events ?? 0 }
}

/** Takes it away again, with what followed from it. */
export const reset = async (ctx) => {
  const db = ctx.client.db(ctx.db)
  const options = { writeConcern: { w: 1 } }
  await db.collection('cases').deleteMany(FRESH, options)
  await db.collection('desks').updateMany({}, { $set: { load: 0 } }, options)
  for (const name of ['notifications', 'readlogs', 'fingerprints', 'uncompared', 'similarPairs'])
    await db.collection(name).deleteMany({}, options)
}
