import { RISK_SIGNS, RISKS, type Risk, type RiskSign } from '@shared/cases/words'
import { createMatcher, type Hit } from '../lexicon/matcher'
import {
  CHILDREN,
  DENIED,
  HARMLESS,
  HEARD,
  LARGE_SUM,
  MANY_WORKERS,
  PAST,
  RISK_WORDS,
  type RiskSort,
  SUPPOSED,
  TEACHING,
  UNPAID,
} from './risk-words'

export interface RiskReading {
  risk: Risk
  signs: RiskSign[]
  /** The words that decided, the most dangerous first. */
  because: string[]
  /** What the highest level rests on. */
  sorts: RiskSort[]
}

/** What a word says; undefined: nothing, for it is part of a harmless phrase. */
type Said = { sort: RiskSort; level: Risk } | undefined

const wordsOf = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '')
const find = createMatcher<Said>(
  new Map<string, Said>([
    ...RISK_WORDS.flatMap(({ sort, level, words }) => wordsOf(words).map((word) => [word, { sort, level }] as const)),
    ...wordsOf(HARMLESS).map((word) => [word, undefined] as const),
  ]),
)

const REACH = 40
const BEFORE = 14
const SENTENCE_END = '。！？!?\n；;'
const CLAUSE_END = `${SENTENCE_END}，,：:、“”"`
const MOST_WORDS = 5

/** Where the sentence or clause that leads to a place begins, at most `reach` characters before it. */
const startOf = (text: string, at: number, ends: string, reach: number): number => {
  const least = Math.max(0, at - reach)
  let start = at
  while (start > least && !ends.includes(text.charAt(start - 1))) start -= 1
  return start
}
const endOf = (text: string, from: number): number => {
  const most = Math.min(text.length, from + REACH)
  let end = from
  while (end < most && !SENTENCE_END.includes(text.charAt(end))) end += 1
  return end
}

/** The sentence around a word, as far as it matters. */
const sentenceAt = (text: string, at: number, length: number): string =>
  text.slice(startOf(text, at, SENTENCE_END, REACH), endOf(text, at + length))

const clauseBefore = (text: string, at: number): string => text.slice(startOf(text, at, CLAUSE_END, BEFORE), at)

const lowered = (level: Risk, steps: number): Risk => RISKS[Math.min(RISKS.indexOf(level) + steps, RISKS.length - 1)] ?? 'D'

/** How dangerous a word is where it stands: denied, it says nothing; long ago, heard of, or taught about, it says less. */
const levelOf = (text: string, { at, word }: Hit<Said>, { sort, level }: NonNullable<Said>): Risk => {
  if (DENIED.test(clauseBefore(text, at))) return 'D'
  const sentence = sentenceAt(text, at, word.length)
  if (TEACHING.test(sentence) || (sort === 'danger' && SUPPOSED.test(sentence))) return lowered(level, 2)
  return PAST.test(sentence) || HEARD.test(sentence) ? lowered(level, 1) : level
}

interface Found {
  sort: RiskSort
  level: Risk
  word: string
}

const foundWords = (text: string): Found[] => {
  const found: Found[] = []
  const worst = new Map<RiskSort, Risk>()
  for (const hit of find(text)) {
    if (!hit.value) continue
    const { sort, level } = hit.value
    // What is known to be as bad needs no second look: a long message stays quick.
    const known = worst.get(sort)
    if (known !== undefined && known <= level) continue
    const here = levelOf(text, hit, hit.value)
    if (here === 'D') continue
    found.push({ sort, level: here, word: hit.word })
    worst.set(sort, here)
    const harms = sort === 'violence' || sort === 'selfHarm'
    const child = harms && here !== 'C' && !worst.has('minors') ? CHILDREN.exec(sentenceAt(text, hit.at, hit.word.length)) : null
    if (!child) continue
    found.push({ sort: 'minors', level: 'B', word: child[0] })
    worst.set('minors', 'B')
  }
  return found
}

/** What single words do not say: wages that are kept back, from many, and large sums. */
const foundPhrases = (text: string): Found[] => {
  const found: Found[] = []
  const unpaid = UNPAID.exec(text)
  if (unpaid) {
    found.push({ sort: 'wages', level: 'C', word: unpaid[0] })
    const many = MANY_WORKERS.exec(text.slice(Math.max(0, unpaid.index - REACH), unpaid.index + REACH))
    if (many) found.push({ sort: 'crowd', level: 'B', word: many[0] })
  }
  const sum = LARGE_SUM.exec(text)
  if (sum) found.push({ sort: 'money', level: 'C', word: sum[0] })
  return found
}

/** How dangerous a matter reads. Words only: what nobody has written down is not found, and staff put it right. */
export const readRisk = (text: string): RiskReading => {
  const found = [...foundWords(text), ...foundPhrases(text)].sort((one, other) => one.level.localeCompare(other.level))
  const risk = found[0]?.level ?? 'D'
  const sorts = new Set(found.map(({ sort }) => sort))
  return {
    risk,
    signs: RISK_SIGNS.filter((sign) => sorts.has(sign)),
    because: [...new Set(found.map(({ word }) => word))].slice(0, MOST_WORDS),
    sorts: [...new Set(found.filter(({ level }) => level === risk).map(({ sort }) => sort))],
  }
}

/** Asked by every submission: risk and signs alone. */
export const assess = ({ title, text }: { title?: string | undefined; text?: string | undefined }) => {
  const { risk, signs } = readRisk(`${title ?? ''}\n${text ?? ''}`)
  return { risk, signs }
}

const HELP: Partial<Record<RiskSort, string>> = {
  selfHarm: '如果有人正处在危险中，请马上拨打 110 或 120。心里难受的时候，可以拨打 24 小时心理援助热线 12356，会有人听您说。',
  violence: '如果有人正在受到伤害，请先到安全的地方，马上拨打 110；有人受伤请拨打 120。',
  danger: '如果危险正在发生，请先离开，马上拨打 119 或 110；有人受伤请拨打 120。',
}

/** Whom to call now, said only in the most dangerous case; everything else may wait for us. */
export const urgentHelp = ({ risk, sorts }: RiskReading): string | null => {
  if (risk !== 'A') return null
  return HELP.selfHarm && sorts.includes('selfHarm') ? HELP.selfHarm : (HELP[sorts.find((sort) => HELP[sort]) ?? 'danger'] ?? null)
}
