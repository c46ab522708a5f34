import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findMongod } from '../../scripts/lib/mongod.mjs'
import { startMongod } from '../../scripts/lib/mongod-run.mjs'

/** One replica set for all workers of a run; each test file has a database of its own (see database.ts). */
export default async () => {
  if (process.env.TEST_MONGODB_URI) return
  const dir = mkdtempSync(join(tmpdir(), 'haoshangliang-test-'))
  const mongod = await startMongod({ binary: await findMongod(), dbPath: join(dir, 'db'), cacheGB: 1 })
  process.env.TEST_MONGODB_URI = mongod.uri('')
  globalThis.testMongod = { mongod, dir }
}
