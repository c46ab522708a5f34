import { uriFor } from '@tests/support/database'
import { MongoClient } from 'mongodb'

describe('the mongod of the tests', () => {
  it('is a replica set on which transactions work', async () => {
    const client = await new MongoClient(uriFor('mongod')).connect()
    try {
      const items = client.db().collection<{ _id: string }>('items')
      await client.withSession((session) => session.withTransaction(() => items.insertOne({ _id: 'a' }, { session })))
      expect(await items.countDocuments()).toBe(1)
    } finally {
      await client.close()
    }
  })
  it('gives each caller a database of its own', () => {
    expect(uriFor('one')).not.toBe(uriFor('one'))
  })
})
