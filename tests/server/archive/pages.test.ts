import { composeDocket } from '@server/modules/archive/compose-docket'
import type { Block, Page } from '@server/modules/archive/layout/blocks'
import { linesOf, widthOf } from '@server/modules/archive/layout/measure'
import { LINES } from '@server/modules/archive/layout/page-size'
import { paginate } from '@server/modules/archive/layout/paginate'
import { DOCKET_PARTS } from '@shared/archive/schemas'
import fc from 'fast-check'
import { aFile, anObligation, aPaper, aSource, aVisit, STROKES } from './sources'

const unitsOf = (page: Page) => page.pieces.reduce((sum, piece) => sum + piece.units, 0)

describe('a paragraph', () => {
  const words = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'和为贵，。（）“”ABCxyz 0123456789-mW@') }))
  test('keeps every character, in lines that are never too wide', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 8, max: 27 }), fc.integer({ min: 0, max: 2 }), (text, width, indent) => {
        const lines = linesOf(text, width, indent)
        lines.forEach((line, index) => {
          expect(widthOf(line)).toBeLessThanOrEqual(index === 0 ? width - indent : width)
        })
        const kept = (value: string) => value.replace(/[\p{C}\s]/gu, '')
        expect(kept(lines.join(''))).toBe(kept(text))
      }),
    )
  })
  test('does not begin a line with a full stop, and does not cut short numbers', () => {
    expect(linesOf('甲方应当在三月一日前付清全部款项。乙方收到后出具收条', 16)).toEqual([
      '甲方应当在三月一日前付清全部款',
      '项。乙方收到后出具收条',
    ])
    expect(linesOf('乙方向甲方支付墙面修补费12345.60元', 14).some((line) => /\d$/.test(line))).toBe(false)
  })
})

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('title' as const), text: fc.string({ maxLength: 60 }) }),
  fc.record({ kind: fc.constant('heading' as const), text: fc.string({ maxLength: 80 }) }),
  fc.record({
    kind: fc.constant('text' as const),
    text: fc.string({ maxLength: 3000 }),
    look: fc.constantFrom(undefined, 'flush' as const),
  }),
  fc.record({ kind: fc.constant('blank' as const), lines: fc.integer({ min: 1, max: 5 }) }),
  fc.record({
    kind: fc.constant('table' as const),
    widths: fc.constant([100, 342]),
    head: fc.constantFrom(null, ['甲', '乙']),
    rows: fc.array(fc.tuple(fc.string({ maxLength: 30 }), fc.string({ maxLength: 2000 })), { maxLength: 12 }),
  }),
  fc.record({ kind: fc.constant('picture' as const), file: fc.constant(aFile()), caption: fc.string({ maxLength: 20 }) }),
  fc.record({ kind: fc.constant('signature' as const), strokes: fc.constant(STROKES), words: fc.string({ maxLength: 20 }) }),
)

describe('pages', () => {
  test('hold at most 22 lines, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 20 }), (blocks) => {
        const pages = paginate(blocks)
        for (const page of pages) expect(unitsOf(page)).toBeLessThanOrEqual(LINES + 1e-9)
        const pieces = pages.flatMap((page) => page.pieces)
        const count = (kind: string) => blocks.filter((one) => one.kind === kind).length
        for (const kind of ['title', 'heading', 'picture', 'signature'])
          expect(pieces.filter((one) => one.kind === kind)).toHaveLength(count(kind))
        expect(pages.slice(1).every((page) => page.pieces.length > 0)).toBe(true)
      }),
    )
  })
  test('begin anew with the head of a table without rows that has no room any more', () => {
    const table = (head: string[] | null, count: number): Block => ({
      kind: 'table',
      widths: [100, 342],
      head,
      rows: Array.from({ length: count }, () => ['一', '条']),
    })
    const [full] = paginate([table(null, 60)])
    const fitting = full?.pieces.flatMap((piece) => (piece.kind === 'table' ? piece.rows : [])).length ?? 0
    expect(paginate([table(null, fitting), table(['甲', '乙'], 0)]).map(({ pieces }) => pieces.length)).toEqual([1, 1])
  })
  test('continue a long table under its head', () => {
    const rows = Array.from({ length: 60 }, (_, index) => [String(index), '条'])
    const pages = paginate([{ kind: 'table', widths: [100, 300], head: ['号', '事'], rows }])
    expect(pages).toHaveLength(3)
    for (const page of pages)
      expect(page.pieces[0]).toMatchObject({ kind: 'table', rows: expect.arrayContaining([expect.objectContaining({ head: true })]) })
  })
})

describe('the index', () => {
  const sizes = fc.record({
    papers: fc.integer({ min: 0, max: 60 }),
    obligations: fc.integer({ min: 0, max: 90 }),
    photos: fc.integer({ min: 0, max: 40 }),
    visits: fc.integer({ min: 0, max: 6 }),
    text: fc.string({ maxLength: 5000 }),
  })
  const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)
  test('says where everything begins, whatever is in the file', () => {
    fc.assert(
      fc.property(sizes, ({ papers, obligations, photos, visits, text }) => {
        const source = aSource(
          { papers: many(papers, aPaper), obligations: many(obligations, anObligation), followUps: many(visits, aVisit) },
          { text, files: many(photos, aFile) },
        )
        const { items, pages } = composeDocket(source)
        let next = 1
        for (const item of items) {
          expect(item.from).toBe(item.present ? next : 0)
          expect(item.present).toBe(item.pages.length > 0)
          next += item.pages.length
        }
        expect(pages).toBe(next - 1)
        expect(items[0]?.pages).toHaveLength(1)
        const listed = items[1]?.pages.flatMap((page) => page.pieces.flatMap((piece) => (piece.kind === 'table' ? piece.rows : [])))
        const rows = listed?.filter((row) => !row.head).map((row) => row.cells.map((cell) => cell.join('')))
        expect(rows?.map((row) => [row[3], row[4]])).toEqual(
          items.slice(2).map((item) => (item.present ? [String(item.from), String(item.pages.length)] : ['—', '无'])),
        )
        const order = items.map((item) => DOCKET_PARTS.indexOf(item.part))
        expect(order).toEqual([...order].sort((one, other) => one - other))
        expect(new Set(order).size).toBe(DOCKET_PARTS.length)
      }),
      { numRuns: 40 },
    )
  })
  test('is the same again for the same case', () => {
    const source = aSource({ papers: [aPaper()] })
    expect(composeDocket(source)).toEqual(composeDocket(source))
  })
})
