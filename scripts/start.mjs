import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { buildClient } from './lib/builds.mjs'
import { buildServer } from './lib/bundle.mjs'
import { startChild } from './lib/child.mjs'
import { installPackages } from './lib/install.mjs'
import { showPeople } from './lib/people.mjs'
import { freePort, requirePort } from './lib/ports.mjs'
import { whenOrphaned } from './lib/processes.mjs'
import { claimData } from './lib/running.mjs'
import { fail, Remedy, ROOT, say, seconds } from './lib/say.mjs'
import { tail } from './lib/steps.mjs'
import { checkNode } from './lib/system.mjs'

const DATA = join(ROOT, '.data')
const SERVICE_LOG = join(DATA, 'service.log')
const DOUBLE = {
  WECHAT_APPID: 'wx0000000000double',
  WECHAT_SECRET: 'double-secret',
  WECHAT_PUSH_TOKEN: 'doublePushToken',
  WECHAT_ENCODING_AES_KEY: 'ZGV2ZWxvcG1lbnQtcHVzaC1rZXktb2YtMzItYnl0ZXM',
}
const MONGOD_PORT = 27517
const READY_MS = 180_000

const parts = []
let stopping = false

/** Stops what was started, the last first. Asked twice (npm passes Ctrl-C on as well), it stops once. */
const stop = async (code) => {
  if (stopping) return
  stopping = true
  say('正在停止 Stopping')
  for (const part of parts.reverse()) await part.stop()
  say('已停止 Stopped')
  process.exit(code)
}

/** The environment as the service will read it: refused here, before anything is started, when it is not usable. */
const readEnvironment = async () => {
  const { readConfig } = await import(pathToFileURL(join(ROOT, 'dist/server/config.mjs')).href)
  const production = process.env.NODE_ENV === 'production'
  const withDouble = !process.env.WECHAT_APPID && !production
  if (process.env.WECHAT_APPID && !process.env.WECHAT_SECRET)
    throw new Remedy('WECHAT_APPID is set without WECHAT_SECRET: set both, or neither to use the WeChat double.')
  const env = { NODE_ENV: 'development', ...(!production && { DEMO: '1' }), ...process.env, ...(withDouble && DOUBLE) }
  try {
    const config = readConfig({ ...env, MONGODB_URI: env.MONGODB_URI ?? 'mongodb://embedded' })
    return { env, withDouble, port: config.port, host: config.host, logged: !production && !process.env.LOG_LEVEL }
  } catch (error) {
    throw error.name === 'ConfigError' ? new Remedy(error.message) : error
  }
}

const startDatabase = async () => {
  const { findMongod } = await import('./lib/mongod.mjs')
  const { startMongod } = await import('./lib/mongod-run.mjs')
  const binary = await findMongod()
  say('启动数据库 Starting MongoDB')
  const mongod = await startMongod({ binary, dbPath: join(DATA, 'db'), port: MONGOD_PORT, cacheGB: 1 })
  parts.push(mongod)
  mongod.exited.then((how) => stopping || ended(`mongod (log: ${join(DATA, 'mongod.log')})`, how))
  return mongod.uri('haoshangliang')
}

const startWeChat = async (env, port) => {
  say('启动微信替身 Starting the WeChat double')
  const log = join(DATA, 'double.log')
  const DOUBLE_PORT = process.env.DOUBLE_PORT ?? String(await freePort(port + 1))
  const double = startChild(join(ROOT, 'dist/double/main.mjs'), {
    env: { ...env, DOUBLE_PORT, DOUBLE_STATE: join(DATA, 'double.json'), DOUBLE_PUSH_URL: `http://127.0.0.1:${port}/wechat/push` },
    log,
  })
  parts.push(double)
  const started = await Promise.race([double.message, double.exited])
  if (!started?.url) throw new Remedy(`The WeChat double did not start (${started}):\n${tail(log)}`)
  double.exited.then((how) => stopping || ended('WeChat double', how, log))
  return { url: started.url, pid: double.pid }
}

const ended = async (what, how, log) => {
  console.error(`\n✗ ${what} 意外结束 ended unexpectedly (${how}).${log ? ` Its last words, from ${log}:\n${tail(log, 12)}` : ''}\n`)
  await stop(1)
}

const waitUntilReady = async (service, url) => {
  const toldAt = Date.now()
  for (let told = 0; Date.now() - toldAt < READY_MS; await sleep(100)) {
    if (service.gone) return false
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined)
    if (answer?.ok) return true
    if (Math.floor((Date.now() - toldAt) / 10_000) > told) say(`  … ${++told * 10} s`)
  }
  throw new Remedy(`The service did not become ready in ${READY_MS / 1000} s:\n${tail(SERVICE_LOG)}`)
}

const main = async () => {
  checkNode()
  await installPackages()
  await buildServer()
  const { env, withDouble, port, host, logged } = await readEnvironment()
  const note = await claimData(join(DATA, 'running.json'))
  parts.push({ stop: note.release })
  await requirePort(port, host)
  await buildClient('h5')
  const mongoUri = env.MONGODB_URI ?? (await startDatabase())
  const wechat = withDouble ? await startWeChat(env, port) : undefined
  say('启动服务 Starting the service')
  const service = startChild(join(ROOT, 'dist/server/main.mjs'), {
    env: { ...env, MONGODB_URI: mongoUri, ...(wechat && { WECHAT_ENDPOINT: wechat.url }) },
    log: logged ? SERVICE_LOG : undefined,
  })
  parts.push(service)
  const url = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`
  note.add({ children: [service.pid, wechat?.pid].filter(Boolean), url })
  service.exited.then((how) => stopping || ended('The service', how, logged ? SERVICE_LOG : undefined))
  if (!(await waitUntilReady(service, url))) return
  await showPeople({ url, wechat: wechat?.url, logs: logged ? SERVICE_LOG : undefined, took: seconds() })
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(0))
// npm may be killed itself, which it cannot pass on.
if (process.env.npm_lifecycle_event) whenOrphaned(() => stop(0))
main().catch(async (error) => {
  for (const part of parts.reverse()) await part.stop()
  if (!stopping) fail(error)
})
