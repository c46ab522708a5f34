import { pausesSince, pauseWords } from '@/features/cases/clock'
import { chipWords, nextOf } from '@/features/cases/next'
import { caseView } from './fixtures'

const now = Date.parse('2026-11-26T10:00:00+08:00')

describe('a case that is handled together with others', () => {
  const merged = caseView({ status: 'suspended', merged: true })

  test('is not called stopped', () => {
    expect(nextOf(merged).title).toBe('和别人反映的同一件事合并办理')
    expect(chipWords(merged)).toEqual({ words: '合并办理' })
  })

  test('is an ordinary one again as soon as it goes on, and a stopped one stays a stopped one', () => {
    expect(chipWords({ ...merged, status: 'resolved' })).toEqual({})
    expect(nextOf(caseView({ status: 'suspended' })).title).toBe('暂时停下来了')
  })
})

describe('when the clock stood still', () => {
  const pause = (from: string, to: string | null) => ({ from: `${from}T10:00:00+08:00`, to: to && `${to}T10:00:00+08:00` })

  test('is told as long as it does, and counted afterwards', () => {
    expect(pauseWords([], now)).toBe('')
    expect(pauseWords([pause('2026-11-20', '2026-11-22'), pause('2026-11-25', null)], now)).toBe('昨天起暂停，停的时候不算时间')
    expect(pauseWords([pause('2026-11-10', '2026-11-12'), pause('2026-11-20', '2026-11-23')], now)).toBe(
      '中间停过 2 次，共 5 天，已经往后顺延',
    )
  })

  test('is nothing to tell when it was for less than a day, or before what is awaited now', () => {
    expect(pauseWords([{ from: '2026-11-25T10:00:00+08:00', to: '2026-11-25T11:00:00+08:00' }], now)).toBe('')
    const [before, during] = [pause('2026-11-10', '2026-11-12'), pause('2026-11-20', '2026-11-23')]
    expect(pausesSince([before, during], '2026-11-15T10:00:00+08:00')).toEqual([during])
    expect(pausesSince([pause('2026-11-10', null)], '2026-11-15T10:00:00+08:00')).toHaveLength(1)
  })
})
