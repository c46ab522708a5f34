const factorials = [0]
/** The logarithm of n!, kept once worked out. */
const lnFactorial = (n: number): number => {
  for (let i = factorials.length; i <= n; i += 1) factorials.push((factorials[i - 1] ?? 0) + Math.log(i))
  return factorials[n] ?? 0
}
const lnChoose = (n: number, k: number): number => lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k)

const NEGLIGIBLE = 1e-12

/** How likely chance alone gives at least k of n, each with the given share. */
export const binomialTail = (n: number, k: number, share: number): number => {
  if (k <= 0) return 1
  if (k > n || share <= 0) return 0
  if (share >= 1) return 1
  let sum = 0
  for (let i = k; i <= n; i += 1) {
    const part = Math.exp(lnChoose(n, i) + i * Math.log(share) + (n - i) * Math.log1p(-share))
    sum += part
    // Beyond the middle the parts only become smaller.
    if (i > n * share && part < sum * NEGLIGIBLE) break
  }
  return Math.min(1, sum)
}

/** How likely chance alone lies so many deviations above the middle of a normal distribution (Abramowitz and Stegun 26.2.17). */
export const normalTail = (z: number): number => {
  if (z < 0) return 1 - normalTail(-z)
  const t = 1 / (1 + 0.2316419 * z)
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly
}
