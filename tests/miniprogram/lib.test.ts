import { isRoleCode } from '@/features/parties/join-link'
import { fromGcj02, toGcj02 } from '@/lib/gcj02'
import { wordsFrom } from '@/lib/navigate'
import { ApiProblem, NetworkError, wordsOf } from '@/lib/problem'
import { clockOf, dayWords, elapsed, fullTimeWords, remaining, timeWords } from '@/lib/time'
import { encodeWav } from '@/lib/wav'

const now = Date.parse('2026-11-25T15:00:00+08:00')

test('what went wrong is said as exactly as the service says it', () => {
  const problem = { type: 'about:blank', status: 409, code: 'conflict', title: '与现有内容冲突' }
  const field = { path: 'leadId', code: 'not_open', message: '这件事已经办完' }
  expect(wordsOf(new ApiProblem(problem))).toBe('与现有内容冲突')
  expect(wordsOf(new ApiProblem({ ...problem, detail: '您还有没有办完的事项' }))).toBe('您还有没有办完的事项')
  expect(wordsOf(new ApiProblem({ ...problem, errors: [field] }))).toBe('这件事已经办完')
  expect(wordsOf(new NetworkError())).toContain('网络')
  expect(wordsOf(new TypeError('x is undefined'))).not.toContain('undefined')
})

describe('time in words', () => {
  test.each([
    ['2026-11-25T00:10:00+08:00', '今天'],
    ['2026-11-26T23:59:00+08:00', '明天'],
    ['2026-11-27T01:00:00+08:00', '后天'],
    ['2026-11-24T12:00:00+08:00', '昨天'],
    ['2026-11-28T12:00:00+08:00', '周六'],
    ['2026-12-03T12:00:00+08:00', '12月3日'],
    ['2025-12-03T12:00:00+08:00', '2025年12月3日'],
  ])('%s is %s', (at, words) => {
    expect(dayWords(at, now)).toBe(words)
  })

  test('is the city’s, whatever zone an instant is written in', () => {
    expect(clockOf('2026-11-25T16:30:00Z')).toBe('00:30')
    expect(timeWords('2026-11-25T16:30:00Z', now)).toBe('明天 00:30')
    expect(fullTimeWords('2026-12-03T06:30:00Z')).toBe('12月3日 周四 14:30')
  })

  test('tells what is left of a deadline, and what is over', () => {
    expect(remaining('2026-11-28T16:00:00+08:00', now)).toEqual({ words: '还有 3 天', state: 'fine' })
    expect(remaining('2026-11-25T18:00:00+08:00', now)).toEqual({ words: '还有 3 小时', state: 'soon' })
    expect(remaining('2026-11-25T15:00:20+08:00', now)).toEqual({ words: '还有 1 分钟', state: 'soon' })
    expect(remaining('2026-11-25T13:00:00+08:00', now)).toEqual({ words: '已超 2 小时', state: 'late' })
  })

  test('a share that has passed stays between nothing and all', () => {
    expect(elapsed('2026-11-25T14:00:00+08:00', '2026-11-25T18:00:00+08:00', now)).toBe(0.25)
    expect(elapsed('2026-11-20T14:00:00+08:00', '2026-11-21T18:00:00+08:00', now)).toBe(1)
  })
})

test('shifted coordinates come back to where they were, to a metre', () => {
  for (const point of [
    [120.15, 30.28],
    [113.26, 23.13],
    [87.6, 43.8],
  ] as [number, number][]) {
    const [lng, lat] = fromGcj02(toGcj02(point))
    expect(Math.hypot(lng - point[0], lat - point[1])).toBeLessThan(1e-5)
  }
  // WeChat's maps are some hundred metres off
  expect(Math.hypot(toGcj02([120.15, 30.28])[0] - 120.15, toGcj02([120.15, 30.28])[1] - 30.28)).toBeGreaterThan(1e-3)
})

test('a recording is a WAV file, 16 bit, mono', () => {
  const bytes = Buffer.from(encodeWav(new Float32Array([0, 1, -1, 2]), 16_000))
  expect(bytes.toString('latin1', 0, 4)).toBe('RIFF')
  expect(bytes.toString('latin1', 8, 16)).toBe('WAVEfmt ')
  expect(bytes.readUInt16LE(22)).toBe(1)
  expect(bytes.readUInt32LE(24)).toBe(16_000)
  expect([0, 2, 4, 6].map((at) => bytes.readInt16LE(44 + at))).toEqual([0, 32_767, -32_767, 32_767])
})

test('an eight-letter code is for a role, a longer one for a case', () => {
  expect(isRoleCode('ABCD 2345')).toBe(true)
  expect(isRoleCode('k3JdE8sLq0PzXw7Rt5Yb2NcA')).toBe(false)
})

test('words come out of an address as they went in, and what is no address stays as it is', () => {
  expect(wordsFrom(encodeURIComponent('北街停水 50%'))).toBe('北街停水 50%')
  expect(wordsFrom('停水 50%')).toBe('停水 50%')
  expect(wordsFrom(undefined)).toBeUndefined()
})
