import { Worker } from 'node:worker_threads'
import { type Trained, type TrainTask, train } from './train-task'

let file: URL | undefined

/** Where the worker's program lies; without it training happens here, which is right for scripts and wrong for a service. */
export const useTrainWorker = (url: URL): void => {
  file = url
}

/** Trains in a thread of its own. Throws what the training throws. */
export const trainApart = async (task: TrainTask): Promise<Trained> => {
  if (!file) return train(task)
  const worker = new Worker(file, { workerData: task })
  return new Promise<Trained>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The training ended with ${code} and without a model`)))
  })
}
