import { shadeOf } from '@/features/insight/list/draw-map'
import { chanceWords, dayName, spanOn, whyWords } from '@/features/insight/words'

const signal = { kind: 'emerging', expected: 2.04, observed: 11, p: 0.0004 } as const

describe('The words of a signal', () => {
  it('say how unlikely chance is, never more certain than the number', () => {
    expect(chanceWords(0.34)).toBe('约 34%')
    expect(chanceWords(0.05)).toBe('不到十分之一')
    expect(chanceWords(0.009)).toBe('不到百分之一')
    expect(chanceWords(0.0004)).toBe('不到千分之一')
    expect(chanceWords(0)).toBe('不到百万分之一')
  })
  it('tell what was expected and what came', () => {
    expect(whyWords(signal as never)).toBe('人最多的那几天，照往常约 2 人说起；实际来了 11 人。纯属巧合的可能：不到千分之一。')
    expect(whyWords({ ...signal, expected: 0.4 } as never)).toContain('照往常不到 1 人说起')
  })
  it('name the year only when it is another', () => {
    expect(dayName('2026-11-03', '2026')).toBe('11月3日')
    expect(dayName('2025-11-03', '2026')).toBe('2025年11月3日')
  })
})

describe('The time line', () => {
  it('ends today, and cuts off what lies before it', () => {
    const card = { firstAt: '2020-01-01', latestAt: '2026-11-26', raisedAt: '2026-11-26' }
    const { left, width, raised } = spanOn(card, '2026-11-26', 26)
    expect([left, width]).toEqual([0, 100])
    expect(raised).toBeGreaterThan(99)
  })
  it('shows a single day, too', () => {
    const { width } = spanOn({ firstAt: '2026-11-01', latestAt: '2026-11-01', raisedAt: '2026-11-01' }, '2026-11-26', 26)
    expect(width).toBeGreaterThanOrEqual(1.5)
  })
})

describe('The map', () => {
  it('is darkest where most people are, and never pale where somebody is', () => {
    expect(shadeOf(0, 10)).toBe(shadeOf(undefined, 10))
    expect(shadeOf(null, 10)).not.toBe(shadeOf(0, 10))
    expect(shadeOf(10, 10)).not.toBe(shadeOf(5, 10))
  })
})
