import type { Edit } from './draft'
import { ANY_SURNAME, HAN, SOMEBODY, SURNAME } from './name-patterns'
import {
  DOUBLE_SURNAMES,
  GIVEN_WORDS,
  INTRODUCTIONS,
  NEVER_IN_NAMES,
  NOT_NAMES,
  NOT_SECOND,
  PLACE_ENDS,
  ROLES,
  SURE_PLACE_ENDS,
  SURE_SURNAMES,
  SURNAMES,
  TITLES,
} from './name-words'
import { isEveryday, type Placed, placeWords } from './words'

const INTRODUCED = new RegExp(
  `(?=${SURNAME})(?<=(?:${INTRODUCTIONS})\\s?)(${SURNAME}(?:\\s?${HAN}){1,2}?)(?=$|[\\s，。、,.！!？?；;：:（(的家在把说每不经天一总住他她也又是要有于,])`,
  'gu',
)
const AFTER_ROLE = new RegExp(`(?=${ANY_SURNAME}${HAN})(?<=(?:${ROLES}|${TITLES})(?:叫|是|名叫|为|[：:“"‘(（])?\\s?)${ANY_SURNAME}`, 'gu')
/** 某人、赵铁柱 */
const LISTED = new RegExp(`(?=${ANY_SURNAME}${HAN})(?<=某人(?:、|和|与|及)\\s?)${ANY_SURNAME}`, 'gu')
const ONE_LETTER = new RegExp(`^${HAN}$`, 'u')

/** Words that are not part of a name, whatever stands before them: 昨天, 都, 方面. */
const CANNOT_BE_GIVEN = /^(?:t|d|p|r|c|m|u|f|y|q|w)/

const isLetterOfName = (letter: string | undefined): letter is string =>
  letter !== undefined && ONE_LETTER.test(letter) && !NEVER_IN_NAMES.test(letter)

interface Place {
  text: string
  /** Words by the letter at which they start, and of all letters the word that they are in. */
  at: (Placed | undefined)[]
}
const placeLetters = (text: string): Place => {
  const at: (Placed | undefined)[] = []
  for (const word of placeWords(text)) for (let i = word.start; i < word.end; i += 1) at[i] = word
  return { text, at }
}

/** Whether a word other than a name starts here: 反映 in 刘建反映. */
const startsEveryday = ({ at }: Place, index: number): boolean => {
  const word = at[index]
  return word !== undefined && word.start === index && isEveryday(word)
}

const isTold = ({ at }: Place, index: number, surname: string): boolean => {
  const word = at[index]
  if (!word || DOUBLE_SURNAMES.includes(surname)) return word !== undefined
  if (word.start < index && isEveryday(word)) return false
  if (startsEveryday({ text: '', at }, index) || NOT_NAMES.has(word.word)) return false
  return SURNAMES.has(surname) || /^(?:nr|x)/.test(word.tag)
}

/** How many letters after a surname are the given name: 建国, 勇; none is 0. */
const givenLength = (place: Place, from: number, surname: string): number => {
  const first = place.text.charAt(from)
  const second = place.text.charAt(from + 1)
  if (!isLetterOfName(first)) return 0
  const word = place.at[from]
  if (startsEveryday(place, from) && word) {
    if (word.word.length > 2 || CANNOT_BE_GIVEN.test(word.tag)) return 0
    const isSure = SURE_SURNAMES.has(surname) || GIVEN_WORDS.test(word.word) || place.at[from - 1]?.tag.startsWith('nr') === true
    return isSure && isLetterOfName(second) ? 2 : 0
  }
  const isTwo = isLetterOfName(second) && !NOT_SECOND.test(second) && !startsEveryday(place, from + 1)
  return isTwo ? 2 : 1
}

/** 书记刘建国, 被告人马文斌: who is named right after what he is. */
const findAfter = (text: string, pattern: RegExp): Edit[] => {
  const matches = [...text.matchAll(pattern)]
  if (matches.length === 0) return []
  const place = placeLetters(text)
  return matches.flatMap((match) => {
    const [surname] = match
    if (!isTold(place, match.index, surname)) return []
    const from = match.index + surname.length
    const given = givenLength(place, from, surname)
    const end = from + given
    if (given === 0 || SURE_PLACE_ENDS.test(text.slice(match.index, end))) return []
    return [{ start: match.index, end, word: SOMEBODY }]
  })
}

/** Who is introduced: 我叫赵国庆, 联系人：郭 峰, 书记刘建国. */
export const findIntroduced = (text: string): Edit[] => {
  const edits = [...text.matchAll(INTRODUCED)].flatMap((match) => {
    const [name] = match
    if (NEVER_IN_NAMES.test(name) || NOT_NAMES.has(name) || PLACE_ENDS.test(name)) return []
    return [{ start: match.index, end: match.index + name.length, word: SOMEBODY }]
  })
  const others = findAfter(text, AFTER_ROLE).filter((one) => !edits.some((edit) => edit.start < one.end && one.start < edit.end))
  return [...edits, ...others].sort((one, other) => one.start - other.start)
}

/** Who is named beside somebody who has been found: 某人、赵铁柱. */
export const findListed = (text: string): Edit[] => findAfter(text, LISTED)
