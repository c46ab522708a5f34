import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

/** Starts mongod as npm start does, writes once, says how much there is, and stays until it is killed. */
const PROGRAM = `
  import { MongoClient } from 'mongodb'
  import { findMongod } from './scripts/lib/mongod.mjs'
  import { startMongod } from './scripts/lib/mongod-run.mjs'
  const mongod = await startMongod({ binary: await findMongod(), dbPath: process.argv[1] })
  const client = await new MongoClient(mongod.uri('lasting')).connect()
  await client.db().collection('writes').insertOne({}, { writeConcern: { w: 'majority' } })
  console.log(JSON.stringify({ count: await client.db().collection('writes').countDocuments(), pid: mongod.pid }))
  setInterval(() => undefined, 1000)
`

const runProgram = async (dbPath: string) => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, dbPath], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said = await new Promise<Buffer>((resolve) => child.stdout.once('data', resolve))
  const kill = () =>
    new Promise((resolve) => {
      child.once('close', resolve)
      child.kill('SIGKILL')
    })
  return { ...(JSON.parse(said.toString()) as { count: number; pid: number }), kill }
}

describe('the embedded mongod', () => {
  it('keeps what was written when it, or its parent, is killed, and runs again at once on another port', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'haoshangliang-kill-'))
    const dbPath = join(dir, 'db')
    try {
      const first = await runProgram(dbPath)
      process.kill(first.pid, 'SIGKILL')
      await first.kill()
      const second = await runProgram(dbPath)
      expect([first.count, second.count]).toEqual([1, 2])
      // Now the parent alone: its mongod still has the data when the next one wants it.
      await second.kill()
      const third = await runProgram(dbPath)
      expect(third.count).toBe(3)
      process.kill(third.pid, 'SIGKILL')
      await third.kill()
    } finally {
      rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    }
  })
})
