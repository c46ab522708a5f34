import Koa from 'koa'
import { carriers, jobs, levels, listeners } from './background'
import type { Config } from './config'
import { allHandlers, configureModules, followWordings, hearVerdict, sendDue, startModules, stopModules } from './modules'
import { authenticate } from './modules/identity'
import { clock } from './platform/clock'
import { database } from './platform/database'
import { configureFiles } from './platform/files'
import { compressLarge } from './platform/http/compress'
import { doubleProxy, followClock, keepFollowingClock } from './platform/http/double-proxy'
import { health } from './platform/http/health'
import { methodOverride } from './platform/http/method-override'
import { openApi } from './platform/http/openapi'
import { problems } from './platform/http/problem'
import { createRouter, type Inspect } from './platform/http/router'
import { apiHeaders } from './platform/http/security'
import { staticApp } from './platform/http/static-app'
import { wechatPush } from './platform/http/wechat-push'
import { createJobs, createPoll } from './platform/jobs'
import { createLimits } from './platform/limits'
import type { Logger } from './platform/log'
import { createMetrics } from './platform/metrics'
import { createRelay } from './platform/outbox'
import { createWeChat, mongoTokenStore } from './platform/wechat'
import { createPushReader } from './platform/wechat/push'

const RELAY_EVERY_MS = 500
const SEND_EVERY_MS = 1000
const INSIGHT_EVERY_MS = 10_000

/** Puts the service together. The database must be connected; nothing runs before `start`. */
export const createApp = (options: { config: Config; log: Logger; inspect?: Inspect }) => {
  const { config, log, inspect } = options
  const { endpoint } = config.wechat
  const wechat = createWeChat({ ...config.wechat, tokenStore: mongoTokenStore(database()), clock, log })
  configureFiles({ secret: config.tokenSecret })
  configureModules({ config, wechat })

  const relay = createRelay({ models: carriers, listeners, log })
  const runner = createJobs({ jobs, log })
  const limits = createLimits({ ...config, log })
  // A stream of messages is held by one process as long as it lives, so its turn is no job that any process may take.
  const insight = createPoll({ name: 'insight', everyMs: INSIGHT_EVERY_MS, work: followWordings, log })
  const polls = [
    insight,
    createPoll({ name: 'relay', everyMs: RELAY_EVERY_MS, work: relay.drain, log }),
    createPoll({ name: 'send', everyMs: SEND_EVERY_MS, work: sendDue, log }),
  ]
  /** Tells what waits to be told, and sends what is due. */
  const drain = async (): Promise<void> => {
    // Listeners may cause events of their own.
    for (let rounds = 0; rounds < 5 && (await relay.drain()) > 0; rounds++);
    await sendDue()
  }
  /** Does everything that is due by now: for the double, whose clock jumps, and for tests. */
  const catchUp = async (): Promise<void> => {
    await runner.runAll()
    await drain()
    await insight.now()
    await drain()
  }
  const metrics = createMetrics({ levels })

  // Of the addresses that a proxy passes on, its own entry is the last; those before it are the client's invention.
  const koa = new Koa({ proxy: config.trustProxy, maxIpsCount: 1 })
  koa.on('error', (error: unknown) => log.debug({ err: error }, 'a client left before its answer was sent'))
  koa.use(metrics.measure)
  koa.use(problems(log))
  koa.use(apiHeaders())
  koa.use(compressLarge())
  koa.use(methodOverride())
  koa.use(wechatPush({ reader: createPushReader({ appId: config.wechat.appId, ...config.wechat.push }), hear: hearVerdict }))
  koa.use(createRouter({ handlers: allHandlers(log), authenticate, limit: limits.limit, inspect }))
  koa.use(openApi())
  koa.use(health({ metrics, isReady: runner.healthy }))
  if (endpoint) koa.use(doubleProxy(endpoint, async () => (config.jobs === 'off' ? undefined : catchUp())))
  koa.use(staticApp(config.h5Dir))

  let stopFollowing = (): void => undefined
  return {
    callback: koa.callback(),
    drain,
    catchUp,
    /** `prepare`: what has to be done when the modules are there and before anything goes on by itself. */
    start: async (prepare?: () => Promise<void>): Promise<void> => {
      if (endpoint) await followClock(endpoint)
      if (endpoint) stopFollowing = keepFollowingClock(endpoint)
      await startModules()
      limits.start()
      await prepare?.()
      if (config.jobs !== 'here') return
      await runner.start()
      for (const poll of polls) poll.start()
    },
    stop: async (): Promise<void> => {
      stopFollowing()
      limits.stop()
      await Promise.all([runner.stop(), ...polls.map((poll) => poll.stop())])
      await stopModules()
    },
  }
}
