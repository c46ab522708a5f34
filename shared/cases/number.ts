/**
 * The public number of a case, `YYMM-NNNNNN-C`: short, free of letters, and safe to read over the telephone.
 * C is a Damm check digit: it finds every single wrong digit and every swap of neighbours.
 */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

const checkDigit = (digits: string): string => {
  let state = 0
  for (const digit of digits) state = Number(DAMM[state]?.[Number(digit)])
  return String(state)
}

/** `sequence` 1…999999 in the month `yymm`. */
export const formatNumber = (yymm: string, sequence: number): string => {
  const body = String(sequence).padStart(6, '0')
  return `${yymm}-${body}-${checkDigit(yymm + body)}`
}

/** Whether a number is well formed and its check digit right. */
export const isNumber = (value: string): boolean => {
  const match = /^(\d{4})-(\d{6})-(\d)$/.exec(value)
  return match !== null && checkDigit(`${match[1]}${match[2]}`) === match[3]
}
