import { addWorkingHours, dueAt, isWorkingDay, warnAt } from '@server/modules/deadlines'
import { setRules } from '@server/modules/deadlines/rules'
import { runningBetween } from '@server/modules/deadlines/running-time'
import { setCalendars } from '@server/modules/deadlines/working-days'
import { DEFAULT_RULES } from '@shared/deadlines/limits'
import { type DeadlineRules, UNITS } from '@shared/deadlines/schemas'
import fc from 'fast-check'
import { slowDueAt } from './slow-reference'

const MINUTE = 60_000
const HOURS: DeadlineRules['officeHours'][] = [
  DEFAULT_RULES.officeHours,
  [{ from: '08:30', to: '17:30' }],
  [
    { from: '08:00', to: '11:30' },
    { from: '13:30', to: '16:00' },
    { from: '16:30', to: '19:45' },
  ],
]

afterEach(() => {
  setCalendars([])
  setRules(new Map(), 0)
})

const MOST = { hours: 150, workingHours: 60, workingDays: 15, calendarDays: 25 } as const
const limits = fc.constantFrom(...UNITS).chain((unit) => fc.integer({ min: 1, max: MOST[unit] }).map((amount) => ({ amount, unit })))
const minutes = (from: string, to: string) =>
  fc.integer({ min: Date.parse(from) / MINUTE, max: Date.parse(to) / MINUTE }).map((minute) => new Date(minute * MINUTE))
/** Pauses of a minute to ten days, some before the start, some in each other's way. */
const pausesAfter = (from: Date) =>
  fc.array(
    fc.record({ after: fc.integer({ min: -2000, max: 40_000 }), length: fc.integer({ min: 1, max: 14_400 }) }).map(({ after, length }) => {
      const start = from.getTime() + after * MINUTE
      return { from: new Date(start), to: new Date(start + length * MINUTE) }
    }),
    { maxLength: 3 },
  )
const terms = (starts: fc.Arbitrary<Date>) =>
  starts.chain((from) =>
    fc.record({ from: fc.constant(from), limit: limits, pauses: pausesAfter(from), extraDays: fc.constantFrom(0, 0, 1, 2, 5, 10) }),
  )

/** Days off and days in lieu as no council would set them. */
const calendars = fc
  .uniqueArray(fc.integer({ min: 0, max: 364 }), { minLength: 0, maxLength: 60 })
  .map((days) => days.map((day) => new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10)))
  .map((dates) => ({
    year: 2027,
    holidays: dates.filter((_, index) => index % 2 === 0),
    workdays: dates.filter((_, index) => index % 2 === 1),
  }))

describe('a due date', () => {
  test('is the one that a walk minute by minute comes to, around 春节 and 国庆', () => {
    const starts = fc.oneof(minutes('2026-01-20T00:00Z', '2026-03-05T00:00Z'), minutes('2026-09-10T00:00Z', '2026-10-15T00:00Z'))
    fc.assert(
      fc.property(terms(starts), (one) => {
        expect(dueAt(one).toISOString()).toBe(slowDueAt({ ...one, works: isWorkingDay, office: DEFAULT_RULES.officeHours }).toISOString())
      }),
      { numRuns: 400 },
    )
  })
  test('is so with any calendar and any opening hours', () => {
    fc.assert(
      fc.property(
        terms(minutes('2027-01-02T00:00Z', '2027-09-01T00:00Z')),
        calendars,
        fc.constantFrom(...HOURS),
        (one, calendar, office) => {
          setCalendars([calendar])
          setRules(new Map([[3, { ...DEFAULT_RULES, officeHours: office }]]), 3)
          expect(dueAt({ ...one, version: 3 }).toISOString()).toBe(slowDueAt({ ...one, works: isWorkingDay, office }).toISOString())
        },
      ),
      { numRuns: 200 },
    )
  })
  test('never comes earlier by a pause or an extension, and never falls into a pause', () => {
    fc.assert(
      fc.property(terms(minutes('2026-01-20T00:00Z', '2026-10-15T00:00Z')), (one) => {
        const due = dueAt(one)
        expect(due >= dueAt({ ...one, pauses: [] })).toBe(true)
        expect(due >= dueAt({ ...one, extraDays: 0 })).toBe(true)
        expect(one.pauses.some(({ from, to }) => from < due && due < to)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
  test('is warned of when the share of running time is left that the rules say', () => {
    fc.assert(
      fc.property(terms(minutes('2026-01-20T00:00Z', '2026-10-15T00:00Z')), (one) => {
        const due = dueAt(one)
        const warning = warnAt({ ...one, due })
        const office = one.limit.unit === 'hours' || one.limit.unit === 'calendarDays' ? null : DEFAULT_RULES.officeHours
        const clock = { from: one.from, pauses: one.pauses, office }
        const [gone, whole] = [runningBetween({ ...clock, to: warning }), runningBetween({ ...clock, to: due })]
        expect(warning <= due).toBe(true)
        expect(Math.abs(gone - whole * (1 - DEFAULT_RULES.yellowShare))).toBeLessThan(2)
      }),
      { numRuns: 300 },
    )
  })
})

test('working hours pass only while offices are open', () => {
  const at = (text: string) => new Date(`${text}+08:00`)
  expect(addWorkingHours({ from: at('2026-03-09T09:00'), hours: 7 })).toEqual(at('2026-03-09T18:00'))
  expect(addWorkingHours({ from: at('2026-03-09T11:30'), hours: 1 })).toEqual(at('2026-03-09T14:30'))
  expect(addWorkingHours({ from: at('2026-03-06T17:00'), hours: 2 })).toEqual(at('2026-03-09T10:00'))
  expect(addWorkingHours({ from: at('2026-02-14T17:30'), hours: 1 })).toEqual(at('2026-02-24T09:30'))
})
