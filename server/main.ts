import { createServer, type RequestListener, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { createApp } from './app'
import { isBackground, startBackground, whenLeftAlone } from './background-process'
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

const listen = async (callback: RequestListener): Promise<Server> => {
  const server = createServer(callback)
  // Longer than a proxy keeps idle connections, so that the proxy closes them first.
  server.keepAliveTimeout = 65_000
  server.requestTimeout = 60_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port: config.port, host: config.host, backlog: BACKLOG }, resolve)
  })
  log.info({ host: config.host, port: config.port }, 'listening')
  return server
}

const close = async (server: Server): Promise<void> => {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), GRACE_MS).unref()
  await closed
}

/** Connects, listens, and stops in the order in which nothing is lost. */
const main = async (): Promise<void> => {
  await connect(config.mongoUri)
  await ensureIndexes()
  const app = createApp({ config, log })
  await app.start(config.demo && !isBackground ? () => fillDemo({ config, log }) : undefined)
  const server = isBackground ? undefined : await listen(app.callback)
  const background = config.jobs === 'apart' ? startBackground({ program: fileURLToPath(import.meta.url), log }) : undefined

  let stopping = false
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    if (server) await close(server)
    await background?.stop()
    await app.stop()
    await disconnect()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => stop(signal))
  whenLeftAlone(() => stop('left alone'))
}

main().catch((error: unknown) => {
  log.fatal({ err: error }, 'the service could not start')
  process.exit(1)
})
