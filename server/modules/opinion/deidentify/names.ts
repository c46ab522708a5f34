import type { TaggedWord } from '@node-rs/jieba'
import { tagWords } from '../jieba'
import {
  DOUBLE_SURNAMES,
  INTRODUCTIONS,
  NEVER_IN_NAMES,
  NOT_NAMES,
  PLACE_ENDS,
  SHORT_TITLES,
  SURE_PLACE_ENDS,
  SURE_SURNAMES,
  SURNAMES,
  TITLES,
} from './name-words'

const SOMEBODY = '某人'
const HAN = '\\p{Script=Han}'
const SURNAME = `(?:${DOUBLE_SURNAMES.join('|')}|[${[...SURNAMES].join('')}])`
const TITLED = new RegExp(`[老小阿]?${SURNAME}${HAN}{0,2}?(${TITLES})`, 'gu')
const INTRODUCED = new RegExp(
  `(?<=(?:${INTRODUCTIONS})\\s?)(${SURNAME}(?:\\s?${HAN}){1,2}?)(?=$|[\\s，。、,.！!？?；;：:（(的家在把说每不经天一总住他她也又是要有于,])`,
  'gu',
)

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Names that the case knows, also with blanks between their letters. */
const removeKnown = (text: string, names: readonly string[]): string => {
  const sure = names.map((name) => name.trim()).filter((name) => [...name].length >= 2)
  sure.sort((one, other) => other.length - one.length)
  return sure.reduce((rest, name) => rest.replace(new RegExp([...name].map(escapeRegExp).join('\\s*'), 'gu'), SOMEBODY), text)
}

interface Placed extends TaggedWord {
  start: number
  end: number
}
/** The words of a text with their places in it. */
const placeWords = (text: string): Placed[] => {
  let start = 0
  return tagWords(text).map(({ word, tag }) => {
    const placed = { word, tag, start, end: start + word.length }
    start = placed.end
    return placed
  })
}

const isEveryday = ({ word, tag }: TaggedWord): boolean => !/^(nr|x)/.test(tag) && word.length > 1 && !DOUBLE_SURNAMES.includes(word)

/** 张主任, 王秀兰调解员, 老李头家 → 某主任, …: only where words begin, and not where the name is an everyday word (江边大爷). */
const removeTitled = (text: string): string => {
  const words = placeWords(text)
  const starts = new Set(words.map((word) => word.start))
  const ends = new Set(words.map((word) => word.end))
  const everyday = new Map(words.filter(isEveryday).map((word) => [word.start, word.end]))
  return text.replace(TITLED, (found: string, title: string, at: number) => {
    const nameEnd = at + found.length - title.length
    const isWord = (everyday.get(at) ?? 0) > at && Number(everyday.get(at)) <= nameEnd
    const misfit = !starts.has(at) || (SHORT_TITLES.has(title) && !ends.has(at + found.length))
    if (misfit || isWord || NEVER_IN_NAMES.test(found.slice(0, found.length - title.length))) return found
    return title.startsWith('某') ? SOMEBODY : `某${title}`
  })
}

const removeIntroduced = (text: string): string =>
  text.replace(INTRODUCED, (name: string) => (NEVER_IN_NAMES.test(name) || NOT_NAMES.has(name) || PLACE_ENDS.test(name) ? name : SOMEBODY))

const startsLikeName = (word: string): boolean =>
  DOUBLE_SURNAMES.some((surname) => word.startsWith(surname) && word.length > surname.length) ||
  SURNAMES.has(/^[老小阿]/.test(word) ? word.charAt(1) : word.charAt(0))

/** Whether a dictionary's word, or one that it has guessed (`x`), is the name of somebody. */
const isName = ({ word, tag }: TaggedWord): boolean => {
  if (word.length < 2 || word.length > 4 || !/^\p{Script=Han}+$/u.test(word) || !startsLikeName(word) || NOT_NAMES.has(word)) return false
  if (tag.startsWith('nr')) return !SURE_PLACE_ENDS.test(word)
  return tag === 'x' && word.length === 3 && SURE_SURNAMES.has(word.charAt(0)) && !NEVER_IN_NAMES.test(word) && !PLACE_ENDS.test(word)
}

const isCalled = (word: Placed | undefined): boolean => /^[老小阿]$/.test(word?.word ?? '')
const isPerson = (word: Placed | undefined): word is Placed => word?.tag.startsWith('nr') === true
/** 李, as the dictionary sees it after 小. */
const isBareSurname = (word: Placed | undefined): boolean => isPerson(word) && SURNAMES.has(word.word)
const isSurname = (word: Placed | undefined): boolean => word !== undefined && SURE_SURNAMES.has(word.word)
const isGiven = (word: Placed | undefined): boolean =>
  isPerson(word) && word.word.length <= 2 && !isSurname(word) && !NOT_NAMES.has(word.word)

/** What a word becomes, seen with its neighbours: 小+李, 刘+海燕, and 杨桂香家, which the dictionary takes for one word. */
const replaceWord = (before: Placed | undefined, one: Placed, next: Placed | undefined): string => {
  if (isCalled(one) && isBareSurname(next)) return ''
  if (isCalled(before) && isBareSurname(one)) return SOMEBODY
  if (isSurname(one) && isGiven(next)) return ''
  if (isSurname(before) && isGiven(one)) return SOMEBODY
  const [, stem = one.word, rest = ''] = one.tag === 'x' ? (/^(.{3})([家说们])$/.exec(one.word) ?? []) : []
  return isName({ word: stem, tag: one.tag }) ? `${SOMEBODY}${rest}` : one.word
}

/** Names that the dictionary tells. */
const removeTagged = (text: string): string => {
  const words = placeWords(text)
  return words.map((one, i) => replaceWord(words[i - 1], one, words[i + 1])).join('')
}

/** Names of people: those that the case knows, and whoever else is named with a title, an introduction, or by a name that is known as one. */
export const removeNames = (text: string, known: readonly string[]): string =>
  removeTagged(removeIntroduced(removeTitled(removeKnown(text, known))))
