import cluster from 'node:cluster'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createApp } from './app'
import type { Config } from './config'
import { fillDemo } from './demo'
import { connect, disconnect, ensureIndexes } from './platform/database'
import type { Logger } from './platform/log'

/** What a process says to the one that started it. */
export const STARTED = 'started'

const GRACE_MS = 10_000
/** Connections that wait to be taken: when hundreds press at once nobody is turned away. The system may allow fewer. */
const BACKLOG = 4096

const listen = async (callback: RequestListener, { port, host }: Config): Promise<Server> => {
  const server = createServer(callback)
  // Longer than a proxy keeps idle connections, so that the proxy closes them first.
  server.keepAliveTimeout = 65_000
  server.requestTimeout = 60_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host, backlog: BACKLOG }, resolve)
  })
  return server
}

const close = async (server: Server): Promise<void> => {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), GRACE_MS).unref()
  await closed
}

/** Connects, listens unless this process is there for jobs alone, and stops in the order in which nothing is lost. */
export const serve = async (options: { config: Config; log: Logger }): Promise<void> => {
  const { config, log } = options
  await connect(config.mongoUri)
  await ensureIndexes()
  const app = createApp({ config, log })
  await app.start(config.demo ? () => fillDemo({ config, log }) : undefined)
  const server = config.part === 'jobs' ? undefined : await listen(app.callback, config)
  log.info({ host: config.host, port: config.port, part: config.part }, server ? 'listening' : 'running jobs')

  let stopping = false
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    if (server) await close(server)
    await app.stop()
    await disconnect()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => stop(signal))
  if (cluster.isWorker) process.send?.(STARTED)
}
