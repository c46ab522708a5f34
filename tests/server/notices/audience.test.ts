import { coverOf, withoutNested } from '@server/modules/notices/audience'
import { CODE_LENGTHS } from '@shared/regions/schemas'
import fc from 'fast-check'

const code = fc
  .tuple(fc.constantFrom(...Object.values(CODE_LENGTHS)), fc.array(fc.constantFrom('1', '2'), { minLength: 13, maxLength: 13 }))
  .map(([length, digits]) => `88${digits.join('')}`.slice(0, length))
const codes = fc.array(code, { minLength: 1, maxLength: 12 })

describe('regions of an audience', () => {
  it('say the same without those that lie within another', () => {
    fc.assert(
      fc.property(codes, code, (given, place) => {
        const kept = withoutNested(given)
        expect(kept.some((one) => place.startsWith(one))).toBe(given.some((one) => place.startsWith(one)))
        expect(kept.filter((one) => kept.some((other) => other !== one && one.startsWith(other)))).toEqual([])
      }),
    )
  })
  it('are covered by the smallest region that holds them all', () => {
    fc.assert(
      fc.property(codes, (given) => {
        const cover = coverOf(given)
        expect(Object.values(CODE_LENGTHS)).toContain(cover.length)
        expect(given.every((one) => one.startsWith(cover))).toBe(true)
        const deeper = Object.values(CODE_LENGTHS).filter((length) => length > cover.length)
        expect(
          deeper.some(
            (length) => new Set(given.map((one) => one.slice(0, length))).size === 1 && given.every((one) => one.length >= length),
          ),
        ).toBe(false)
      }),
    )
  })
})
