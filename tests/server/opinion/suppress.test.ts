import { suppressOne, suppressRow } from '@server/modules/opinion/suppress'
import fc from 'fast-check'

const SMALL = [1, 2, 3, 4]

describe('small numbers', () => {
  test.each([
    [0, 0],
    [1, null],
    [4, null],
    [5, 5],
  ])('%d by itself is %p', (count, shown) => expect(suppressOne(count)).toBe(shown))

  test.each([
    [
      [20, 10, 0],
      [20, 10, 0],
    ],
    [
      [20, 10, 3],
      [20, null, null],
    ],
    [
      [20, 3, 4],
      [20, null, null],
    ],
    [
      [20, 8, 1, 1],
      [20, null, null, null],
    ],
    [
      [20, 9, 4, 4],
      [20, null, null, null],
    ],
    [
      [0, 0, 3],
      [0, 0, null],
    ],
    [[], []],
  ])('in the row %j are shown as %j', (counts, shown) => expect(suppressRow(counts)).toEqual(shown))

  test('cannot be found from the rest of a row and its sum', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 2, maxLength: 8 }), (counts) => {
        const shown = suppressRow(counts)
        for (const [i, count] of counts.entries()) {
          if (SMALL.includes(count)) expect(shown[i]).toBeNull()
          if (count === 0) expect(shown[i]).toBe(0)
        }
        const hidden = counts.filter((_, i) => shown[i] === null)
        // Either nothing is hidden, or everything that is not nothing, or what is hidden leaves more than one answer.
        const open = counts.filter((count, i) => shown[i] !== null && count > 0)
        if (hidden.length > 0 && open.length > 0) {
          const sum = hidden.reduce((total, count) => total + count, 0)
          expect(hidden.length).toBeGreaterThan(1)
          expect(sum).toBeGreaterThanOrEqual(5)
          expect(sum).not.toBe(hidden.length * 4)
        }
      }),
    )
  })
})
