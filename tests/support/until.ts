import { setTimeout as sleep } from 'node:timers/promises'

const LOOK_EVERY_MS = 30

/** Waits until something holds that comes in its own time; throws when it has not come within `ms`. */
export const until = async (holds: () => Promise<boolean> | boolean, ms: number): Promise<void> => {
  for (const end = performance.now() + ms; performance.now() < end; await sleep(LOOK_EVERY_MS)) if (await holds()) return
  throw new Error('It did not come to hold in time')
}
