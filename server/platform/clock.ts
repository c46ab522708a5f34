import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * The one clock. Nothing on the server asks the machine for "now" but through it, so that tests and the
 * double can move time. Moving it is possible only where `allowMoving` was called, which production never does.
 */
let offset = 0
let movable = false
/** What `at` is doing; undefined but for that, so that the clock costs nothing more. */
let histories: AsyncLocalStorage<number> | undefined
let running = 0

const ahead = (): number => histories?.getStore() ?? offset

export const clock = {
  /** The present instant. */
  now: (): Date => new Date(Date.now() + ahead()),
  /** The present, milliseconds since the epoch. */
  ms: (): number => Date.now() + ahead(),
  allowMoving: (): void => {
    movable = true
  },
  /** Moves the clock so that it now shows `now`; it runs on from there. */
  set: (now: Date): void => {
    if (!movable) throw new Error('The clock can be moved only with the WeChat double')
    offset = now.getTime() - Date.now()
  },
  reset: (): void => {
    offset = 0
  },
  /** Lets one piece of work, and nothing beside it, happen at another time: for a history that is filled in afterwards. */
  at: async <T>(then: Date, work: () => Promise<T>): Promise<T> => {
    histories ??= new AsyncLocalStorage<number>()
    running += 1
    try {
      return await histories.run(then.getTime() - Date.now(), work)
    } finally {
      running -= 1
      if (running === 0) {
        histories.disable()
        histories = undefined
      }
    }
  },
}
