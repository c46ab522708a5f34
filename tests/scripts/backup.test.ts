import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { findMongod } from '../../scripts/lib/mongod.mjs'
import { startMongod } from '../../scripts/lib/mongod-run.mjs'

const open = async (binary: string, dbPath: string) => {
  const mongod = await startMongod({ binary, dbPath, cacheGB: 0.25 })
  const client = await new MongoClient(mongod.uri('city')).connect()
  const stop = async () => {
    await client.close()
    await mongod.stop()
  }
  return { client, stop }
}

test('a copy of a locked node has everything that was written before, and serves as a replica set again', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'haoshangliang-backup-'))
  const binary = await findMongod()
  try {
    const original = await open(binary, join(dir, 'original', 'db'))
    const cases = original.client.db().collection('cases')
    await cases.insertMany(Array.from({ length: 1000 }, (_, index) => ({ index })))
    const admin = original.client.db('admin')
    await admin.command({ fsync: 1, lock: true })
    cpSync(join(dir, 'original', 'db'), join(dir, 'copy', 'db'), { recursive: true, filter: (path) => !path.endsWith('mongod.lock') })
    await admin.command({ fsyncUnlock: 1 })
    await original.stop()
    rmSync(join(dir, 'original'), { recursive: true })

    const restored = await open(binary, join(dir, 'copy', 'db'))
    expect(await restored.client.db().collection('cases').countDocuments()).toBe(1000)
    await restored.client
      .db()
      .collection('cases')
      .insertOne({ index: 1000 }, { writeConcern: { w: 'majority' } })
    await restored.stop()
  } finally {
    rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})
