import { dateOfDay, dayNumberOf, isWorkingDay, timeWords, toLocalIso } from '@server/modules/deadlines'
import { afterQuiet, nextDigest } from '@server/modules/notifications/hours'
import { fill } from '@server/modules/notifications/templates'
import { TEMPLATES } from '@shared/notifications/schemas'
import fc from 'fast-check'
import { badField } from '../../../double/fields'

const letters = new Intl.Segmenter('zh', { granularity: 'grapheme' })
const anything = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('', '  \n ', '\ud83d', '👨‍👩‍👧‍👦'.repeat(9), '桥头村三组路口的路灯坏了，一到晚上就看不清路'),
)
const at = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
const time = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)

/** The values that some template takes; those that it does not know are left out. */
const filled = (template: (typeof TEMPLATES)[number], words: string, instant: Date) =>
  fill({
    template,
    values: {
      title: words,
      state: words,
      hint: words,
      number: words,
      about: words,
      who: words,
      place: words,
      text: words,
      time: timeWords(instant),
    },
  } as never)

describe('the fields of a message', () => {
  it('fit WeChat whatever is put into them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEMPLATES), anything, at, (template, words, instant) => {
        const data = filled(template, words, instant)
        expect(badField(data)).toBeUndefined()
        for (const { value } of Object.values(data)) expect(value.length).toBeLessThanOrEqual(32)
      }),
      { numRuns: 2000 },
    )
  })
  it('are cut between characters, with an ellipsis, and never in the middle of one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (words) => {
        const clean = words.replace(/[\s\p{Cc}]+/gu, ' ').trim()
        const value = filled('notice', words, new Date(0)).thing1?.value ?? ''
        if (clean.length <= 20) return expect(value).toBe(clean || '—')
        expect(value.endsWith('…')).toBe(true)
        const kept = [...letters.segment(value.slice(0, -1))].map((one) => one.segment)
        expect([...letters.segment(clean)].slice(0, kept.length).map((one) => one.segment)).toEqual(kept)
      }),
    )
  })
  it('end before a comma rather than after it', () => {
    expect(filled('notice', '楼上装修漏水泡坏了客厅天花板和地板，，找了三次', new Date(0)).thing1?.value).toBe(
      '楼上装修漏水泡坏了客厅天花板和地板…',
    )
  })
})

const inside = (instant: Date, from: string, to: string): boolean => {
  const now = toLocalIso(instant).slice(11, 16)
  return from < to ? from <= now && now < to : now >= from || now < to
}

describe('quiet hours', () => {
  it('end at the next time of their end, and only for who is within them', () => {
    fc.assert(
      fc.property(at, time, time, (instant, from, to) => {
        fc.pre(from !== to)
        const after = afterQuiet(instant, { from, to })
        if (!inside(instant, from, to)) return expect(after).toEqual(instant)
        expect(toLocalIso(after).slice(11, 16)).toBe(to)
        expect(after.getTime() - instant.getTime()).toBeGreaterThan(0)
        expect(after.getTime() - instant.getTime()).toBeLessThanOrEqual(86_400_000)
        expect(inside(after, from, to)).toBe(false)
      }),
    )
  })
  it('are none where somebody wants none', () => {
    const night = new Date('2026-11-26T23:30:00+08:00')
    expect(afterQuiet(night, null)).toBe(night)
    expect(toLocalIso(afterQuiet(night, { from: '22:00', to: '07:00' }))).toBe('2026-11-27T07:00:00.000+08:00')
  })
})

describe('a digest', () => {
  it('comes at its time of the next working day', () => {
    fc.assert(
      fc.property(at, time, (instant, digestAt) => {
        const next = nextDigest(instant, digestAt)
        expect(next.getTime()).toBeGreaterThan(instant.getTime())
        expect(toLocalIso(next).slice(11, 16)).toBe(digestAt)
        expect(isWorkingDay(dateOfDay(dayNumberOf(next)))).toBe(true)
        for (let day = dayNumberOf(instant) + 1; day < dayNumberOf(next); day += 1) expect(isWorkingDay(dateOfDay(day))).toBe(false)
      }),
    )
  })
  it('leaves out the Spring Festival', () => {
    expect(toLocalIso(nextDigest(new Date('2026-02-14T18:00:00+08:00'), '08:30'))).toBe('2026-02-24T08:30:00.000+08:00')
  })
})
