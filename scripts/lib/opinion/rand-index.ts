const pairs = (count: number): number => (count * (count - 1)) / 2

const countBy = (keys: readonly string[]): number[] => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts.values()]
}

/** How far two groupings of the same people agree, chance taken off: 1 entirely, about 0 as unrelated ones do (Hubert and Arabie). */
export const adjustedRand = (one: readonly number[], other: readonly number[]): number => {
  const sum = (keys: readonly string[]): number => countBy(keys).reduce((total, count) => total + pairs(count), 0)
  const together = sum(one.map((group, i) => `${group}/${other[i]}`))
  const [first, second] = [sum(one.map(String)), sum(other.map(String))]
  const expected = (first * second) / Math.max(1, pairs(one.length))
  const most = (first + second) / 2
  return most === expected ? 1 : (together - expected) / (most - expected)
}
