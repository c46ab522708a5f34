import cluster, { type Worker } from 'node:cluster'
import { AggregatorRegistry, type Registry } from 'prom-client'

const ASKED = 'metrics?'
const PATIENCE_MS = 6000

interface Told {
  metrics: string
}

/** In the process that started the others: puts their metrics together when one of them is asked for these. */
export const answerForMetrics = (): void => {
  const all = new AggregatorRegistry()
  cluster.on('message', async (worker: Worker, message: unknown) => {
    if (message !== ASKED) return
    const metrics = await all.clusterMetrics().catch(() => '')
    if (worker.isConnected()) worker.send({ metrics } satisfies Told)
  })
}

let asking: Promise<string> | undefined

const ask = (): Promise<string> =>
  new Promise<string>((resolve, reject) => {
    const hear = (message: Partial<Told>) => {
      if (typeof message.metrics === 'string') end(message.metrics)
    }
    const timer = setTimeout(() => end(''), PATIENCE_MS)
    const end = (metrics: string) => {
      clearTimeout(timer)
      process.off('message', hear)
      if (metrics) resolve(metrics)
      else reject(new Error('The metrics of all processes could not be had'))
    }
    process.on('message', hear)
    process.send?.(ASKED)
  }).finally(() => {
    asking = undefined
  })

/** In one of several processes: the metrics of all of them, for Prometheus reaches now this one and now that. */
export const metricsOfAll = (own: Registry): (() => Promise<string>) => {
  AggregatorRegistry.setRegistries([own])
  // Only having made one lets this process answer when it is asked for its part.
  new AggregatorRegistry()
  return () => {
    asking ??= ask()
    return asking
  }
}
