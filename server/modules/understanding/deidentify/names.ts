import type { Edit, Step } from './draft'
import { findIntroduced, findListed } from './introduced'
import { ANY_SURNAME, HAN, SOMEBODY, SURNAME } from './name-patterns'
import { AFTER_SURNAMES, MINORITY, NEVER_IN_NAMES, NOT_NAMES, SHORT_TITLES, SURE_SURNAMES, TITLES } from './name-words'
import { findTagged } from './tagged'
import { isEveryday, placeWords } from './words'

const TITLED = new RegExp(`[老小阿]?${ANY_SURNAME}${HAN}{0,2}?(${TITLES})`, 'gu')
/** 阿依古丽·买买提, and 卓玛大姐: names of minorities, written in letters that are used for hardly anything else. */
const DOTTED = new RegExp(`[${MINORITY}]{2,8}(?:[·•・‧.][${MINORITY}]{2,8})+`, 'gu')
const TITLED_MINORITY = new RegExp(`[${MINORITY}]{2,6}(${TITLES})`, 'gu')
/** 老周头, 姓丁的, 熊老三 */
const CALLED = new RegExp(
  `老${ANY_SURNAME}头|(?<=姓)${ANY_SURNAME}(?=[的，。,、；;）)]|某|$)|${SURNAME}老(?:[大二三四五六七八九幺]|太(?:太|婆)?|汉|头)|${SURNAME}[二三四五六]?(?:麻子|瘸子|胖子|瞎子|傻子|秃子)|张三|李四|王五|阿[强辉杰伟明华军勇芳珍英莲梅红兰玲霞萍丽娟](?!${HAN}?[县市])|(?<=外号|绰号)[“"'叫]*${HAN}{2,4}`,
  'gu',
)

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const editsOf = (text: string, pattern: RegExp, word: (match: RegExpMatchArray) => string | undefined): Edit[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const replacement = word(match)
    return replacement === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, word: replacement }]
  })

/** Names that the case knows, also with blanks between their letters. */
const knownPattern = (names: readonly string[]): RegExp | undefined => {
  const sure = names.map((name) => name.trim()).filter((name) => [...name].length >= 2)
  sure.sort((one, other) => other.length - one.length)
  return sure.length > 0 ? new RegExp(sure.map((name) => [...name].map(escapeRegExp).join('\\s*')).join('|'), 'gu') : undefined
}

/** Whether what stands before a title is a name, and not the beginning of a word (施工, 房产局, 江边大爷). */
const isBeforeTitle = (name: string, title: string): boolean => {
  if (NEVER_IN_NAMES.test(name) || NOT_NAMES.has(name)) return false
  return !AFTER_SURNAMES.has(title) || SURE_SURNAMES.has(name.replace(/^[老小]/, ''))
}

/** 张主任, 王秀兰调解员, 老李头家 → 某主任, …: only where words begin, and not where one is an everyday word. */
const findTitled = (text: string): Edit[] => {
  const words = placeWords(text)
  const starts = new Map(words.map((word) => [word.start, word]))
  const ends = new Set(words.map((word) => word.end))
  return editsOf(text, TITLED, (match) => {
    const [found, title = ''] = match
    const at = match.index as number
    const first = starts.get(at)
    if (!first || isEveryday(first) || (SHORT_TITLES.has(title) && !ends.has(at + found.length))) return undefined
    if (!isBeforeTitle(found.slice(0, found.length - title.length), title)) return undefined
    return title.startsWith('某') ? SOMEBODY : `某${title}`
  })
}

const findDotted = (text: string): Edit[] => (/[·•・‧.]/.test(text) ? editsOf(text, DOTTED, () => SOMEBODY) : [])
const findTitledMinority = (text: string): Edit[] => {
  const found = editsOf(text, TITLED_MINORITY, ([, title = '']) => (SHORT_TITLES.has(title) ? undefined : `某${title}`))
  if (found.length === 0) return []
  const words = placeWords(text)
  return found.filter(({ start, end }) => {
    const first = words.find((word) => word.start === start)
    return first !== undefined && !(isEveryday(first) && first.end < end)
  })
}
const findCalled = (text: string): Edit[] => editsOf(text, CALLED, ([name]) => (name.startsWith('某') ? undefined : SOMEBODY))

const FINDERS = [findDotted, findCalled, findTitled, findTitledMinority, findIntroduced, findTagged]

/** What all find in the same text, so that it is cut into words once; where two find the same, the first counts. */
const findNames = (text: string): Edit[] => {
  const edits: Edit[] = []
  for (const find of FINDERS) {
    const others = find(text).filter((one) => !edits.some((edit) => edit.start < one.end && one.start < edit.end))
    edits.push(...others)
  }
  return edits.sort((one, other) => one.start - other.start)
}

/** Names of people: those that are known, and whoever else is named with a title, an introduction, or by a name that is known as one. */
export const nameSteps = (names: readonly string[]): Step[] => {
  const known = knownPattern(names)
  const finders = [findNames, findListed]
  if (known) finders.unshift((text) => editsOf(text, known, () => SOMEBODY))
  return finders.map((find) => ({ kind: 'name', find }))
}
