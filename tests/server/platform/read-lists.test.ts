import { connect, database, disconnect } from '@server/platform/database'
import { readBatch } from '@server/platform/read-batch'
import { listReader } from '@server/platform/read-lists'
import * as fc from 'fast-check'
import { uriFor } from '../../support/database'

interface Row {
  _id: number
  owner: string
  at: Date
  title: string
  inner: { kept: number; left: string }
}
const OWNERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l']
const PROJECTION = { at: 1, title: 1, 'inner.kept': 1 } as const
const COLLECTION = 'listed'
const NEWEST = { at: -1, _id: -1 } as const
const NEAREST = { at: 1, _id: 1 } as const

beforeAll(async () => {
  await connect(uriFor('read-lists'))
  const rows = Array.from({ length: 600 }, (_, i): Row => {
    // Many at the same time: the id decides.
    const at = new Date(1_700_000_000_000 + ((i * 7919) % 40) * 1000)
    return { _id: i, owner: OWNERS[i % 11] ?? '', at, title: `${i}`, inner: { kept: i, left: 'x' } }
  })
  await database().collection<Row>(COLLECTION).insertMany(rows)
  await database().collection(COLLECTION).createIndex({ owner: 1, at: -1, _id: -1 })
})
afterAll(async () => {
  await database().dropDatabase()
  await disconnect()
})

const read = listReader<Row, Row>(COLLECTION, PROJECTION)
const list = fc.record({
  owner: fc.constantFrom(...OWNERS),
  sort: fc.constantFrom(NEWEST, NEAREST),
  limit: fc.integer({ min: 1, max: 101 }),
})

/** Of this collection alone: other tests use the same mongod. */
const openCursors = async (): Promise<number> => {
  const ns = `${database().databaseName}.${COLLECTION}`
  const pipeline = [{ $currentOp: { idleCursors: true, allUsers: true } }, { $match: { type: 'idleCursor', ns } }]
  return (await database().admin().command({ aggregate: 1, pipeline, cursor: {} })).cursor.firstBatch.length
}

test('leaves no cursor open, though every list goes on behind its page', async () => {
  // One that is left open would be seen.
  const left = database().collection(COLLECTION).find({}, { batchSize: 2 })
  await left.next()
  expect(await openCursors()).toBe(1)
  await left.close()
  const lists = Array.from({ length: 40 }, (_, i) => ({ filter: { owner: OWNERS[i % 11] ?? '' }, sort: NEWEST, limit: 5 }))
  expect((await Promise.all(lists.map(read))).map((page) => page.length)).toEqual(lists.map(() => 5))
  expect(await openCursors()).toBe(0)
})

test('whoever asks at the same moment as others gets what they would get alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(list, { minLength: 1, maxLength: 40 }), async (asked) => {
      const lists = asked.map(({ owner, ...rest }) => ({ filter: { owner }, ...rest }))
      const [together, alone] = await Promise.all([
        Promise.all(lists.map(read)),
        Promise.all(lists.map((one) => readBatch<Row>({ collection: COLLECTION, projection: PROJECTION, ...one }))),
      ])
      expect(together.map((page) => page.map(({ _id, at, title, inner }) => ({ _id, at, title, inner })))).toEqual(alone)
    }),
    { numRuns: 30 },
  )
})
