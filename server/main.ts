import { createServer } from 'node:http'
import { createApp } from './app'
import { ConfigError, readConfig } from './config'
import { fillDemo } from './demo'
import { useOpinionWorker } from './modules/consultations'
import { useInsightWorker } from './modules/insight'
import { useTrainWorker } from './modules/understanding'
import { connect, disconnect, ensureIndexes } from './platform/database'
import { createLog } from './platform/log'

const GRACE_MS = 10_000
/** Connections that wait to be taken: when hundreds press at once nobody is turned away. The system may allow fewer. */
const BACKLOG = 4096

const config = (() => {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    console.error(error.message)
    process.exit(1)
  }
})()
const log = createLog(config.logLevel)
useInsightWorker(new URL('./insight-worker.mjs', import.meta.url))
useTrainWorker(new URL('./train-worker.mjs', import.meta.url))
useOpinionWorker(new URL('./groups-worker.mjs', import.meta.url))

/** Connects, listens, and stops in the order in which nothing is lost. */
const main = async (): Promise<void> => {
  await connect(config.mongoUri)
  await ensureIndexes()
  const app = createApp({ config, log })
  await app.start(config.demo ? () => fillDemo({ config, log }) : undefined)

  const server = createServer(app.callback)
  // Longer than a proxy keeps idle connections, so that the proxy closes them first.
  server.keepAliveTimeout = 65_000
  server.requestTimeout = 60_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port: config.port, host: config.host, backlog: BACKLOG }, resolve)
  })
  log.info({ host: config.host, port: config.port }, 'listening')

  let stopping = false
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref()
    await closed
    await app.stop()
    await disconnect()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => stop(signal))
}

main().catch((error: unknown) => {
  log.fatal({ err: error }, 'the service could not start')
  process.exit(1)
})
