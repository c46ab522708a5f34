import { BUCKETS, type Terms, termsOf } from './terms'

/** Turns of phrase of everybody who writes to an office; they tell nothing of the matter. Own words. */
const PHRASES = [
  '您好领导尊敬的领导希望有关部门尽快处理解决谢谢',
  '我们小区居民反映问题希望得到重视麻烦派人来看看',
  '已经好几天没有人管多次反映一直没有解决请帮忙',
  '我是本村村民家住附近每天路过影响大家生活出行安全',
  '最近发现现在情况严重存在安全隐患请安排人员处理',
  '打电话也没用投诉多次没有结果到底谁来负责',
  '老人小孩经过容易出事晚上看不清楚大家都有意见',
  '建议在小区门口装一个学校旁边马路上经常有人天天都有',
  '物业社区居委会村委会都说不归他们管盼望回复',
]
/** How many texts the phrases stand for, and in what share of these they are. */
const IMAGINED = 400
const SHARE = 0.25

/** How rare terms are among the cases that were brought; with no case yet, what is known beforehand. */
export interface Rarity {
  /** The more telling, the greater. */
  weight: (term: number) => number
  add: (terms: Iterable<number>) => void
}

const phraseCounts = (): Float32Array => {
  const counts = new Float32Array(BUCKETS)
  for (const phrase of PHRASES) for (const term of termsOf(phrase).keys()) counts[term] = IMAGINED * SHARE
  return counts
}

/** A table of how many texts each term is in. */
export const createRarity = (): Rarity => {
  const counts = phraseCounts()
  let total = IMAGINED
  // The logarithms are kept: they are asked for hundreds of times as often as they change.
  const logs = counts.map(Math.log1p)
  let logOfAll = Math.log1p(total)
  return {
    weight: (term) => logOfAll - (logs[term] ?? 0),
    add: (terms) => {
      total += 1
      logOfAll = Math.log1p(total)
      for (const term of terms) {
        const count = (counts[term] ?? 0) + 1
        counts[term] = count
        logs[term] = Math.log1p(count)
      }
    },
  }
}

/** Under so many of its terms a case is looked for. */
export const KEYS = 32

/** The terms that tell most of a text: under them others of the same matter are looked for. */
export const tellingTerms = (terms: Terms, rarity: Rarity, most: number): number[] =>
  [...terms.keys()].sort((one, other) => rarity.weight(other) - rarity.weight(one) || one - other).slice(0, most)
