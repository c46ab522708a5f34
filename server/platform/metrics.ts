import cluster from 'node:cluster'
import type { Middleware } from 'koa'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { metricsOfAll } from './metrics-of-all'

/** Something that is read from the database when somebody asks for the metrics. Every process reads the same. */
export interface Level {
  name: string
  help: string
  /** One value, or one for each state. */
  read: () => Promise<number | Record<string, number>>
}

const addLevel = (registry: Registry, { name, help, read }: Level): void => {
  new Gauge({
    name,
    help,
    labelNames: ['state'],
    aggregator: 'max',
    registers: [registry],
    async collect() {
      const level = await read()
      if (typeof level === 'number') this.set(level)
      else for (const [state, value] of Object.entries(level)) this.set({ state }, value)
    },
  })
}

/** What `GET /metrics` tells Prometheus: durations of requests by endpoint, the levels, and the process. */
export const createMetrics = (options: { levels: readonly Level[] }) => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from request to answer, by endpoint and class of status',
    labelNames: ['endpoint', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  for (const level of options.levels) addLevel(registry, level)
  // Made once for each endpoint and class of status: looking labels up costs more than counting.
  const timers = new Map<string, Histogram.Internal<'endpoint' | 'status'>>()
  const timer = (endpoint: string, hundreds: number) => {
    const key = `${endpoint} ${hundreds}`
    let found = timers.get(key)
    if (!found) {
      found = durations.labels(endpoint, `${hundreds}xx`)
      timers.set(key, found)
    }
    return found
  }
  const measure: Middleware = async (ctx, next) => {
    const began = performance.now()
    await next()
    const endpoint = ctx.state.endpoint as string | undefined
    if (endpoint) timer(endpoint, Math.floor(ctx.status / 100)).observe((performance.now() - began) / 1000)
  }
  const text = cluster.isWorker ? metricsOfAll(registry) : () => registry.metrics()
  return { measure, text, type: registry.contentType }
}
export type Metrics = ReturnType<typeof createMetrics>
