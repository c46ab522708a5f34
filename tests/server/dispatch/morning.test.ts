import type { Desk } from '@server/modules/dispatch/desk.model'
import { planMorning, type Waiting } from '@server/modules/dispatch/morning/morning.policy'
import { DEFAULT_RULES } from '@shared/dispatch/default-rules'
import fc from 'fast-check'
import { aDesk, DATE, TODAY } from './board'

const GRIDS = ['880101001001001', '880101001001002', '880101001002001', '880101002001001']
const waiting = (caseId: string, from: string | null, over: Partial<Waiting> = {}): Waiting => ({
  caseId,
  from,
  pressing: false,
  wanted: { regionCode: GRIDS[0] as string, category: 'neighbour.leak' },
  rules: DEFAULT_RULES,
  exclude: new Set(from === null ? [] : [from]),
  ...over,
})
const plan = (desks: Desk[], cases: Waiting[]) => planMorning({ desks, waiting: cases, date: DATE, day: TODAY, middleOf: () => undefined })
const short = (desks: Desk[], cases: Waiting[]) => plan(desks, cases).map(({ waiting: one, to }) => `${one.caseId}>${to}`)
const lying = (personId: string, count: number) => Array.from({ length: count }, (_, index) => waiting(`${personId}${index}`, personId))

describe('the morning', () => {
  test('gives what waits in the queue to desks with room, the pressing first', () => {
    const desks = [aDesk('a', { capacity: 1 })]
    expect(short(desks, [waiting('1', null), waiting('2', null, { pressing: true })])).toEqual(['2>a'])
    expect(short([aDesk('full', { load: 10 })], [waiting('1', null)])).toEqual([])
  })

  test('takes from a desk above its capacity just what is too much', () => {
    const desks = [aDesk('over', { capacity: 4, load: 6 }), aDesk('free', { capacity: 12, load: 10 })]
    expect(short(desks, lying('over', 6))).toHaveLength(2)
  })

  test('takes from a desk that has a fifth more than is fair, down to that and no further', () => {
    // 12 cases for 40 places: 3 each are fair, 3.6 a fifth more.
    const desks = [aDesk('much', { load: 9 }), aDesk('b', { load: 1 }), aDesk('c', { load: 1 }), aDesk('d', { load: 1 })]
    const moves = short(desks, lying('much', 9))
    expect(moves).toHaveLength(6)
    expect(['b', 'c', 'd'].map((name) => moves.filter((one) => one.endsWith(`>${name}`)).length)).toEqual([2, 2, 2])
  })

  test('leaves accepted cases, and what nobody else may take, where they are', () => {
    const desks = [aDesk('much', { load: 9 }), aDesk('b'), aDesk('closed', { open: false })]
    expect(short(desks, [])).toEqual([])
    expect(short(desks, [waiting('1', 'much', { exclude: new Set(['much', 'b']) })])).toEqual([])
    expect(short(desks, lying('much', 2))).toHaveLength(2)
  })

  test('empties the desk of somebody who is away, as far as cases are not accepted', () => {
    const desks = [aDesk('away', { load: 2, absences: [{ from: DATE, until: DATE }] }), aDesk('b', { load: 1 }), aDesk('c', { load: 4 })]
    expect(short(desks, lying('away', 2))).toEqual(['away0>b', 'away1>b'])
  })
})

const city = fc
  .record({
    desks: fc.array(
      fc.record({
        region: fc.constantFrom(...GRIDS.flatMap((code) => [code, code.slice(0, 12), code.slice(0, 9), '880101'])),
        named: fc.boolean(),
        capacity: fc.integer({ min: 1, max: 12 }),
        open: fc.boolean(),
        accepted: fc.integer({ min: 0, max: 8 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    cases: fc.array(
      fc.record({
        at: fc.option(fc.nat()),
        region: fc.constantFrom(...GRIDS),
        category: fc.constantFrom('neighbour.leak', 'family.support'),
        pressing: fc.boolean(),
        barred: fc.option(fc.nat()),
      }),
      { maxLength: 30 },
    ),
  })
  .map(({ desks, cases }) => {
    const idOf = (at: number) => `d${at % desks.length}`
    const waits = cases.map(({ at, region, category, pressing, barred }, index) =>
      waiting(`c${index}`, at === null ? null : idOf(at), {
        pressing,
        wanted: { regionCode: region, category },
        exclude: new Set([...(at === null ? [] : [idOf(at)]), ...(barred === null ? [] : [idOf(barred)])]),
      }),
    )
    const made = desks.map(({ region, named, accepted, ...rest }, index) => {
      const load = accepted + waits.filter((one) => one.from === `d${index}`).length
      return aDesk(`d${index}`, { ...rest, regionCodes: [region], categories: named ? ['neighbour'] : [], load })
    })
    return { desks: made, waits }
  })

const carriedOut = (desks: Desk[], moves: ReturnType<typeof plan>): Desk[] =>
  desks.map((desk) => {
    const came = moves.filter((move) => move.to === desk.personId).length
    const went = moves.filter((move) => move.waiting.from === desk.personId).length
    const load = desk.load + came - went
    return { ...desk, load, room: desk.capacity - load }
  })

describe('whatever the city', () => {
  test('a case goes only to whoever serves its place, takes its category, is there, and may have it; at most once', () => {
    fc.assert(
      fc.property(city, ({ desks, waits }) => {
        const moves = plan(desks, waits)
        expect(new Set(moves.map((move) => move.waiting.caseId)).size).toBe(moves.length)
        for (const { waiting: one, to } of moves) {
          const desk = desks.find(({ personId }) => personId === to)
          expect(desk?.open).toBe(true)
          expect(desk?.regionCodes.some((code) => one.wanted.regionCode.startsWith(code))).toBe(true)
          expect(desk?.categories.length === 0 || one.wanted.category.startsWith('neighbour')).toBe(true)
          expect(one.exclude.has(to)).toBe(false)
        }
      }),
    )
  })

  test('nobody comes to have more than they hold, and nothing is left in the queue for which somebody has room', () => {
    fc.assert(
      fc.property(city, ({ desks, waits }) => {
        const moves = plan(desks, waits)
        const now = carriedOut(desks, moves)
        for (const desk of now) if (moves.some((move) => move.to === desk.personId)) expect(desk.load).toBeLessThanOrEqual(desk.capacity)
        const queued = waits.filter((one) => one.from === null && !moves.some((move) => move.waiting === one))
        for (const one of queued)
          for (const desk of now)
            if (
              desk.open &&
              !one.exclude.has(desk.personId) &&
              one.wanted.regionCode.startsWith(desk.regionCodes[0] as string) &&
              (desk.categories.length === 0 || one.wanted.category.startsWith('neighbour'))
            )
              expect(desk.room).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('among colleagues of one region each gives away just what is above a fifth more than fair, if others can take it', () => {
    const rows = fc.array(fc.record({ capacity: fc.integer({ min: 1, max: 20 }), load: fc.integer({ min: 0, max: 24 }) }), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(rows, (given) => {
        const desks = given.map((row, index) => aDesk(`d${index}`, row))
        const moves = plan(
          desks,
          desks.flatMap((desk) => lying(`${desk.personId}`, desk.load)),
        )
        const [load, capacity] = [desks, desks].map((all, which) => all.reduce((sum, one) => sum + (which ? one.capacity : one.load), 0))
        for (const desk of desks) {
          const fair = ((load ?? 0) * desk.capacity) / (capacity ?? 1)
          const most = Math.min(desk.capacity, Math.max(1, Math.floor(fair * 1.2)))
          const gave = moves.filter((move) => move.waiting.from === desk.personId).length
          const got = moves.filter((move) => move.to === desk.personId).length
          expect(gave).toBeLessThanOrEqual(Math.max(0, desk.load - most))
          expect(got === 0 || desk.load + got <= most).toBe(true)
        }
      }),
    )
  })

  test('planned again after it was carried out, it moves nothing more', () => {
    fc.assert(
      fc.property(city, ({ desks, waits }) => {
        const moves = plan(desks, waits)
        const now = waits.map((one) => {
          const move = moves.find(({ waiting: other }) => other === one)
          return move ? { ...one, from: move.to, exclude: new Set([...one.exclude, move.to]) } : one
        })
        expect(plan(carriedOut(desks, moves), now)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})
