import { deidentify, redact } from '@server/modules/understanding/deidentify'
import { costOf } from '@tests/support/cost'
import fc from 'fast-check'
import { measureRecall, measureTouched } from './deidentify-measure'
import { HARMLESS, LABELLED } from './deidentify-set'

const recall = measureRecall()
const recalled = (kind: keyof typeof LABELLED) => ({ recall: recall[kind].recall, missed: recall[kind].missed })

describe('on the own set of lines', () => {
  test('the set is large enough to say something', () => {
    expect(Object.values(LABELLED).flat().length).toBeGreaterThanOrEqual(300)
    expect(HARMLESS.length).toBeGreaterThanOrEqual(100)
    const all = [...HARMLESS, ...Object.values(LABELLED).flat()]
    expect(new Set(all).size).toBe(all.length)
  })

  test.each(['telephone', 'identity', 'plate', 'bank', 'account', 'address'] as const)('99 of 100 go: %s', (kind) => {
    const { recall: share, missed } = recalled(kind)
    // What was missed says more than a number, when this fails.
    expect(share >= 0.99 ? [] : missed).toEqual([])
  })

  test('nine of ten names with a title or a role go', () => {
    const { recall: share, missed } = recalled('name')
    expect(share >= 0.9 ? [] : missed).toEqual([])
  })

  test('of harmless lines at most three of a hundred are touched', () => {
    const { share, touched } = measureTouched()
    expect(share <= 0.03 ? [] : touched).toEqual([])
  })
})

describe('what is told of the removals', () => {
  test('each has its kind and its place in the text as it was written, whatever was removed before it', () => {
    const text = '我叫赵国庆，电话13812345678，住阳光小区3栋2单元501，找过王主任，车牌鄂A12345'
    const { removed } = redact(text)
    expect(removed.map(({ start, end, kind }) => [kind, text.slice(start, end)])).toEqual([
      ['name', '赵国庆'],
      ['telephone', '13812345678'],
      ['address', '3栋2单元501'],
      ['name', '王主任'],
      ['plate', '鄂A12345'],
    ])
  })

  test('the known names of a case are removals as well', () => {
    const { text, removed } = redact('许 小 棠家在漏水', { names: ['许小棠'] })
    expect(text).toBe('某人家在漏水')
    expect(removed).toEqual([{ start: 0, end: 5, kind: 'name', word: '某人' }])
  })

  const pieces = fc.constantFrom(
    '找过王主任，',
    '电话13812345678。',
    '3栋2单元501漏水',
    '路灯坏了；',
    '鄂A12345',
    ' ',
    '我叫赵国庆，',
    '每月120元',
    '某人',
  )
  test('outside of them nothing is changed, they are in order and do not overlap', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const written = parts.join('')
        const { text, removed } = redact(written)
        const kept: string[] = []
        let last = 0
        for (const { start, end } of removed) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          kept.push(written.slice(last, start))
          last = end
        }
        kept.push(written.slice(last))
        let from = 0
        for (const piece of kept) {
          const at = text.indexOf(piece, from)
          expect(at).toBeGreaterThanOrEqual(from)
          from = at + piece.length
        }
        expect(text).toBe(deidentify(written))
      }),
    )
  })

  test('any text can be read, also one of nothing but marks and digits', () => {
    const letters = fc.constantFrom(...'0123456789 -/,.()（）一二三〇①OlXx鄂A·#@栋号室路王李某老小主任的')
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 60 }), (parts) => {
        const written = parts.join('')
        for (const { start, end } of redact(written).removed) expect(start >= 0 && end <= written.length && start < end).toBe(true)
      }),
    )
  })
})

test.each([
  '1 '.repeat(3000),
  '1-'.repeat(3000),
  '王'.repeat(5000),
  '一'.repeat(5000),
  '3栋2单元'.repeat(1000),
  'a@'.repeat(2500),
  'AB1'.repeat(1500),
])('a text made to be slow is read in time (%#)', async (text) => {
  expect(await costOf(() => deidentify(text))).toBeLessThan(1000)
})
