import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findMongod } from './mongod.mjs'
import { startMongod } from './mongod-run.mjs'
import { commandOf, isAlive } from './processes.mjs'
import { Remedy, ROOT } from './say.mjs'

const DB_PATH = join(ROOT, '.data', 'db')
const NAME = 'haoshangliang'

/** The port of a mongod that runs on the project's own data. */
const runningPort = () => {
  const lock = join(DB_PATH, 'mongod.lock')
  const pid = existsSync(lock) ? Number(readFileSync(lock, 'utf8').trim()) : 0
  if (!(pid > 0 && isAlive(pid, 'mongod'))) return undefined
  return /--port (\d+)/.exec(commandOf(pid))?.[1]
}

/**
 * The database that a command works on: the one that is named, else the project's own, whether `npm start` is running or
 * not. `stop` ends what was started for it.
 */
export const openDatabase = async (uri = process.env.MONGODB_URI) => {
  if (uri) return { uri, stop: async () => undefined }
  const port = runningPort()
  if (port) return { uri: `mongodb://127.0.0.1:${port}/${NAME}?replicaSet=rs0`, stop: async () => undefined }
  if (!existsSync(DB_PATH))
    throw new Remedy('这里还没有数据 There is no data here yet: run npm start once, or name a database with --uri or MONGODB_URI.')
  const mongod = await startMongod({ binary: await findMongod(), dbPath: DB_PATH, cacheGB: 0.25 })
  return { uri: mongod.uri(NAME), stop: mongod.stop }
}
