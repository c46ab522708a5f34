const TRIES = 5

/**
 * How long `work` keeps this process's processor busy, milliseconds: the quickest of some tries. The time on the wall
 * says more about what else the machine is doing.
 */
export const costOf = async (work: () => unknown): Promise<number> => {
  let quickest = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    quickest = Math.min(quickest, (user + system) / 1000)
  }
  return quickest
}
