import { instantAt, isHoliday, isWorkingDay, localDate, toLocalIso } from '@server/modules/deadlines'
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
  })

  test('never overlap, keep the notice, the horizon, holidays and days off, whatever the plan', () => {
    const days = fc.integer({ min: 0, max: 364 })
    fc.assert(
      fc.property(plans, days, (plan, day) => {
        expect(WorkingPlan.safeParse(plan).success).toBe(true)
        const now = new Date(instantAt(20_454, 0).getTime() + day * 86_400_000 + 8 * 3_600_000)
        const slots = planSlots({ plan, from: now, to: new Date(now.getTime() + 40 * 86_400_000), now })
        const wrong = slots.filter(({ startsAt, endsAt }, index) => {
          const before = slots[index - 1]?.endsAt.getTime() ?? 0
          const date = localDate(startsAt)
          return (
            startsAt.getTime() < Math.max(before, now.getTime() + plan.noticeHours * 3_600_000) ||
            startsAt.getTime() >= now.getTime() + 31 * 86_400_000 ||
            endsAt.getTime() - startsAt.getTime() !== plan.sessionMinutes * 60_000 ||
            isHoliday(date) ||
            plan.daysOff.includes(date)
          )
        })
        expect(wrong).toEqual([])
        for (const slot of slots.slice(-3)) expect(slotAt({ plan, startsAt: slot.startsAt, now })).toEqual(slot)
      }),
      { numRuns: 200 },
    )
  })
  test('a holiday is never a working day', () => {
    for (let day = 20_089; day < 20_819; day += 1) {
      const date = new Date(day * 86_400_000).toISOString().slice(0, 10)
      if (isHoliday(date)) expect(isWorkingDay(date)).toBe(false)
    }
  })
})
