import type { TaggedWord } from '@node-rs/jieba'
import type { Edit } from './draft'
import { SOMEBODY } from './name-patterns'
import {
  AFTER_PLACES,
  DOUBLE_SURNAMES,
  NEVER_IN_NAMES,
  NOT_NAMES,
  PLACE_ENDS,
  SURE_PLACE_ENDS,
  SURE_SURNAMES,
  SURNAMES,
  WORD_STARTS,
} from './name-words'
import { type Placed, placeWords } from './words'

const startsLikeName = (word: string): boolean =>
  DOUBLE_SURNAMES.some((surname) => word.startsWith(surname) && word.length > surname.length) ||
  SURNAMES.has(/^[老小阿]/.test(word) ? word.charAt(1) : word.charAt(0))

/** Whether a dictionary's word, or one that it has guessed (`x`), is the name of somebody. */
const isName = ({ word, tag }: TaggedWord): boolean => {
  if (
    word.length < 2 ||
    word.length > 4 ||
    !/^\p{Script=Han}+$/u.test(word) ||
    !startsLikeName(word) ||
    NOT_NAMES.has(word) ||
    WORD_STARTS.has(word.slice(0, 2))
  )
    return false
  if (word.length === 4 && !DOUBLE_SURNAMES.includes(word.slice(0, 2))) return false
  if (tag.startsWith('nr')) return !/[请您的了]/.test(word) && !SURE_PLACE_ENDS.test(word) && !/^.家$/.test(word)
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
  if (next && AFTER_PLACES.test(next.word)) return one.word
  return isName({ word: stem, tag: one.tag }) ? `${SOMEBODY}${rest}` : one.word
}

/** Names that the dictionary tells. */
export const findTagged = (text: string): Edit[] => {
  const words = placeWords(text)
  return words.flatMap((one, i) => {
    const word = replaceWord(words[i - 1], one, words[i + 1])
    return word === one.word ? [] : [{ start: one.start, end: one.end, word }]
  })
}
