import { instantAt, isHoliday, isWorkingDay, localDate, toLocalIso, useTimeZone } from '@server/modules/deadlines'
import { planSlots, slotAt } from '@server/modules/mediation/plan-slots'
import { DEFAULT_PLAN } from '@server/modules/mediation/working-plan.model'
import { WorkingPlan } from '@shared/mediation/schemas'
import fc from 'fast-check'

const at = (text: string) => new Date(`${text}+08:00`)
const between = (from: string, to: string, plan = DEFAULT_PLAN) =>
  planSlots({ plan, from: at(`${from}T00:00`), to: at(`${to}T23:59`), now: at(`${from}T00:00`) }).map((slot) =>
    toLocalIso(slot.startsAt).slice(0, 16),
  )

describe('the sessions that a plan allows', () => {
  test('are none on holidays, even for who works on Saturdays', () => {
    const plan = { ...DEFAULT_PLAN, hours: [...DEFAULT_PLAN.hours, { weekday: 6, from: '09:00', to: '10:00' }] }
    expect(between('2026-10-01', '2026-10-07', plan)).toEqual([])
    expect(between('2026-03-14', '2026-03-15', plan)).toEqual(['2026-03-14T09:00'])
  })
  test('on a Saturday worked in lieu are those of a Monday, or its own', () => {
    expect(between('2026-02-14', '2026-02-14')).toHaveLength(6)
    const plan = { ...DEFAULT_PLAN, hours: [...DEFAULT_PLAN.hours, { weekday: 6, from: '09:00', to: '10:00' }] }
    expect(between('2026-02-14', '2026-02-14', plan)).toEqual(['2026-02-14T09:00'])
  })

  const time = fc.integer({ min: 0, max: 95 }).map((quarter) => {
    const two = (value: number) => String(value).padStart(2, '0')
    return `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`
  })
  const hours = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), from: time, to: time }).filter(({ from, to }) => from < to)
  const plans = fc.record({
    hours: fc.array(hours, { maxLength: 28 }),
    sessionMinutes: fc.integer({ min: 1, max: 16 }).map((quarters) => quarters * 15),
    noticeHours: fc.integer({ min: 0, max: 168 }),
    daysOff: fc.array(fc.constantFrom<string>('2026-02-10', '2026-03-03', '2026-10-10'), { maxLength: 3 }),
    exceptions: fc.array(
      fc.record({
        date: fc.constantFrom<string>('2026-02-11', '2026-03-03', '2026-05-02', '2026-10-11'),
        hours: fc.array(
          fc.record({ from: time, to: time }).filter(({ from, to }) => from < to),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 3 },
    ),
    bufferBefore: fc.integer({ min: 0, max: 8 }).map((quarters) => quarters * 15),
    bufferAfter: fc.integer({ min: 0, max: 8 }).map((quarters) => quarters * 15),
    horizonDays: fc.integer({ min: 1, max: 92 }),
  })

  test('never overlap, keep the buffers, the notice, the horizon, holidays and days off, whatever the plan', () => {
    const days = fc.integer({ min: 0, max: 364 })
    fc.assert(
      fc.property(plans, days, (plan, day) => {
        expect(WorkingPlan.safeParse(plan).success).toBe(true)
        const now = new Date(instantAt(20_454, 0).getTime() + day * 86_400_000 + 8 * 3_600_000)
        const gap = (plan.bufferBefore + plan.bufferAfter) * 60_000
        const slots = planSlots({ plan, from: now, to: new Date(now.getTime() + 100 * 86_400_000), now })
        const wrong = slots.filter(({ startsAt, endsAt }, index) => {
          const before = (slots[index - 1]?.endsAt.getTime() ?? 0) + gap
          const date = localDate(startsAt)
          return (
            startsAt.getTime() < Math.max(before, now.getTime() + plan.noticeHours * 3_600_000) ||
            startsAt.getTime() >= now.getTime() + plan.horizonDays * 86_400_000 ||
            endsAt.getTime() - startsAt.getTime() !== plan.sessionMinutes * 60_000 ||
            (isHoliday(date) && !plan.exceptions.some((one) => one.date === date)) ||
            plan.daysOff.includes(date)
          )
        })
        expect(wrong).toEqual([])
        for (const slot of slots.slice(-3)) expect(slotAt({ plan, startsAt: slot.startsAt, now })).toEqual(slot)
      }),
      { numRuns: 200 },
    )
  })
  test('stand further apart by the buffers, and the evening does not reach into the night', () => {
    const hours = [{ weekday: 1, from: '09:00', to: '12:00' }]
    expect(between('2026-03-09', '2026-03-09', { ...DEFAULT_PLAN, hours, bufferBefore: 15, bufferAfter: 30 })).toEqual([
      '2026-03-09T09:00',
      '2026-03-09T10:45',
    ])
    const night = [
      { weekday: 1, from: '22:00', to: '23:45' },
      { weekday: 2, from: '00:00', to: '04:00' },
    ]
    expect(between('2026-03-09', '2026-03-10', { ...DEFAULT_PLAN, hours: night, bufferAfter: 90 })).toEqual([
      '2026-03-09T22:00',
      '2026-03-10T02:30',
    ])
  })
  test('on a day with hours of its own are those, also on a holiday; without hours there are none', () => {
    const exceptions = [
      { date: '2026-10-03', hours: [{ from: '10:00', to: '11:00' }] },
      { date: '2026-10-09', hours: [] },
    ]
    expect(between('2026-10-01', '2026-10-07', { ...DEFAULT_PLAN, exceptions })).toEqual(['2026-10-03T10:00'])
    expect(between('2026-10-09', '2026-10-09', { ...DEFAULT_PLAN, exceptions })).toEqual([])
    expect(between('2026-10-03', '2026-10-03', { ...DEFAULT_PLAN, exceptions, daysOff: ['2026-10-03'] })).toEqual([])
  })
  test('are none in the past, whatever a plan of last year says', () => {
    const plan = { ...DEFAULT_PLAN, exceptions: [{ date: '2025-03-10', hours: [{ from: '09:00', to: '12:00' }] }] }
    const lastYear = { from: at('2025-03-01T00:00'), to: at('2025-03-31T00:00') }
    expect(planSlots({ plan, ...lastYear, now: at('2026-03-09T08:00') })).toEqual([])
    expect(slotAt({ plan, startsAt: at('2025-03-10T09:00'), now: at('2026-03-09T08:00') })).toBeUndefined()
  })

  describe('in a city whose clocks change', () => {
    beforeAll(() => useTimeZone('America/New_York'))
    afterAll(() => useTimeZone('Asia/Shanghai'))
    const night = { ...DEFAULT_PLAN, noticeHours: 0, hours: [{ weekday: 7, from: '00:00', to: '05:00' }] }
    const on = (date: string) => {
      const from = new Date(`${date}T00:00:00Z`)
      return planSlots({ plan: night, from, to: new Date(from.getTime() + 2 * 86_400_000), now: from }).map((slot) => [
        toLocalIso(slot.startsAt).slice(11, 16) + toLocalIso(slot.startsAt).slice(23),
        (slot.endsAt.getTime() - slot.startsAt.getTime()) / 60_000,
      ])
    }
    test('the hour that is skipped has no session', () => {
      expect(on('2026-03-08')).toEqual([
        ['00:00-05:00', 60],
        ['01:00-05:00', 60],
        ['03:00-04:00', 60],
        ['04:00-04:00', 60],
      ])
    })
    test('the hour that comes twice has two, each an hour long', () => {
      expect(on('2026-11-01')).toEqual([
        ['00:00-04:00', 60],
        ['01:00-04:00', 60],
        ['01:00-05:00', 60],
        ['02:00-05:00', 60],
        ['03:00-05:00', 60],
        ['04:00-05:00', 60],
      ])
    })
    test('sessions never overlap and keep their length all the year', () => {
      fc.assert(
        fc.property(plans, fc.integer({ min: 0, max: 364 }), (plan, day) => {
          const now = new Date(Date.UTC(2026, 0, 1 + day))
          const slots = planSlots({ plan, from: now, to: new Date(now.getTime() + 10 * 86_400_000), now })
          const wrong = slots.filter(
            ({ startsAt, endsAt }, index) =>
              endsAt.getTime() - startsAt.getTime() !== plan.sessionMinutes * 60_000 ||
              startsAt.getTime() < (slots[index - 1]?.endsAt.getTime() ?? 0) + (plan.bufferBefore + plan.bufferAfter) * 60_000,
          )
          expect(wrong).toEqual([])
        }),
        { numRuns: 100 },
      )
    })
  })
  test('in a zone three quarters of an hour off, sessions begin on the quarter there', () => {
    useTimeZone('Asia/Kathmandu')
    try {
      const now = new Date('2026-03-09T00:00:00Z')
      const [first] = planSlots({ plan: DEFAULT_PLAN, from: now, to: new Date(now.getTime() + 86_400_000), now })
      expect(first && toLocalIso(first.startsAt)).toBe('2026-03-09T10:00:00.000+05:45')
    } finally {
      useTimeZone('Asia/Shanghai')
    }
  })
  test('a holiday is never a working day', () => {
    for (let day = 20_089; day < 20_819; day += 1) {
      const date = new Date(day * 86_400_000).toISOString().slice(0, 10)
      if (isHoliday(date)) expect(isWorkingDay(date)).toBe(false)
    }
  })
})
