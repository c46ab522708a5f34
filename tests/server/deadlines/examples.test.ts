import { readFileSync } from 'node:fs'
import { dueAt, toLocalIso } from '@server/modules/deadlines'
import { setCalendars } from '@server/modules/deadlines/working-days'
import { Limit } from '@shared/deadlines/schemas'

const PAGE = readFileSync('docs/DEADLINES.md', 'utf8')
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)

/** The rows below a heading, as cells. */
const rowsOf = (heading: string): string[][] => {
  const part = PAGE.split(/^### /m).find((one) => one.startsWith(heading))
  if (!part) throw new Error(`The page has no part ${heading}`)
  return [...part.matchAll(/^\| *(\d+ *\|.*)\|$/gm)].map(([, row = '']) => row.split('|').map((cell) => cell.trim()))
}

const datesAfter = (word: string): string[] => PAGE.match(new RegExp(`${word}: \`([^\`]+)\``))?.[1]?.split(' ') ?? []

const check = ([, starts = '', limit = '', stood = '', more = '', due]: string[]) => {
  const [amount, unit] = limit.split(' ')
  const [from, to] = stood.split(' – ')
  const found = dueAt({
    from: at(starts),
    limit: Limit.parse({ amount: Number(amount), unit }),
    pauses: from && to ? [{ from: at(from), to: at(to) }] : [],
    extraDays: Number(more),
  })
  expect(toLocalIso(found).slice(0, 16).replace('T', ' ')).toBe(due)
}

const KNOWN = rowsOf('2026, as')
const UNKNOWN = rowsOf('2027, before')
const LOADED = rowsOf('2027, with')

test('the page has all its examples', () => {
  expect([KNOWN.length, UNKNOWN.length, LOADED.length]).toEqual([40, 2, 6])
})
describe('docs/DEADLINES.md', () => {
  test.each([...KNOWN, ...UNKNOWN])('example %s: %s, %s', (...row) => check(row))
})
describe('docs/DEADLINES.md with a loaded calendar', () => {
  beforeAll(() => setCalendars([{ year: 2027, holidays: datesAfter('Off'), workdays: datesAfter('Worked in lieu') }]))
  afterAll(() => setCalendars([]))
  test.each(LOADED)('example %s: %s, %s', (...row) => check(row))
})
