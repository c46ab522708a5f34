import { parseArgs } from 'node:util'
import { Stream } from '../server/modules/insight'
import { chanceOf, everydayMessage } from './lib/insight/everyday'

const USAGE = `npm run bench:insight -- [--sizes 10000,100000,1000000]

  一封一封放进话题的速度和内存 how fast messages are placed one by one, and memory. Prints JSON; fails below 100 a second.`

const MS = 1000
const MB = 1e6
const LEAST_PER_SECOND = 100
/** Messages a day, so that a large stream is a long one. */
const PER_DAY = 300

const percentile = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const round = (value: number): number => Math.round(value * 1000) / 1000

/** One stream that grows through all sizes, so that the largest includes the smaller ones. */
const measure = (sizes: readonly number[]) => {
  const chance = chanceOf(1)
  const stream = new Stream()
  const figures = []
  let placed = 0
  for (const size of sizes) {
    const times = new Float64Array(size - placed)
    for (let i = 0; placed < size; i += 1, placed += 1) {
      const message = everydayMessage({ chance, serial: placed, day: Math.floor(placed / PER_DAY) }, 20_000)
      const began = performance.now()
      stream.add(message)
      times[i] = performance.now() - began
    }
    const perSecond = (times.length / times.reduce((sum, time) => sum + time, 0)) * MS
    const sorted = times.sort()
    const memory = process.memoryUsage()
    figures.push({
      messages: size,
      placedPerSecond: Math.round(perSecond),
      p50Ms: round(percentile(sorted, 0.5)),
      p99Ms: round(percentile(sorted, 0.99)),
      residentMb: Math.round(memory.rss / MB),
      heapMb: Math.round((memory.heapUsed + memory.arrayBuffers) / MB),
      topics: stream.topics.length,
    })
    console.error(JSON.stringify(figures.at(-1)))
  }
  return figures
}

const main = (): void => {
  const { values } = parseArgs({ options: { sizes: { type: 'string', default: '10000,100000,1000000' } } })
  const sizes = values.sizes
    .split(',')
    .map(Number)
    .sort((one, other) => one - other)
  if (sizes.some((size) => !(size > 0))) throw new Error(USAGE)
  const figures = measure(sizes)
  console.log(JSON.stringify({ figures }, null, 2))
  if (figures.some(({ placedPerSecond }) => placedPerSecond < LEAST_PER_SECOND)) throw new Error(`慢于每秒 ${LEAST_PER_SECOND} 封`)
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
