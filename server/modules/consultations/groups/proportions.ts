/** The share of a normal distribution above z (rational approximation of erfc, right to seven digits far out, too). */
const tailAbove = (z: number): number => {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + x / 2)
  const parts = [0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196, 1.00002368, -1.26551223]
  const power = parts.reduce((sum, part) => sum * t + part, 0)
  const tail = (t * Math.exp(-x * x + power)) / 2
  return z >= 0 ? tail : 1 - tail
}

/** How many standard errors one of so many comparisons must differ by, so that all together err one time in twenty (Bonferroni). */
export const boundFor = (comparisons: number): number => {
  const allowed = 0.05 / Math.max(1, comparisons)
  let [low, high] = [0, 40]
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (tailAbove(middle) > allowed) low = middle
    else high = middle
  }
  return high
}

/** What a share surely is at least, seen from `count` of `all` (Wilson). Five of five are not yet everybody. */
export const surelyAbove = (count: number, all: number, z: number): number => {
  if (all === 0) return 0
  const share = count / all
  const centre = share + z ** 2 / (2 * all)
  const around = z * Math.sqrt((share * (1 - share)) / all + z ** 2 / (4 * all ** 2))
  return Math.max(0, (centre - around) / (1 + z ** 2 / all))
}

interface Count {
  count: number
  all: number
}

/** What one share surely is above another, at least; below nought when it may not be (two proportions, Agresti and Caffo). */
export const surelyMore = (one: Count, other: Count, z: number): number => {
  const [more, less] = [one, other].map(({ count, all }) => ({ share: (count + 1) / (all + 2), all: all + 2 })) as [
    { share: number; all: number },
    { share: number; all: number },
  ]
  const error = Math.sqrt((more.share * (1 - more.share)) / more.all + (less.share * (1 - less.share)) / less.all)
  return more.share - less.share - z * error
}
