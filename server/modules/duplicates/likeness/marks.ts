import { normalise } from './terms'

const DIGITS = '零一二三四五六七八九'
const TEN = 10

const digit = (letter: string | undefined, otherwise: number): number =>
  letter === undefined || letter === '' ? otherwise : DIGITS.indexOf(letter.replace('两', '二'))

/** 十二 → 12, 三 → 3; numbers up to ninety-nine, as houses and doors are called. */
const toNumber = (words: string): string => {
  if (/^\d+$/.test(words)) return String(Number(words))
  if (!words.includes('十')) return String(digit(words, 0))
  const [tens, ones] = words.split('十')
  return String(digit(tens, 1) * TEN + digit(ones, 0))
}

/** What a number counts, by the words for it. */
const UNITS: Record<string, string> = {
  号楼: '楼',
  栋: '楼',
  幢: '楼',
  座: '楼',
  单元: '单元',
  组: '组',
  队: '组',
  号: '号',
  室: '室',
  弄: '弄',
}
const NUMBERED = /(\d{1,5}|[一二两三四五六七八九]?十?[一二三四五六七八九]?)(号楼|栋|幢|座|单元|组|队|号|室|弄)/gu
/** A date is no house number. */
const DATES = /\d{1,4}年|\d{1,2}月\d{0,2}[日号]?/gu
/** Characters that end what stands before a name. */
const NO_NAME = '的了在到把从往上下边口面个条过走来去有是被和与及这那每对'
const PLACES = new RegExp(
  `(?:(?![${NO_NAME}])\\p{Script=Han}){2}(?=(路|街|巷|桥|河|塘|渠|小区|花园|公寓|广场|小学|中学|幼儿园|医院|菜场|市场|公园|水库|新村|大厦))`,
  'gu',
)

/** Houses, doors and groups by number (`楼:3`), and places by the two characters before what they are (`幸福路`). */
export const marksOf = (text: string): string[] => {
  const plain = normalise(text).replace(DATES, ' ')
  const marks = new Set<string>()
  for (const [, number, unit] of plain.matchAll(NUMBERED)) if (number) marks.add(`${UNITS[unit as string]}:${toNumber(number)}`)
  for (const [name, suffix] of plain.matchAll(PLACES)) marks.add(`${name}${suffix}`)
  return [...marks].slice(0, 30)
}

const unitOf = (mark: string): string | undefined => (mark.includes(':') ? mark.split(':')[0] : undefined)

/** What two texts say of the place: how many marks they share, and whether they number the same thing differently. */
export const compareMarks = (one: readonly string[], other: readonly string[]): { shared: number; differ: boolean } => {
  const known = new Set(other)
  const shared = one.filter((mark) => known.has(mark)).length
  const units = new Set(other.flatMap((mark) => unitOf(mark) ?? []))
  const sharedUnits = new Set(one.filter((mark) => known.has(mark)).map(unitOf))
  const differ = one.some((mark) => {
    const unit = unitOf(mark)
    return unit !== undefined && units.has(unit) && !sharedUnits.has(unit)
  })
  return { shared, differ }
}
