import type { CaseView, PartyView } from '@shared/cases/schemas'
import { type PaperView, PromiseSchema } from '@shared/papers/schemas'
import fc from 'fast-check'
import { nextOf } from '@/features/workbench/calendar/lengths'
import { answersFor, standingOf } from '@/features/workbench/case/booking-state'
import { partOf, partsOf } from '@/features/workbench/case/parts'
import { lineOf, marksOf, minorsAlone } from '@/features/workbench/case/party-words'
import { lacking } from '@/features/workbench/docket/docket-words'
import { dueOf } from '@/features/workbench/kept/due-words'
import { INTERVALS, leftOf, split, sumOf } from '@/features/workbench/papers/instalments'
import { stepsOf } from '@/features/workbench/papers/paper-steps'
import { promisersOf } from '@/features/workbench/papers/people'
import { draftOf, promiseOf, wrongIn } from '@/features/workbench/papers/promise-draft'
import { keyOf } from '@/features/workbench/papers/use-writing'
import { centsOf, yuan, yuanWords } from '@/lib/money'

describe('money', () => {
  test('is read as people type it, to the cent, and never guessed', () => {
    expect(['1800', '1,800.5', '1800.05元', ' 0.01 '].map(centsOf)).toEqual([180_000, 180_050, 180_005, 1])
    expect(['', '0', '-1', '1.234', '一千', '1e3', '12345678901'].map(centsOf)).toEqual(Array(7).fill(undefined))
  })

  test('what is written can be read again', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999_999 }), (cents) => centsOf(yuan(cents)) === cents))
    expect(yuanWords(123_456_700)).toBe('1,234,567 元')
  })
})

describe('instalments', () => {
  const every = fc.constantFrom(...INTERVALS)

  test('always add up to the sum, and are never empty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 10_000_000_000 }), fc.integer({ min: 2, max: 60 }), every, (cents, count, interval) => {
        const parts = split({ cents, count, first: '2026-01-31', every: interval })
        return parts.length === count && leftOf(cents, parts) === 0 && parts.every(({ amount }) => centsOf(amount) !== undefined)
      }),
    )
  })

  test('fall on the last day where a month is shorter', () => {
    const days = split({ cents: 30_000, count: 3, first: '2026-01-31', every: 'month' }).map(({ dueOn }) => dueOn)
    expect(days).toEqual(['2026-01-31', '2026-02-28', '2026-03-31'])
    expect(split({ cents: 30_000, count: 2, first: '2026-12-28', every: 'week' })[1]?.dueOn).toBe('2027-01-04')
  })

  test('say what is missing while they do not add up', () => {
    const parts = split({ cents: 180_000, count: 3, first: '2026-12-31', every: 'month' })
    expect(leftOf(190_000, parts)).toBe(10_000)
    expect(leftOf(170_000, parts)).toBe(-10_000)
    expect(leftOf(180_000, [...parts.slice(1), { amount: '六百', dueOn: '2026-12-31' }])).toBeUndefined()
  })
})

describe('a promise', () => {
  const start = draftOf(null, ['a', 'b'])

  test('between two people goes from the respondent to the applicant until it is turned', () => {
    expect(start).toMatchObject({ fromPartyId: 'b', toPartyId: 'a' })
    expect(draftOf(null, ['a', 'b', 'c'])).toMatchObject({ fromPartyId: null, toPartyId: null })
  })

  test('is taken only when nothing is missing', () => {
    expect(wrongIn(start)).toBe('请写做什么')
    expect(wrongIn({ ...start, what: '修好' })).toBe('请选最晚哪天')
    expect(wrongIn({ ...start, what: '赔钱', amount: '很多', dueOn: '2026-12-31' })).toBe('金额不对，例：1800 或 1800.50')
    expect(wrongIn({ ...start, what: '修好', dueOn: '2026-12-31' })).toBeUndefined()
    expect(wrongIn({ ...start, what: '赔钱', inParts: true })).toBe('分期要先写总金额')
    const parts = split({ cents: 170_000, count: 2, first: '2026-12-31', every: 'month' })
    expect(wrongIn({ ...start, what: '赔钱', amount: '1800', inParts: true, parts })).toBe('还差 100 元 没有分到各期')
  })

  test('that is taken is what the contract accepts, and opens unchanged', () => {
    const party = { fromPartyId: '6'.repeat(24), toPartyId: '7'.repeat(24) }
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 9_999_999_999 }), fc.integer({ min: 2, max: 60 }), (cents, count) => {
        const parts = split({ cents, count, first: '2026-12-31', every: 'month' })
        const promise = promiseOf({ ...start, ...party, what: '还钱', amount: yuan(cents), inParts: true, parts })
        const ids = [party.toPartyId, party.fromPartyId]
        return PromiseSchema.safeParse(promise).success && JSON.stringify(promiseOf(draftOf(promise, ids))) === JSON.stringify(promise)
      }),
    )
    expect(sumOf([promiseOf({ ...start, what: '道歉', dueOn: '2026-12-31' })])).toBe(0)
  })
})

const paper = (over: Partial<PaperView>): PaperView =>
  ({ status: 'reading', can: [], waitsFor: [], readings: [], version: 1, ...over }) as unknown as PaperView
const waits = [
  { partyId: 'a', name: '刘桂芳', me: false },
  { partyId: null, name: '调解员', me: true },
]
const heard = { partyId: 'a', name: '刘桂芳', at: '', agreed: true, remark: '', current: true }

describe('a paper', () => {
  test('is read out before it is opened for signing, and not twice to the same', () => {
    const can: PaperView['can'] = ['change', 'takeBack', 'openSigning', 'void', 'read']
    expect(stepsOf(paper({ can, waitsFor: waits }))).toMatchObject({ next: 'read', beside: 'change' })
    expect(stepsOf(paper({ can, waitsFor: waits, readings: [heard] }))).toMatchObject({ next: 'openSigning', beside: 'change' })
    expect(stepsOf(paper({ can, waitsFor: waits, readings: [{ ...heard, current: false }] })).next).toBe('read')
  })

  test('that somebody objects to is corrected first', () => {
    const objected = { ...heard, agreed: false, remark: '日期不对' }
    expect(stepsOf(paper({ can: ['change', 'read', 'takeBack'], waitsFor: waits, readings: [objected] })).next).toBe('change')
  })

  test('is given up only behind a second press', () => {
    const steps = stepsOf(paper({ status: 'draft', can: ['void', 'present', 'change'] }))
    expect(steps).toEqual({ next: 'present', beside: 'change', more: ['void'] })
    expect(stepsOf(paper({ status: 'effective', can: ['void', 'download'] }))).toEqual({ next: null, beside: 'download', more: ['void'] })
  })

  test('is kept on the device for each version by itself', () => {
    expect(keyOf('c', 'record', null)).toBe('paper:c:record')
    expect(keyOf('c', 'record', { id: 'p', version: 2 })).not.toBe(keyOf('c', 'record', { id: 'p', version: 3 }))
  })
})

const party = (over: Partial<PartyView>): PartyView => ({
  id: 'a',
  side: 'applicant',
  part: 'party',
  name: '刘桂芳',
  accepted: true,
  minor: false,
  actsFor: null,
  speaker: false,
  authority: null,
  quit: false,
  me: false,
  phoneMasked: null,
  ...over,
})
const words = (one: PartyView, all: PartyView[]) => marksOf(one, all).map((mark) => mark.words)

describe('who takes part', () => {
  test('carries what matters: joined, left, under age, chosen to speak', () => {
    expect(words(party({}), [party({})])).toEqual([])
    expect(words(party({ side: 'respondent', accepted: false }), [])).toEqual(['还没答应参加'])
    expect(words(party({ side: 'respondent', quit: true }), [])).toEqual(['已退出'])
    const group = [party({ speaker: true, minor: true }), party({ id: 'b', speaker: false })]
    expect(words(group[0] as PartyView, group)).toEqual(['未成年', '推选的代表'])
    expect(words(party({ speaker: true }), [party({ speaker: true }), party({ id: 'b', speaker: true })])).toEqual([])
  })

  test('a representative is shown with whom they act for and what they may do', () => {
    const view = { parties: [party({})], anonymous: false } as unknown as CaseView
    const agent = party({ id: 'r', part: 'representative', actsFor: 'a', authority: 'special' })
    expect(lineOf(agent, view)).toBe('代理人 · 替 刘桂芳 · 特别授权，可以签字')
    expect(lineOf({ ...agent, authority: null }, view)).toContain('还没有委托书')
  })

  test('a minor is missed as long as no guardian has joined for them', () => {
    const minor = party({ minor: true })
    const guardian = party({ id: 'g', part: 'guardian', actsFor: 'a' })
    expect(minorsAlone([minor])).toEqual([minor])
    expect(minorsAlone([minor, { ...guardian, accepted: false }])).toEqual([minor])
    expect(minorsAlone([minor, guardian])).toEqual([])
  })

  test('only parties who have not left can promise anything', () => {
    const all = [party({}), party({ id: 'b', quit: true }), party({ id: 'h', part: 'helper' })]
    expect(promisersOf(all)).toEqual([{ id: 'a', name: '刘桂芳' }])
  })
})

describe('the parts of a case', () => {
  const view = (over: Partial<CaseView>) => ({ can: [], relation: 'owner', status: 'mediating', ...over }) as unknown as CaseView

  test('are those that the reader has something in', () => {
    expect(partsOf(view({ can: ['message', 'readPapers', 'readObligations', 'readDocket'] }), false)).toEqual([
      'work',
      'talk',
      'papers',
      'kept',
      'docket',
    ])
    expect(partsOf(view({ can: ['message', 'readDocket'] }), true)).toEqual(['work', 'docket'])
    expect(partsOf(view({ relation: 'dispatcher', can: ['readDocket'] }), false)).toEqual(['work', 'docket'])
    expect(partOf('accept')).toBe('work')
  })
})

test('an obligation presses when it is late, due today or within three days', () => {
  const now = Date.parse('2026-12-28T15:00:00+08:00')
  const due = (dueOn: string, over = {}) => dueOf({ state: 'open', overdue: false, dueOn, ...over }, now)
  expect(due('2026-12-28')).toEqual({ words: '今天到期', tone: 'amber' })
  expect([due('2026-12-31').tone, due('2027-01-01').tone]).toEqual(['amber', 'bamboo'])
  expect(due('2027-01-31').words).toBe('2027年1月31日 前')
  expect(due('2026-12-01', { overdue: true })).toEqual({ words: '已逾期', tone: 'seal' })
  expect(due('2026-12-01', { state: 'done' }).tone).toBe('neutral')
})

test('the owner answers for others only after the own word', () => {
  expect(answersFor({ waitsFor: ['owner', 'respondent'] })).toEqual([])
  expect(answersFor({ waitsFor: ['respondent'] })).toEqual(['respondent'])
  expect(standingOf({ status: 'proposed', waitsFor: ['owner', 'respondent'] })).toBe('等您确认')
  expect(standingOf({ status: 'proposed', waitsFor: ['respondent'] })).toBe('等双方确认')
})

test('a value outside the usual steps goes to the nearest one in the direction', () => {
  expect([nextOf([0, 2, 4], 3, 1), nextOf([0, 2, 4], 3, -1), nextOf([0, 2, 4], 4, 1), nextOf([0, 2, 4], 0, -1)]).toEqual([4, 2, 4, 0])
})

test('what a file lacks is named once', () => {
  const item = (part: 'rights' | 'records', present: boolean) => ({ part, title: '', date: '', present, pages: 1, from: 1, digest: '' })
  expect(lacking([item('rights', false), item('records', true), item('rights', false)])).toEqual(['权利义务告知书'])
})
