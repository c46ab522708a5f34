import { type CaseItem, SubmitCase } from '@shared/cases/schemas'
import { splitByMarks } from '@/features/opinion/marks'
import { changeWords, countWords, heightOf, shareWords, weekWords } from '@/features/opinion/numbers'
import { shiftClock, weekDays } from '@/features/workbench/calendar/week'
import { isInRooms, stepsOf } from '@/features/workbench/case/steps'
import { bodyOf, missingIn } from '@/features/workbench/file/behalf-draft'
import { deadlineWords, dueWords, isPressing, statusWords, urgencyOf } from '@/features/workbench/urgency'

const now = Date.parse('2026-11-25T15:00:00+08:00')
const HOUR = 3_600_000
const due = (hours: number) => ({ deadline: new Date(now + hours * HOUR).toISOString() })

const item = (over: Partial<CaseItem>): CaseItem => ({
  id: 'c1',
  number: '2611-000347-8',
  kind: 'dispute',
  category: 'neighbour.leak',
  title: '楼上漏水',
  status: 'assigned',
  revision: 1,
  regionCode: '880101001001',
  assignee: null,
  deadline: null,
  light: 'none',
  risk: 'D',
  merged: false,
  createdAt: '2026-11-24T10:00:00+08:00',
  updatedAt: '2026-11-24T10:00:00+08:00',
  booking: null,
  feedback: null,
  can: [],
  ...over,
})

describe('the inbox', () => {
  test('is late only after the deadline, and soon within two days', () => {
    expect([-1, 1, 47, 49].map((hours) => urgencyOf(due(hours), now))).toEqual(['late', 'soon', 'soon', 'fine'])
    expect(urgencyOf({ deadline: null }, now)).toBe('none')
  })

  test('takes the light that the service gives, whatever this telephone thinks the time is', () => {
    expect(urgencyOf({ ...due(100), light: 'red' }, now)).toBe('late')
    expect(urgencyOf({ ...due(100), light: 'yellow' }, now)).toBe('soon')
    expect(urgencyOf({ ...due(-1), light: 'none' }, now)).toBe('none')
    expect(deadlineWords({ deadline: new Date(Date.now() + 100 * HOUR).toISOString(), light: 'yellow' })).toBe('快到期 · 还有 4 天')
  })

  test('says what waits for the reader, from what the service allows alone', () => {
    expect(dueWords(item({ can: ['accept', 'return'] }))).toBe('等您受理')
    expect(dueWords(item({ can: [] }))).toBe('待受理')
    expect(dueWords(item({ status: 'resolved' }))).toBe('等居民确认')
    expect(statusWords(item({ status: 'suspended', merged: true }))).toBe('合并办理')
    expect(statusWords(item({ status: 'suspended' }))).toBe('已暂停')
  })

  test('shows buttons where somebody waits, or time is short', () => {
    expect(isPressing(item({ can: ['accept'] }))).toBe(true)
    expect(isPressing(item({ can: ['message'], light: 'green', deadline: new Date(Date.now() + 90 * HOUR).toISOString() }))).toBe(false)
    expect(isPressing(item({ can: ['message'], light: 'red', deadline: new Date(Date.now() - HOUR).toISOString() }))).toBe(true)
  })
})

describe('the steps of a case', () => {
  test('one is next; what cannot be undone never is', () => {
    expect(stepsOf({ can: ['return', 'accept', 'message'] })).toEqual({ next: 'accept', others: ['return'] })
    expect(stepsOf({ can: ['archive'] })).toEqual({ next: undefined, others: ['archive'] })
  })

  test('rooms are for those who may speak, and stay readable to the owner', () => {
    expect(isInRooms({ can: ['message'], relation: 'owner' })).toBe(true)
    expect(isInRooms({ can: [], relation: 'owner' })).toBe(true)
    expect(isInRooms({ can: ['assign'], relation: 'dispatcher' })).toBe(false)
  })
})

describe('filing for somebody else', () => {
  const draft = {
    key: 'k'.repeat(20),
    name: '赵奶奶',
    phone: '',
    text: '楼道里堆满了杂物，电动车也在里面充电',
    kind: null,
    category: null,
    photos: [],
    place: { code: '880101001001', name: '柳林村' },
    address: '',
  }

  test('sends what the contract takes, and nothing else', () => {
    expect(SubmitCase.parse(bodyOf(draft, []))).toMatchObject({ onBehalfOf: { name: '赵奶奶' }, regionCode: '880101001001' })
    expect(SubmitCase.parse(bodyOf({ ...draft, text: '不知道说什么', phone: '13900001111' }, ['f1']))).toMatchObject({ kind: 'complaint' })
  })

  test('says what is missing, by field', () => {
    expect(missingIn(draft)).toEqual({})
    expect(Object.keys(missingIn({ ...draft, name: ' ', phone: '12', text: '', place: null }))).toEqual(['name', 'phone', 'text', 'place'])
  })
})

describe('weeks and hours', () => {
  test('a week runs from Monday to Sunday in the city', () => {
    expect(weekDays(0, now)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29'])
    expect(weekDays(1, Date.parse('2026-11-29T23:30:00+08:00'))[0]).toBe('2026-11-30')
  })

  test('hours move by steps and stay within the day', () => {
    expect(shiftClock('09:00', -30)).toBe('08:30')
    expect(shiftClock('23:30', 30)).toBe('23:45')
    expect(shiftClock('00:00', -30)).toBe('00:00')
  })
})

describe('the member’s numbers', () => {
  test('small counts are not told', () => {
    expect(countWords(null)).toBe('不足5件')
    expect(shareWords(null)).toBe('太少')
    expect(changeWords(null, 10)).toBe('上期太少，不比')
    expect(changeWords(12, 0)).toBe('上期太少，不比')
  })

  test('changes are told in percent, with their sign', () => {
    expect(changeWords(12, 10)).toBe('比上期+20%')
    expect(changeWords(8, 10)).toBe('比上期−20%')
    expect(changeWords(10, 10)).toBe('和上期持平')
  })

  test('a hidden count has the least bar, nothing has none', () => {
    expect([heightOf(0, 20), heightOf(null, 20), heightOf(20, 20)]).toEqual([0, 4, 100])
    expect(weekWords('2026-11-23')).toBe('11月23日')
  })

  test('marks what matched, the longest first, and loses nothing', () => {
    const pieces = splitByMarks('电梯又停了，老电梯', ['电梯', '老电梯'])
    expect(pieces.map(({ words }) => words).join('')).toBe('电梯又停了，老电梯')
    expect(pieces.filter(({ on }) => on).map(({ words }) => words)).toEqual(['电梯', '老电梯'])
    expect(splitByMarks('没有', [''])).toEqual([{ at: 0, words: '没有', on: false }])
  })
})
