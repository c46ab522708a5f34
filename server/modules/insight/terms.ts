import { withoutRegions } from './places'

// Phrases that stand in any letter to an office: they say nothing about what it is about.
const PHRASES =
  /尊敬的|各位|领导|书记|市长|县长|区长|您们?好|你们?好|谢谢|感谢|恳请|敬请|请求|请问|希望|要求|建议|咨询|反映|投诉|举报|求助|呼吁|强烈|关于|有关|相关|部门|政府|解决|处理|问题|情况|尽快|回复|答复|为什么|怎么|什么|是否|能否|可否|我们|他们|你们|自己|一直|已经|现在|目前|多次|至今|没有|不能|可以|因为|所以|但是|如果|以及|进行|导致|造成|严重|影响|居民|业主|群众|市民|百姓|老百姓|村民/gu
const RUNS = /(?:\p{Script=Han}|[a-z]+|\d+)+/gu
const SYMBOLS = /\p{Script=Han}|[a-z]+|\d+/gu
const DATES = /\d{1,4}\s?[年月日号点时元]|\d{5,}/gu

/** How much of a letter is read: what it is about is said in the title and at the beginning. */
const MOST_CHARACTERS = 500
const TITLE_TIMES = 2
const LONGEST = 3

export const SLOT_BITS = 22
export const SLOTS = 1 << SLOT_BITS

const { imul } = Math
const FNV_BASE = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** Terms are kept as numbers below SLOTS; two that fall together count as one, which is rare and does no harm. */
const slotOf = (symbols: readonly string[], from: number, length: number): number => {
  let hash = FNV_BASE ^ length
  for (let i = from; i < from + length; i += 1) {
    const symbol = symbols[i] ?? ''
    for (let k = 0; k < symbol.length; k += 1) hash = imul(hash ^ symbol.charCodeAt(k), FNV_PRIME)
    hash = imul(hash ^ 1, FNV_PRIME)
  }
  return (hash ^ (hash >>> SLOT_BITS)) & (SLOTS - 1)
}

/** A text in plain letters, cut into runs of characters without what stands in every letter. */
export const runsOf = (text: string): string[] => {
  const plain = withoutRegions(text.normalize('NFKC')).toLowerCase()
  return plain.replace(DATES, ' ').replace(PHRASES, ' ').match(RUNS) ?? []
}

const count = (text: string, times: number, into: Map<number, number>): void => {
  for (const run of runsOf(text)) {
    const symbols = run.match(SYMBOLS) ?? []
    for (let length = 2; length <= LONGEST; length += 1)
      for (let i = 0; i + length <= symbols.length; i += 1) {
        const slot = slotOf(symbols, i, length)
        into.set(slot, (into.get(slot) ?? 0) + times)
      }
  }
}

/** The terms of a message, pairs and triples of neighbouring characters, and how often; those of the title count more. */
export const termsOf = (title: string, text: string): Map<number, number> => {
  const terms = new Map<number, number>()
  count(title, TITLE_TIMES, terms)
  count(text.slice(0, MOST_CHARACTERS), 1, terms)
  return terms
}

/** The terms of a few characters, for naming. */
export const slotsOf = (words: string): number[] => {
  const terms = new Map<number, number>()
  count(words, 1, terms)
  return [...terms.keys()]
}
