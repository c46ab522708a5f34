import cluster from 'node:cluster'
import { ConfigError, readConfig } from './config'
import { useOpinionWorker } from './modules/consultations'
import { useInsightWorker } from './modules/insight'
import { useTrainWorker } from './modules/understanding'
import { createLog } from './platform/log'
import { serve } from './serve'
import { supervise } from './supervise'

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

const start = config.processes > 1 && cluster.isPrimary ? supervise : serve
start({ config, log }).catch((error: unknown) => {
  log.fatal({ err: error }, 'the service could not start')
  process.exit(1)
})
