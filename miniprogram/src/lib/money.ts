const AMOUNT = /^\d{1,9}(\.\d{1,2})?$/

/** Cents as people write money: 1,800 · 1,800.50. */
export const yuan = (cents: number): string => {
  const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  const rest = cents % 100
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(2, '0')}`
}

/** Cents with their unit: 1,800 元. */
export const yuanWords = (cents: number): string => `${yuan(cents)} 元`

/** What somebody typed, in cents; undefined when it is no amount of money. Nothing is ever rounded. */
export const centsOf = (typed: string): number | undefined => {
  const plain = typed.replace(/[,，\s元]/g, '')
  if (!AMOUNT.test(plain)) return undefined
  const [whole = '0', rest = ''] = plain.split('.')
  const cents = Number(whole) * 100 + Number(rest.padEnd(2, '0'))
  return cents > 0 ? cents : undefined
}
