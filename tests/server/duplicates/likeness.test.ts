import { likenessTo, type Print } from '@server/modules/duplicates/likeness/likeness'
import { compareMarks, marksOf } from '@server/modules/duplicates/likeness/marks'
import { packTerms, unpackTerms } from '@server/modules/duplicates/likeness/pack'
import { createRarity, type Rarity } from '@server/modules/duplicates/likeness/rarity'
import { sharedWords } from '@server/modules/duplicates/likeness/shared-words'
import { termsOf } from '@server/modules/duplicates/likeness/terms'
import { whySimilar } from '@server/modules/duplicates/similar.policy'
import * as fc from 'fast-check'
import { APART, type Pair, SAME, type Where } from './pairs'

const printOf = (text: string): Print => ({ terms: termsOf(text), marks: marksOf(text) })
const likenessOf = (one: Print, other: Print, rarity: Rarity): number =>
  likenessTo(one, rarity)({ terms: packTerms(other.terms), marks: other.marks })
const AT = new Date('2026-03-02T02:00:00Z')

const POINT = (lng: number) => ({ point: { coordinates: [lng, 30.01] } })
/** About 96 metres for each thousandth of a degree. */
const PLACES: Record<Where, { regionCode: string; point?: { coordinates: number[] } }[]> = {
  spot: [
    { regionCode: '880101001001001', ...POINT(110.01) },
    { regionCode: '880101001001001', ...POINT(110.011) },
  ],
  near: [
    { regionCode: '880101001001001', ...POINT(110.01) },
    { regionCode: '880101001001001', ...POINT(110.017) },
  ],
  village: [{ regionCode: '880101001001001' }, { regionCode: '880101001001002' }],
  township: [{ regionCode: '880101001001001' }, { regionCode: '880101001002001' }],
  samePerson: [{ regionCode: '880101001001001' }, { regionCode: '880101001002001' }],
}

/** What is rare is learned from all of them, as it is in a city. */
const learned = (): Rarity => {
  const rarity = createRarity()
  for (const [, one, other] of [...SAME, ...APART]) for (const text of [one, other]) rarity.add(termsOf(text).keys())
  return rarity
}

const isProposed = ([where, one, other]: Pair, rarity: Rarity): boolean => {
  const persons = where === 'samePerson' ? [['a'], ['a']] : [['a'], ['b']]
  const [left, right] = PLACES[where].map((place, i) => ({ ...place, at: AT, personIds: persons[i] as string[] }))
  if (!left || !right) throw new Error('two places are needed')
  return whySimilar(left, right, likenessOf(printOf(one), printOf(other), rarity)) !== undefined
}

describe('messages of one matter, and of different ones', () => {
  const rarity = learned()
  test('of 35 pairs about one matter at least 33 are proposed', () => {
    expect(SAME).toHaveLength(35)
    const missed = SAME.filter((pair) => !isProposed(pair, rarity))
    expect(missed.length).toBeLessThanOrEqual(2)
  })
  test('of 36 pairs about different matters at most 3 are proposed', () => {
    expect(APART).toHaveLength(36)
    const wrong = APART.filter((pair) => isProposed(pair, rarity))
    expect(wrong.length).toBeLessThanOrEqual(3)
  })
  test('it works before the city has any case, too', () => {
    const fresh = createRarity()
    expect(SAME.filter((pair) => isProposed(pair, fresh)).length).toBeGreaterThanOrEqual(31)
    expect(APART.filter((pair) => isProposed(pair, fresh)).length).toBeLessThanOrEqual(5)
  })
})

describe('likeness', () => {
  const rarity = learned()
  const text = fc.array(fc.constantFrom(...[...SAME, ...APART].flatMap(([, one, other]) => [one, other])), { minLength: 1, maxLength: 3 })
  test('is between 0 and 1, the same from both sides, and greatest with oneself', () => {
    fc.assert(
      fc.property(text, text, (some, others) => {
        const [one, other] = [printOf(some.join('')), printOf(others.join(''))]
        const likeness = likenessOf(one, other, rarity)
        expect(likeness).toBeGreaterThanOrEqual(0)
        expect(likeness).toBeLessThanOrEqual(1)
        expect(likenessOf(other, one, rarity)).toBeCloseTo(likeness, 10)
        expect(likenessOf(one, one, rarity)).toBeGreaterThanOrEqual(likeness - 1e-9)
      }),
    )
  })
  test('of texts without any words is nothing', () => {
    for (const empty of ['', '。。。', '👍', '的了']) expect(likenessOf(printOf(empty), printOf('路灯坏了'), rarity)).toBe(0)
  })
  test('a house with another number is another house', () => {
    const [one, two, three] = ['3号楼电梯停在五楼不动了', '7号楼电梯停在五楼不动了', '三栋电梯停在五楼不动了'].map(printOf)
    if (!one || !two || !three) throw new Error('three texts are needed')
    expect(likenessOf(one, two, rarity)).toBeLessThan(likenessOf(one, three, rarity) - 0.2)
  })
  test('a turn of phrase of everybody makes nothing alike', () => {
    const phrase = '您好，希望有关部门尽快处理，谢谢。'
    expect(likenessOf(printOf(`${phrase}鱼塘里有死猪`), printOf(`${phrase}路口没有斑马线`), rarity)).toBeLessThan(0.3)
  })
})

test('terms survive being packed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const terms = termsOf(`${text}桥头村`)
      expect(unpackTerms(packTerms(terms))).toEqual(terms)
    }),
  )
})

describe('marks', () => {
  test('numbers of houses and doors are the same however they are written; dates are none', () => {
    expect(marksOf('３号楼二单元')).toEqual(['楼:3', '单元:2'])
    expect(marksOf('十二栋')).toEqual(marksOf('12幢'))
    expect(marksOf('2026年3月12日三组')).toEqual(['组:3'])
    expect(marksOf('在幸福路口')).toContain('幸福路')
  })
  test('differ only where both number the same thing', () => {
    expect(compareMarks(['楼:3'], ['楼:7'])).toEqual({ shared: 0, differ: true })
    expect(compareMarks(['楼:3'], ['组:7'])).toEqual({ shared: 0, differ: false })
    expect(compareMarks(['楼:3', '楼:5'], ['楼:3'])).toEqual({ shared: 1, differ: false })
  })
})

test('shared words are those that tell something', () => {
  const words = sharedWords('您好，希望有关部门处理：红旗桥桥面塌了一个坑', '您好，希望有关部门处理：红旗桥上塌了一个坑很危险', learned())
  expect(words.join()).toContain('红旗桥')
  expect(words.join()).not.toContain('希望')
})
