/**
 * The one clock. Nothing on the server asks the machine for "now" but through it, so that tests and the
 * double can move time. Moving it is possible only where `allowMoving` was called, which production never does.
 */
let offset = 0
let movable = false

export const clock = {
  /** The present instant. */
  now: (): Date => new Date(Date.now() + offset),
  /** The present, milliseconds since the epoch. */
  ms: (): number => Date.now() + offset,
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
}
