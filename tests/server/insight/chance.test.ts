import { Calendar } from '@server/modules/insight/calendar'
import { regionsIn } from '@server/modules/insight/places'
import { binomialTail, normalTail } from '@server/modules/insight/tails'
import { type Month, trendOf } from '@server/modules/insight/trending'
import { spreadOf } from '@server/modules/insight/widespread'
import { assert, double, integer, property } from 'fast-check'

/** All outcomes of n throws, one by one. */
const slowTail = (n: number, k: number, share: number): number => {
  let sum = 0
  for (let outcome = 0; outcome < 1 << n; outcome += 1) {
    const hits = outcome.toString(2).replaceAll('0', '').length
    if (hits >= k) sum += share ** hits * (1 - share) ** (n - hits)
  }
  return sum
}

test('the binomial tail is what counting all outcomes gives', () => {
  assert(
    property(integer({ min: 0, max: 9 }), integer({ min: 0, max: 10 }), double({ min: 0.01, max: 0.99, noNaN: true }), (n, k, share) => {
      expect(binomialTail(n, k, share)).toBeCloseTo(slowTail(n, k, share), 9)
    }),
  )
})

test('the normal tail is that of the tables', () => {
  expect(normalTail(0)).toBeCloseTo(0.5, 6)
  expect(normalTail(1.96)).toBeCloseTo(0.025, 4)
  expect(normalTail(-1)).toBeCloseTo(0.8413, 4)
})

test('a calendar counts between days, days without messages included', () => {
  const calendar = new Calendar()
  for (const day of [10, 10, 12, 15, 15, 15]) calendar.add(day)
  expect([calendar.total, calendar.upTo(11), calendar.between(11, 14), calendar.between(15, 99), calendar.upTo(9)]).toEqual([6, 2, 1, 3, 0])
})

const months = (people: readonly number[], messages = people.map(() => 100)): Month[] =>
  people.map((count, i) => ({ month: 24_000 + i, people: count, messages: messages[i] ?? 0 }))

test('steady growth over months is a trend; the same number each month is none', () => {
  expect(trendOf(months([0, 1, 1, 2, 3, 4, 5, 7, 8]), 10)?.p).toBeLessThan(0.005)
  expect(trendOf(months([4, 3, 4, 4, 3, 4, 4, 3, 4]), 10)).toBeNull()
})

test('growth of all messages is no trend of one topic', () => {
  const people = [1, 1, 2, 2, 3, 4, 5, 6]
  const messages = people.map((count) => count * 50)
  expect(trendOf(months(people, messages), 1)).toBeNull()
})

test('what comes back every summer is no trend; what is more each summer is', () => {
  const summer = (size: number) => [0, 0, 0, 0, 1, size, size, size, 1, 0, 1, 1]
  expect(trendOf(months([...summer(6), ...summer(6)]), 1)).toBeNull()
  expect(trendOf(months([...summer(2), ...summer(6), ...summer(14)]), 1)?.p).toBeLessThan(0.001)
})

const from = (regions: readonly string[]) =>
  regions.map((region, i) => ({ id: `${i}`, serial: i, user: `u${i}`, day: i, regions: [region], support: 0, opposition: 0 }))

test('many regions make it widespread; many messages of one do not, nor of one writer', () => {
  const many = Array.from({ length: 20 }, (_, i) => `A${1 + (i % 8)}区`)
  expect(spreadOf(from(many), 5)?.observed).toBe(17)
  const one = Array.from({ length: 40 }, (_, i) => (i % 10 === 0 ? `A${i % 7}区` : 'A9区'))
  expect(spreadOf(from(one), 5)).toBeNull()
  expect(
    spreadOf(
      from(many).map((member) => ({ ...member, user: 'same' })),
      5,
    ),
  ).toBeNull()
})

test('regions are read from what people write', () => {
  expect(regionsIn('A3区石桥镇的路')).toEqual(['A3区', '石桥镇'])
  expect(regionsIn('家住青山街道,小区门口的超市')).toEqual(['青山街道'])
})
