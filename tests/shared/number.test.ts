import { formatNumber, isNumber } from '@shared/cases/number'
import * as fc from 'fast-check'

const aNumber = fc
  .record({ year: fc.integer({ min: 0, max: 99 }), month: fc.integer({ min: 1, max: 12 }), sequence: fc.integer({ min: 1, max: 999_999 }) })
  .map(({ year, month, sequence }) => formatNumber(String(year).padStart(2, '0') + String(month).padStart(2, '0'), sequence))

const digitPlaces = (value: string): number[] => [...value].flatMap((letter, place) => (letter === '-' ? [] : [place]))
const put = (value: string, place: number, letter: string): string => value.slice(0, place) + letter + value.slice(place + 1)

test('a number has the form YYMM-NNNNNN-C and passes its own check', () => {
  expect(formatNumber('2607', 1)).toMatch(/^2607-000001-\d$/)
  fc.assert(fc.property(aNumber, (number) => /^\d{4}-\d{6}-\d$/.test(number) && isNumber(number)))
})

test('every single wrong digit is found', () => {
  fc.assert(
    fc.property(aNumber, (number) => {
      for (const place of digitPlaces(number))
        for (const digit of '0123456789')
          if (digit !== number[place] && isNumber(put(number, place, digit))) throw new Error(`${number} → ${put(number, place, digit)}`)
    }),
  )
})

test('every swap of neighbours is found', () => {
  fc.assert(
    fc.property(aNumber, (number) => {
      const places = digitPlaces(number)
      for (let index = 1; index < places.length; index += 1) {
        const [one, other] = [places[index - 1] as number, places[index] as number]
        const [first, second] = [number[one] as string, number[other] as string]
        if (first !== second && isNumber(put(put(number, one, second), other, first))) throw new Error(`${number}: ${one} and ${other}`)
      }
    }),
  )
})

test('what has another form is no number', () => {
  for (const value of ['', '2607-000001', '2607-00001-4', '26070000014', '2607-0000a1-4', ' 2607-000001-4'])
    expect(isNumber(value)).toBe(false)
})
