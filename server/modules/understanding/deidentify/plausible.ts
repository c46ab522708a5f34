const YEAR = /^(?:19|20)\d\d$/
const DAY = /^(?:19|20)\d\d[- ]?(?:0?[1-9]|1[0-2])[- ]?(?:0?[1-9]|[12]\d|3[01])(?:[ -]\d{1,2})?$/
const AMOUNT = /^\s?(?:多|余)?(?:元|块|万|亿|平|米|吨|斤|度|个|人|户|年|公里|千|㎡|m²)/
const THOUSANDS = /^\d{1,3}(?:,\d{3})+$/
/** GB50016-2014 */
const STANDARD = /^[A-Za-z]{2} ?\d{3,5}[- ](?:19|20)\d\d$/
/** 0731-12345 */
const HOTLINE = /^0\d{2,3}[- ]?(?:1[12]\d{3}|9[56]\d{3})$/
const ROUND = 10
/** No amount has more digits. */
const LONGEST_AMOUNT = 12

const piecesOf = (plain: string): string[] => plain.split(/\D+/).filter((piece) => piece !== '')

/** 3000-5000: from one round number to another. */
const isRange = (pieces: string[]): boolean => {
  const [from = 0, to = 0] = pieces.map(Number)
  return pieces.length === 2 && from !== to && from % ROUND === 0 && to % ROUND === 0 && pieces.every((piece) => !piece.startsWith('0'))
}

const isAmount = (pieces: string[], after: string): boolean => AMOUNT.test(after) && pieces.every((piece) => piece.length <= LONGEST_AMOUNT)

/** Whether a long number is an amount, a date, years, or a range of amounts. */
export const isFigure = (plain: string, after: string): boolean => {
  const pieces = piecesOf(plain)
  if (STANDARD.test(plain) || HOTLINE.test(plain)) return true
  if (/^[A-Za-z]/.test(plain)) return false
  return DAY.test(plain.trim()) || isAmount(pieces, after) || pieces.every((piece) => YEAR.test(piece)) || isRange(pieces)
}

/** 3、5、7、9、11路; 8/16，8/20，8/21 */
const isList = (plain: string, pieces: string[]): boolean => {
  const isRising = pieces.every((piece, i) => i === 0 || Number(piece) > Number(pieces[i - 1]))
  return /[,、]/.test(plain) && pieces.every((piece) => piece.length <= 2) && (isRising || pieces.some((piece) => piece.length === 2))
}

/** Whether eleven digits may be a telephone's: not an amount, a span of days, or a list of small numbers. */
export const isMobileLike = (plain: string, after: string): boolean => {
  const pieces = piecesOf(plain)
  if (pieces.length <= 1) return true
  if (THOUSANDS.test(plain) && AMOUNT.test(after)) return false
  if (String(pieces[0]).length <= 2 && pieces.some((piece) => YEAR.test(piece)) && /[.-]/.test(plain)) return false
  return !isList(plain, pieces)
}

const BORN = /^\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/
/** Whether the digits of a card are grouped as people group them; dots and commas stand in lists of amounts as well. */
export const isSpacedCard = (plain: string, after: string): boolean => {
  const pieces = piecesOf(plain)
  if (pieces.every((piece) => YEAR.test(piece)) || isAmount(pieces, after)) return false
  if (!/[.,/_·]/.test(plain) || BORN.test(pieces.join(''))) return true
  const groups = pieces.slice(0, -1).map((piece) => piece.length)
  const [size = 0] = groups
  return (size >= 4 || size === 1) && groups.every((length) => length === size)
}

/** Digits of a plate; people write O for zero. */
export const plateDigits = (plain: string): number => plain.slice(2).replaceAll(/[^\dOo]/g, '').length
