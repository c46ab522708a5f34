import { parentPort, workerData } from 'node:worker_threads'
import { openHost, type StreamOptions, type StreamTask } from './stream-host'

// A thread of its own: reading some thousand messages anew takes seconds of pure arithmetic, and the service has to go on answering.
const host = openHost(workerData as StreamOptions)
parentPort?.on('message', (task: StreamTask) => parentPort?.postMessage(host(task)))
