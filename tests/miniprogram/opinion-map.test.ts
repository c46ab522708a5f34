import fc from 'fast-check'
import { bubblesOf, isWritable, mapRows, spotOf, spotWords } from '@/features/consultations/opinion/groups/map'
import { commonSide, percent, rowsOf } from '@/features/consultations/opinion/groups/numbers'

const NAMES = ['观点一', '观点二']
const cloud = (group: number, column: number, row: number, people: number) => ({ group, column, row, people })

describe('the map of opinions', () => {
  test('a cloud stands in the middle of its square, counted from the lower left', () => {
    expect(bubblesOf({ side: 4, clouds: [cloud(0, 0, 3, 10)] })).toMatchObject([{ left: 12.5, bottom: 87.5 }])
  })

  test('groups that share a square stand side by side, and more people make a larger bubble', () => {
    const bubbles = bubblesOf({ side: 4, clouds: [cloud(0, 1, 1, 5), cloud(1, 1, 1, 40)] })
    const [large, small] = bubbles
    expect(large).toMatchObject({ group: 1, people: 40 })
    expect(small?.left).toBeLessThan(large?.left ?? 0)
    expect(small?.width).toBeLessThan(large?.width ?? 0)
  })

  test('whatever is published, no bubble’s middle leaves the map and none is wider than its square', () => {
    const clouds = fc.integer({ min: 4, max: 24 }).chain((side) =>
      fc.record({
        side: fc.constant(side),
        clouds: fc.array(
          fc.record({
            group: fc.integer({ min: 0, max: 4 }),
            column: fc.integer({ min: 0, max: side - 1 }),
            row: fc.integer({ min: 0, max: side - 1 }),
            people: fc.integer({ min: 1, max: 4000 }).map((fives) => fives * 5),
          }),
          { maxLength: 40 },
        ),
      }),
    )
    fc.assert(
      fc.property(clouds, (map) => {
        for (const { left, bottom, width } of bubblesOf(map)) {
          expect(left > 0 && left < 100 && bottom > 0 && bottom < 100).toBe(true)
          expect(width > 0 && width <= 100 / map.side).toBe(true)
        }
      }),
    )
  })

  test('numbers are written into bubbles only where they fit', () => {
    expect([4, 8, 9, 24].map((side) => isWritable({ side, clouds: [] }))).toEqual([true, true, false, false])
  })

  test('the reader’s own spot stays on the map, and its words stand where there is room', () => {
    expect(spotOf({ x: -1, y: -1 })).toEqual({ left: 0, bottom: 0, words: 'right' })
    expect(spotOf({ x: 3, y: 0 })).toEqual({ left: 100, bottom: 50, words: 'left' })
  })

  test('a spot is also said in words', () => {
    expect([spotWords(0.1, 0.9), spotWords(0.5, 0.5), spotWords(0.9, 0.5), spotWords(0.5, 0)]).toEqual(['左上', '正中', '右', '下'])
  })

  test('the table has a row for each cloud, group by group, the larger first', () => {
    const rows = mapRows({ side: 4, clouds: [cloud(1, 0, 0, 5), cloud(0, 3, 3, 10), cloud(0, 0, 3, 25)] }, NAMES)
    expect(rows).toEqual([
      ['观点一', '左上', '约 25 人'],
      ['观点一', '右上', '约 10 人'],
      ['观点二', '左下', '约 5 人'],
    ])
  })
})

describe('the numbers of a statement', () => {
  const finding = { statementId: 's1', text: '晚上空车位应该让居民停', byGroup: [{ voters: 30, agree: 0.8, disagree: 0.1 }, null] }

  test('shares are said in whole percent, and of fewer than five nothing is said', () => {
    expect(percent(0.846)).toBe('85%')
    expect(rowsOf(finding, NAMES)).toEqual([
      ['观点一', '80%', '10%', '30'],
      ['观点二', '—', '—', '不到 5 人'],
    ])
  })

  test('what all lean to counts every group alike', () => {
    const lean = (agree: number, disagree: number) => ({ voters: 20, agree, disagree })
    expect(commonSide({ ...finding, byGroup: [lean(0.9, 0.1), lean(0.1, 0.8)] })).toBe('agree')
    expect(commonSide({ ...finding, byGroup: [lean(0.2, 0.7), null] })).toBe('disagree')
  })
})
