import { type ChildProcess, fork } from 'node:child_process'
import type { Logger } from './platform/log'

const AGAIN_AFTER_MS = 1000
/** With which the same program is a background process: it runs jobs and tells events, and answers nobody. */
const FLAG = '--background'

export const isBackground = process.argv.includes(FLAG)

/** Calls `stop` when the process that started this one is gone; it may have been killed. */
export const whenLeftAlone = (stop: () => void): void => {
  if (isBackground) process.once('disconnect', stop)
}

/**
 * Runs events and jobs in a process beside this one, so that they take no time from those who wait for an answer. One
 * that ends is started again: what it was doing goes on when its leases have run out. Answers how to stop it.
 */
export const startBackground = (options: { program: string; log: Logger }): { stop: () => Promise<void> } => {
  const { program, log } = options
  let child: ChildProcess | undefined
  let again: NodeJS.Timeout | undefined
  let isStopping = false

  const start = (): void => {
    child = fork(program, [FLAG], { env: { ...process.env, JOBS: 'on' } })
    child.once('error', (error) => log.error({ err: error }, 'the background process could not be started'))
    child.once('exit', (code, signal) => {
      child = undefined
      if (isStopping) return
      log.error({ code, signal }, 'the background process has ended; it is started again')
      again = setTimeout(start, AGAIN_AFTER_MS)
    })
  }
  start()
  return {
    stop: async () => {
      isStopping = true
      clearTimeout(again)
      const last = child
      if (!last) return
      const gone = new Promise((resolve) => last.once('exit', resolve))
      last.kill('SIGTERM')
      await gone
    },
  }
}
