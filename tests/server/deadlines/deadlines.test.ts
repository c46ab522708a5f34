import {
  dateOfDay,
  dayNumberOf,
  dayOfDate,
  dueAt,
  instantAt,
  isWorkingDay,
  limitFor,
  loadCalendar,
  localDate,
  refreshCalendars,
  shiftDue,
  toLocalIso,
  useTimeZone,
} from '@server/modules/deadlines'
import { connect, disconnect, ensureIndexes } from '@server/platform/database'
import { uriFor } from '@tests/support/database'
import fc from 'fast-check'

afterEach(() => useTimeZone('Asia/Shanghai'))

const at = (text: string) => new Date(`${text}+08:00`)
const working = (amount: number) => ({ amount, unit: 'workingDays' as const })
const shown = (date: Date) => toLocalIso(date).slice(0, 16)

describe('working days', () => {
  test.each([
    ['2026-10-01', false, 'a holiday'],
    ['2026-02-16', false, 'a Monday of the spring festival'],
    ['2026-02-14', true, 'a Saturday worked in lieu'],
    ['2026-03-07', false, 'a Saturday'],
    ['2026-03-09', true, 'a Monday'],
    ['2027-03-06', false, 'a Saturday of a year that the library does not know'],
    ['2027-03-08', true, 'a Monday of such a year'],
  ])('%s works: %s (%s)', (date, works) => expect(isWorkingDay(date)).toBe(works))
})

describe('due dates', () => {
  test('fall on 18:00 of the nth working day after the day itself', () => {
    expect(shown(dueAt({ from: at('2026-03-09T07:00'), limit: working(1) }))).toBe('2026-03-10T18:00')
    expect(shown(dueAt({ from: at('2026-03-09T23:59'), limit: working(1) }))).toBe('2026-03-10T18:00')
    expect(shown(dueAt({ from: at('2026-03-13T10:00'), limit: working(3) }))).toBe('2026-03-18T18:00')
  })
  test('count from the next working day when they start on a day off', () =>
    expect(shown(dueAt({ from: at('2026-03-07T10:00'), limit: working(1) }))).toBe('2026-03-09T18:00'))
  test('leap over a holiday week and count the days worked in lieu', () =>
    // 13 Feb, then 14 in lieu, then nine days off.
    expect(shown(dueAt({ from: at('2026-02-13T10:00'), limit: working(2) }))).toBe('2026-02-24T18:00'))
  test('in calendar days move to a working day', () => {
    expect(shown(dueAt({ from: at('2026-09-04T10:00'), limit: { amount: 30, unit: 'calendarDays' } }))).toBe('2026-10-08T18:00')
    expect(shown(dueAt({ from: at('2026-03-02T10:00'), limit: limitFor({ deadline: 'total', kind: 'dispute', risk: 'D' }) }))).toBe(
      '2026-04-01T18:00',
    )
    expect(shown(dueAt({ from: at('2026-03-02T10:00'), limit: limitFor({ deadline: 'accept', kind: 'hazard', risk: 'D' }) }))).toBe(
      '2026-03-03T18:00',
    )
  })

  test('agree with a slow and obvious count', () => {
    const obvious = (from: Date, count: number): string => {
      let left = count
      let day = new Date(`${localDate(from)}T12:00:00Z`)
      while (left > 0) {
        day = new Date(day.getTime() + 86_400_000)
        if (isWorkingDay(day.toISOString().slice(0, 10))) left -= 1
      }
      return `${day.toISOString().slice(0, 10)}T18:00`
    }
    const instants = fc.date({ min: new Date('2005-01-01'), max: new Date('2031-12-01'), noInvalidDate: true })
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 60 }), (from, count) => {
        expect(shown(dueAt({ from, limit: working(count) }))).toBe(obvious(from, count))
      }),
    )
  })

  test('move by the working days of a pause', () => {
    const due = at('2026-03-13T18:00')
    expect(shown(shiftDue({ dueAt: due, pausedFrom: at('2026-03-09T09:00'), resumedAt: at('2026-03-09T17:00') }))).toBe('2026-03-13T18:00')
    expect(shown(shiftDue({ dueAt: due, pausedFrom: at('2026-03-09T09:00'), resumedAt: at('2026-03-11T17:00') }))).toBe('2026-03-17T18:00')
    expect(shown(shiftDue({ dueAt: due, pausedFrom: at('2026-03-13T19:00'), resumedAt: at('2026-03-20T17:00') }))).toBe('2026-03-13T18:00')
  })
})

describe('time zones', () => {
  test('convert there and back in zones with and without summer time', () => {
    for (const zone of [
      'Asia/Shanghai',
      'Europe/Berlin',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Asia/Kathmandu',
    ]) {
      useTimeZone(zone)
      const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
      fc.assert(
        fc.property(fc.date({ min: new Date('1995-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (instant) => {
          const day = dayNumberOf(instant)
          expect(dayOfDate(dateOfDay(day))).toBe(day)
          expect(shown(instant).replace('T', ' ')).toBe(format.format(instant))
          expect(new Date(toLocalIso(instant)).getTime()).toBe(instant.getTime())
          expect(shown(instantAt(day, 18 * 60))).toBe(`${dateOfDay(day)}T18:00`)
        }),
        { numRuns: 60 },
      )
    }
  })
  test('take a time that clocks skip as later', () => {
    useTimeZone('Europe/Berlin')
    expect(toLocalIso(instantAt(dayOfDate('2026-03-29'), 150))).toBe('2026-03-29T03:30:00.000+02:00')
  })
})

describe('calendars that an administrator loads', () => {
  beforeAll(async () => {
    await connect(uriFor('deadlines'))
    await ensureIndexes()
  })
  afterAll(disconnect)

  test('rule their year, and change due dates that were asked before', async () => {
    const from = at('2027-09-30T10:00')
    expect(shown(dueAt({ from, limit: working(1) }))).toBe('2027-10-01T18:00')
    await loadCalendar({ year: 2027, holidays: ['2027-10-01', '2027-10-04'], workdays: ['2027-10-09'] })
    expect(shown(dueAt({ from, limit: working(1) }))).toBe('2027-10-05T18:00')
    expect(isWorkingDay('2027-10-09')).toBe(true)
    await loadCalendar({ year: 2027, holidays: ['2027-10-01'], workdays: [] })
    await refreshCalendars()
    expect(shown(dueAt({ from, limit: working(1) }))).toBe('2027-10-04T18:00')
  })
  test('are refused with dates of another year, dates that do not exist, or days that are both', async () => {
    await expect(loadCalendar({ year: 2028, holidays: ['2027-10-01'], workdays: [] })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(loadCalendar({ year: 2027, holidays: ['2027-02-30'], workdays: [] })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(loadCalendar({ year: 2027, holidays: ['2027-05-01'], workdays: ['2027-05-01'] })).rejects.toMatchObject({
      code: 'invalid_input',
    })
  })
})
