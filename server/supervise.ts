import cluster, { type Worker } from 'node:cluster'
import type { Config } from './config'
import type { Logger } from './platform/log'
import { answerForMetrics } from './platform/metrics-of-all'
import { STARTED } from './serve'

const AGAIN_AFTER_MS = 1000

type Part = Exclude<Config['part'], 'all'>

const gone = async (worker: Worker): Promise<void> => {
  if (!worker.isDead()) await new Promise((resolve) => worker.process.once('exit', resolve))
}

/**
 * Starts several processes that answer on one port, and one for jobs and events, so that these take no time from those who
 * wait for an answer. One that ends is started again: what it was doing goes on when its leases have run out. When this
 * process is killed the others end by themselves.
 */
export const supervise = async (options: { config: Config; log: Logger }): Promise<void> => {
  const { config, log } = options
  let stopping = false
  let waiting = 0

  const stop = async (code: number): Promise<void> => {
    if (stopping) return
    stopping = true
    const workers = Object.values(cluster.workers ?? {}).flatMap((worker) => worker ?? [])
    const ended = Promise.all(workers.map(gone))
    for (const worker of workers) worker.process.kill('SIGTERM')
    await ended
    process.exit(code)
  }
  const start = (part: Part): void => {
    if (stopping) return
    const worker = cluster.fork({ PART: part })
    worker.on('message', (message) => {
      if (message === STARTED) waiting -= 1
    })
    worker.once('exit', (code, signal) => {
      if (stopping) return
      log.error({ part, exit: code, signal }, 'a process of the service has ended')
      // It has said why. Where they could not all be started once, trying again would not help.
      if (waiting > 0) void stop(1)
      else setTimeout(start, AGAIN_AFTER_MS, part)
    })
  }

  answerForMetrics()
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => stop(0))
  const parts: Part[] = [
    ...Array.from({ length: config.processes }, () => 'answers' as const),
    ...(config.jobs === 'off' ? [] : ['jobs' as const]),
  ]
  waiting = parts.length
  for (const part of parts) start(part)
}
