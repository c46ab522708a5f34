import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { openHost, type StreamOptions, type StreamReport, type StreamTask } from './stream-host'

/** A stream, wherever it is. One thing is asked of it at a time. */
export interface OpenStream {
  /** Throws when the thread has ended: then all it knew is lost, and is read anew. */
  ask: (task: StreamTask) => Promise<StreamReport | null>
  close: () => Promise<void>
}

let file: URL | undefined

/** Where the thread's program lies; without it the stream is held here, which is right for tests and wrong for a service. */
export const useInsightWorker = (url: URL): void => {
  file = url
}

const openHere = (options: StreamOptions): OpenStream => {
  const host = openHost(options)
  return { ask: async (task) => host(task), close: async () => undefined }
}

const openApart = (program: URL, options: StreamOptions): OpenStream => {
  const worker = new Worker(program, { workerData: options })
  // Whoever asks next hears of it.
  worker.on('error', () => undefined)
  let hasEnded = false
  worker.once('exit', () => {
    hasEnded = true
  })
  const ended = (): never => {
    throw new Error('The thread that finds signals has ended')
  }
  return {
    ask: async (task) => {
      if (hasEnded) ended()
      const waiting = new AbortController()
      const { signal } = waiting
      try {
        const answer = once(worker, 'message', { signal })
        worker.postMessage(task)
        const [report] = await Promise.race([answer, once(worker, 'exit', { signal }).then(ended)])
        return report as StreamReport | null
      } finally {
        waiting.abort()
      }
    },
    close: async () => {
      await worker.terminate()
    },
  }
}

/** Opens an empty stream, in a thread of its own where there is a program for it. */
export const openStream = (options: StreamOptions): OpenStream => (file ? openApart(file, options) : openHere(options))
