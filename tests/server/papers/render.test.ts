import { packStrokes, unpackStrokes } from '@server/modules/papers/drawing/ink'
import { amountText } from '@server/modules/papers/render/amount'
import { changedFields } from '@server/modules/papers/render/changes'
import { promiseLines } from '@server/modules/papers/render/promises'
import { digestOf } from '@server/modules/papers/render/render-text'
import fc from 'fast-check'

test.each([
  [100, '1.00元（壹元整）'],
  [5, '0.05元（伍分）'],
  [50, '0.50元（伍角）'],
  [10_005, '100.05元（壹佰元零伍分）'],
  [123_450, '1234.50元（壹仟贰佰叁拾肆元伍角）'],
  [1_000_000, '10000.00元（壹万元整）'],
  [10_001_000, '100010.00元（壹拾万零壹拾元整）'],
  [100_002_000_00, '100002000.00元（壹亿零贰仟元整）'],
  [20_500_00, '20500.00元（贰万零伍佰元整）'],
  [100_000_000_000, '1000000000.00元（壹拾亿元整）'],
])('%i cents are written %s', (cents, text) => {
  expect(amountText(cents)).toBe(text)
})

const VALUES: Record<string, number> = { 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 }
const PLACES: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 }
/** Reads an amount in words back. */
const readWords = (words: string): number => {
  const [whole = '', tail = ''] = words.includes('元') ? words.split('元') : ['', words]
  let [total, section, digit] = [0, 0, 0]
  for (const sign of whole) {
    if (VALUES[sign]) digit = VALUES[sign]
    else if (PLACES[sign]) {
      section += digit * PLACES[sign]
      digit = 0
    } else if (sign === '万' || sign === '亿') {
      total = (total + section + digit) * (sign === '万' ? 10_000 : 100_000_000)
      section = 0
      digit = 0
      // 亿 before 万: what stands above is counted already.
      if (sign === '亿') {
        above += total
        total = 0
      }
    }
  }
  const jiao = VALUES[/(.)角/.exec(tail)?.[1] ?? ''] ?? 0
  const fen = VALUES[/(.)分/.exec(tail)?.[1] ?? ''] ?? 0
  const yuan = above + total + section + digit
  above = 0
  return yuan * 100 + jiao * 10 + fen
}
let above = 0

test('an amount in words says the amount in figures', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000_000_000 }), (cents) => {
      const words = /（(.+)）/.exec(amountText(cents))?.[1] ?? ''
      return readWords(words) === cents && !/零零|零元|零[拾佰仟万亿]/.test(words)
    }),
    { numRuns: 500 },
  )
})

test('instalments are listed so that they add up to the amount', () => {
  const one = (amountCents: number, dueOn: string) => ({ amountCents, dueOn })
  const promise = {
    fromPartyId: 'a',
    toPartyId: 'b',
    what: '欠款',
    amountCents: 300,
    instalments: [one(100, '2026-04-01'), one(200, '2026-05-01')],
  }
  expect(promiseLines([promise], (id) => ({ a: '老钱', b: '老李' })[id] ?? '')).toEqual([
    '1. 老钱向老李履行：欠款，金额3.00元（叁元整），分2期：第1期2026年4月1日前1.00元（壹元整）；第2期2026年5月1日前2.00元（贰元整）。',
  ])
})

test('drawings come back as they were packed', () => {
  const stroke = fc.array(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 })), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.array(stroke, { minLength: 1, maxLength: 20 }), (strokes) => {
      const flat = strokes.map((one) => one.flat())
      expect(unpackStrokes(packStrokes(flat))).toEqual(flat)
    }),
  )
})

test('the digest is SM3 as GB/T 32905 gives it', () => {
  expect(digestOf('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
})

test('of a long text only what was changed is kept, with a little around it', () => {
  const fields = [{ key: 'facts', label: '事实', kind: 'text' as const, required: true, max: 5000, hint: '', choices: [] }]
  const long = '甲'.repeat(2000)
  const state = (middle: string) => ({ content: { facts: `${long}${middle}${long}` }, promises: [] })
  const [found] = changedFields({ fields, before: state('三天'), after: state('五天'), signatures: [], nameOf: () => '' })
  expect(found).toEqual({ label: '事实', before: `…${'甲'.repeat(12)}三天${'甲'.repeat(11)}…`, after: expect.stringContaining('五') })
})
