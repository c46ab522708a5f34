import { connect, database, disconnect, isDuplicate } from '@server/platform/database'
import { insertTogether } from '@server/platform/insert-together'
import { uriFor } from '../../support/database'

interface Row {
  _id: number
  number: number
}

const rows = () => database().collection<Row>('rows')

beforeAll(async () => {
  await connect(uriFor('insert-together'))
  await rows().createIndex({ number: 1 }, { unique: true })
})
afterAll(async () => {
  await database().dropDatabase()
  await disconnect()
})
afterEach(() => rows().deleteMany({}))

it('stores every one of many documents that come at once', async () => {
  await Promise.all(Array.from({ length: 300 }, (_, i) => insertTogether(rows(), { _id: i, number: i })))
  expect(await rows().countDocuments()).toBe(300)
})

it('tells each writer its own result: the one that repeats a number fails alone, and learns on which index', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 200 }, (_, i) => insertTogether(rows(), { _id: i, number: i === 150 ? 3 : i })),
  )
  const refused = results.flatMap((result, i) => (result.status === 'rejected' ? [{ i, reason: result.reason }] : []))
  expect(refused).toHaveLength(1)
  expect([3, 150]).toContain(refused[0]?.i)
  expect(isDuplicate(refused[0]?.reason, 'number')).toBe(true)
  expect(isDuplicate(refused[0]?.reason, '_id')).toBe(false)
  expect(await rows().countDocuments()).toBe(199)
})

it('goes on after a command that failed', async () => {
  const huge = 'x'.repeat(17_000_000)
  await expect(insertTogether(rows(), { _id: 1, number: 1, huge } as Row)).rejects.toThrow()
  await insertTogether(rows(), { _id: 2, number: 2 })
  expect(await rows().countDocuments()).toBe(1)
})
