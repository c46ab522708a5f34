import { parentPort, workerData } from 'node:worker_threads'
import { type TrainTask, train } from './train-task'

// A thread of its own: training takes seconds of pure arithmetic, and the service has to go on answering.
parentPort?.postMessage(train(workerData as TrainTask))
