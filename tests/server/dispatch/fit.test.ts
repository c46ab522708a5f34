import { kilometres, rankDesks, type Wanted } from '@server/modules/dispatch/fit/fit'
import { DEFAULT_RULES } from '@shared/dispatch/default-rules'
import { FIT_PARTS } from '@shared/dispatch/routing'
import fc from 'fast-check'
import { aBoard, aDesk, DATE, TODAY } from './board'

const GRID = '880101001001001'
const WANTED: Wanted = { regionCode: GRID, category: 'neighbour.leak' }
const NOTHING = { speciality: 0, level: 0, language: 0, distance: 0, load: 0, fairness: 0 }
type Desks = Parameters<typeof aBoard>[0]

const names = (desks: Desks, options: Partial<Parameters<typeof rankDesks>[0]> = {}): string[] =>
  rankDesks({ board: aBoard(desks), wanted: WANTED, rules: DEFAULT_RULES, date: DATE, ...options }).map((fit) => fit.place.desk.name)
const only = (part: keyof typeof NOTHING) => ({ rules: { weights: { ...NOTHING, [part]: 100 } } })

describe('who comes into question', () => {
  test('serves the place, takes the category, is there, has room, and is not left out', () => {
    const desks = [
      aDesk('fits'),
      aDesk('elsewhere', { regionCodes: ['880101002'] }),
      aDesk('higher than a county', { regionCodes: ['8801'] }),
      aDesk('other categories', { categories: ['family'] }),
      aDesk('closed', { open: false }),
      aDesk('away today', { absences: [{ from: '2024-10-01', until: DATE }] }),
      aDesk('away until yesterday', { absences: [{ from: '2024-10-01', until: '2024-10-03' }] }),
      aDesk('full', { load: 10 }),
      aDesk('left out'),
    ]
    expect(names(desks, { exclude: new Set(['left out']) }).sort()).toEqual(['away until yesterday', 'fits'])
  })

  test('is listed once, at the nearest level, however many of the regions above are served', () => {
    const [fit, ...rest] = rankDesks({
      board: aBoard([aDesk('both', { regionCodes: ['880101', '880101001', GRID] })]),
      wanted: WANTED,
      rules: DEFAULT_RULES,
      date: DATE,
    })
    expect(rest).toEqual([])
    expect(fit).toMatchObject({ code: GRID, parts: { level: 1 } })
  })

  test('may be narrowed by a rule to specialists and to levels', () => {
    const desks = [aDesk('all'), aDesk('named', { categories: ['neighbour'] }), aDesk('county', { regionCodes: ['880101'] })]
    const { weights } = DEFAULT_RULES
    expect(names(desks, { rules: { weights, specialistsOnly: true } })).toEqual(['named'])
    expect(names(desks, { rules: { weights, lengths: [6] } })).toEqual(['county'])
  })
})

describe('who fits best', () => {
  test('speciality: who has named the category before who takes all', () => {
    expect(names([aDesk('all'), aDesk('named', { categories: ['neighbour'] })], only('speciality'))[0]).toBe('named')
  })

  test('language: who speaks what was asked for; nobody is behind when nothing was', () => {
    const desks = [aDesk('a'), aDesk('hakka', { languages: ['客家话'] })]
    expect(names(desks, { ...only('language'), wanted: { ...WANTED, languages: ['客家话'] } })[0]).toBe('hakka')
    expect(names(desks, only('language'))[0]).toBe('a')
  })

  test('distance: whose smallest region lies nearer', () => {
    const desks = [aDesk('far', { regionCodes: ['880101'] }), aDesk('near', { regionCodes: ['880101001'] })]
    const board = aBoard(desks, (code) => (code === '880101001' ? [110, 30] : [110.1, 30]))
    const found = rankDesks({ board, wanted: { ...WANTED, location: [110.01, 30] }, date: DATE, ...only('distance') })
    expect(found.map((fit) => fit.place.desk.name)).toEqual(['near', 'far'])
    expect(kilometres([110, 30], [110, 31])).toBeCloseTo(111.2, 1)
  })

  test('load: who has most room for what they hold, with what is on its way', () => {
    const board = aBoard([aDesk('three of four', { capacity: 4, load: 3 }), aDesk('four of ten', { load: 4 })])
    const find = () => rankDesks({ board, wanted: WANTED, date: DATE, ...only('load') })[0]?.place
    expect(find()?.desk.name).toBe('four of ten')
    const place = find()
    if (place) place.reserved = 5
    expect(find()?.desk.name).toBe('three of four')
  })

  test('fairness: who was given less than others in the last 30 days; what is older is forgotten', () => {
    const desks = [
      aDesk('much', { days: { [TODAY]: 5, [TODAY - 29]: 5 } }),
      aDesk('long ago', { days: { [TODAY - 30]: 50 } }),
      aDesk('some', { days: { [TODAY - 3]: 4 } }),
    ]
    expect(names(desks, only('fairness'))).toEqual(['long ago', 'some', 'much'])
  })

  test('equal: the less busy, then the longest without a case', () => {
    const at = (day: number) => ({ lastAssignedAt: new Date(day * 86_400_000) })
    const desks = [aDesk('busy', { load: 1, ...at(1) }), aDesk('lately', at(9)), aDesk('long ago', at(5))]
    expect(names(desks, { rules: { weights: NOTHING } })).toEqual(['long ago', 'lately', 'busy'])
  })
})

const someDesk = fc.record({
  level: fc.constantFrom(6, 9, 12, 15),
  named: fc.boolean(),
  capacity: fc.integer({ min: 1, max: 20 }),
  load: fc.integer({ min: 0, max: 22 }),
  recent: fc.integer({ min: 0, max: 60 }),
})

test('by the usual weights the nearest level with room always comes first, whatever else speaks for others', () => {
  fc.assert(
    fc.property(fc.array(someDesk, { minLength: 1, maxLength: 12 }), (rows) => {
      const desks = rows.map(({ level, named, capacity, load, recent }, index) =>
        aDesk(`d${index}`, {
          regionCodes: [GRID.slice(0, level)],
          categories: named ? ['neighbour'] : [],
          capacity,
          load,
          days: { [TODAY]: recent },
        }),
      )
      const fits = rankDesks({ board: aBoard(desks), wanted: WANTED, rules: DEFAULT_RULES, date: DATE })
      const free = desks.filter((desk) => desk.room > 0)
      expect(fits).toHaveLength(free.length)
      const nearest = Math.max(0, ...free.map((desk) => desk.regionCodes[0]?.length ?? 0))
      if (fits[0]) expect(fits[0].code).toHaveLength(nearest)
      for (const { parts } of fits) for (const name of FIT_PARTS) expect(parts[name] >= 0 && parts[name] <= 1).toBe(true)
    }),
  )
})
