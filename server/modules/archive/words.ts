/** 1,234.50元 */
export const moneyWords = (cents: number): string => {
  const [whole = '0', part = '00'] = (cents / 100).toFixed(2).split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part}元`
}
