import { type Outcome, together } from '@server/platform/together'

const soon = () => new Promise((resolve) => setTimeout(resolve, 5))

/** Doubles numbers; remembers what went together. */
const aDoubler = (options: { lanes?: number; most?: number } = {}) => {
  const batches: number[][] = []
  let now = 0
  let mostAtOnce = 0
  const double = together<number, number>({
    lanes: options.lanes ?? 1,
    most: options.most ?? 10,
    run: async (items) => {
      batches.push(items)
      now += 1
      mostAtOnce = Math.max(mostAtOnce, now)
      await soon()
      now -= 1
      if (items.includes(666)) throw new Error('the whole command')
      return items.map((item): Outcome<number> => (item < 0 ? { error: new Error(`its own: ${item}`) } : { value: item * 2 }))
    },
  })
  return { double, batches, mostAtOnce: () => mostAtOnce }
}

it('goes at once when it is alone', async () => {
  const { double, batches } = aDoubler()
  const answer = double(1)
  expect(batches).toEqual([[1]])
  expect(await answer).toBe(2)
})

it('takes what came meanwhile together, in order, no more than it may', async () => {
  const { double, batches, mostAtOnce } = aDoubler({ lanes: 2, most: 3 })
  expect(await Promise.all([1, 2, 3, 4, 5, 6].map(double))).toEqual([2, 4, 6, 8, 10, 12])
  expect(batches).toEqual([[1], [2], [3, 4, 5], [6]])
  expect(mostAtOnce()).toBe(2)
})

it('gives everybody their own result or error', async () => {
  const { double } = aDoubler()
  const results = await Promise.allSettled([1, 2, -3, 4].map(double))
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  expect((results[2] as PromiseRejectedResult).reason.message).toBe('its own: -3')
})

it('tells all of a command that failed, and goes on with the next', async () => {
  const { double } = aDoubler({ most: 2 })
  const results = await Promise.allSettled([1, 2, 666, 4, 5].map(double))
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled', 'fulfilled'])
  expect(await double(7)).toBe(14)
})

it('lets nobody wait for ever who was not answered for', async () => {
  const ask = together<number, number>({ lanes: 1, most: 5, run: async (items) => items.slice(1).map((value) => ({ value })) })
  await expect(ask(1)).rejects.toThrow('not answered')
})
