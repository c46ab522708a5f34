import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'

/** Long enough to see how a process fares, short enough to wait for. */
const LOOK_MS = 200
/** The part of that time in which the event loop had something to do. */
const BUSY = 0.5

/**
 * Whether this process has much to do for others: work that nobody waits for asks between two parts, and leaves the rest
 * for later. It takes a moment in which the asker itself does nothing, for its own work must not count.
 */
export const isBusy = async (): Promise<boolean> => {
  const before = performance.eventLoopUtilization()
  await wait(LOOK_MS)
  return performance.eventLoopUtilization(before).utilization > BUSY
}
