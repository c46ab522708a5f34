import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { MongoClient } from 'mongodb'
import { freePort } from './ports.mjs'
import { isAlive, stopProcess } from './processes.mjs'
import { Remedy } from './say.mjs'

const SET = 'rs0'
const START_MS = 60_000
const NOT_YET_INITIALIZED = 94

// Ends mongod soon after its parent is gone, however the parent ended.
const GUARD = 'while kill -0 "$1" 2>/dev/null && kill -0 "$2" 2>/dev/null; do sleep 1; done; kill "$2" 2>/dev/null'

/** A mongod that an earlier, killed run left behind on the same data is stopped: only one may have it. */
const stopOrphan = async (dbPath) => {
  const lock = join(dbPath, 'mongod.lock')
  const pid = existsSync(lock) ? Number(readFileSync(lock, 'utf8').trim()) : 0
  if (pid > 0 && isAlive(pid, 'mongod')) await stopProcess(pid)
}

const lastWords = (logPath) => {
  if (!existsSync(logPath)) return ''
  const lines = readFileSync(logPath, 'utf8').trim().split('\n').slice(-200)
  const bad = lines.filter((line) => /"s":"[EF]"/.test(line)).slice(-3)
  return (bad.length > 0 ? bad : lines.slice(-2)).join('\n')
}

const remedyFor = (words, logPath, dbPath) => {
  if (/No space left/i.test(words))
    return new Remedy(`磁盘已满 The disk is full: mongod could not write to ${dbPath}. Free some space and start again.`)
  if (/Permission denied|IllegalOperation.*dbpath/i.test(words))
    return new Remedy(`mongod may not write to ${dbPath}: give yourself the rights to it.`)
  if (/UPGRADE PROBLEM|featureCompatibilityVersion/i.test(words))
    return new Remedy(
      `The data in ${dbPath} was written by another version of MongoDB. Use that mongod (MONGOD_BINARY), or move ${dbPath} away to begin anew.`,
    )
  return new Remedy(`mongod 未能启动 did not start; see ${logPath}\n${words}`)
}

/** Makes the node a replica set of its own, or tells it its new port when that changed. */
const ensureSet = async (admin, host) => {
  try {
    const { config } = await admin.command({ replSetGetConfig: 1 })
    if (config.members[0].host === host) return
    const next = { ...config, version: config.version + 1, members: [{ ...config.members[0], host }] }
    await admin.command({ replSetReconfig: next, force: true })
  } catch (error) {
    if (error.code !== NOT_YET_INITIALIZED) throw error
    await admin.command({ replSetInitiate: { _id: SET, members: [{ _id: 0, host }] } })
  }
}

// A client whose first connection fails stays closed, hence a new one for each attempt.
const attempt = async (port) => {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, { serverSelectionTimeoutMS: 500 })
  try {
    await client.connect()
    const admin = client.db('admin')
    await ensureSet(admin, `127.0.0.1:${port}`)
    for (let tries = 0; tries < 100; tries++) {
      if ((await admin.command({ hello: 1 })).isWritablePrimary) return true
      await sleep(50)
    }
    return false
  } finally {
    await client.close()
  }
}

const becomePrimary = async (port, failed) => {
  for (const end = Date.now() + START_MS; Date.now() < end && !failed(); await sleep(50)) {
    try {
      if (await attempt(port)) return true
    } catch (error) {
      // No code: it does not listen yet. With one, MongoDB itself refuses; busy electing passes.
      if (error.code && !/InterruptedDueTo|NotYetInitialized|NotPrimary|ReplicaSetConfigIsStale/.test(error.codeName)) throw error
    }
  }
  return false
}

/**
 * Starts mongod as a replica set of one on `dbPath`, which lasts. Survives stale locks, an orphan of a killed run,
 * and a port that is taken (another one is used). Answers `{port, uri(database), pid, exited, stop}`.
 */
export const startMongod = async ({ binary, dbPath, port: wanted = 0, cacheGB = 0.5, logPath = join(dbPath, '..', 'mongod.log') }) => {
  mkdirSync(dbPath, { recursive: true })
  await stopOrphan(dbPath)
  const port = await freePort(wanted)
  rmSync(logPath, { force: true })
  const args = ['--dbpath', dbPath, '--port', String(port), '--bind_ip', '127.0.0.1', '--replSet', SET, '--nounixsocket', '--quiet']
  args.push('--wiredTigerCacheSizeGB', String(cacheGB), '--oplogSize', '256', '--logpath', logPath)
  args.push('--setParameter', 'diagnosticDataCollectionEnabled=false', '--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=0')
  // In a group of its own: Ctrl-C must reach the service first, and mongod only through stop().
  const child = spawn(binary, args, { stdio: 'ignore', detached: true })
  const exited = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code))
    child.once('error', (error) => resolve(error.message))
  })
  let gone = false
  exited.then(() => {
    gone = true
  })
  spawn('sh', ['-c', GUARD, 'guard', String(process.pid), String(child.pid)], { stdio: 'ignore', detached: true }).unref()
  if (!(await becomePrimary(port, () => gone))) {
    if (!gone) child.kill('SIGKILL')
    throw remedyFor(lastWords(logPath), logPath, dbPath)
  }
  return {
    port,
    pid: child.pid,
    exited,
    uri: (database) => `mongodb://127.0.0.1:${port}/${database}?replicaSet=${SET}`,
    stop: async () => {
      if (!gone) await stopProcess(child.pid, exited)
    },
  }
}
