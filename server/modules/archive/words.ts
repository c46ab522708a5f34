import { localDate, toLocalIso } from '@server/modules/deadlines'

/** 2026年3月1日 */
export const dateWords = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
export const dayWords = (at: Date): string => dateWords(localDate(at))
/** 2026年3月1日 09:05 */
export const timeWords = (at: Date): string => `${dayWords(at)} ${toLocalIso(at).slice(11, 16)}`
/** 1,234.50元 */
export const moneyWords = (cents: number): string => {
  const [whole = '0', part = '00'] = (cents / 100).toFixed(2).split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part}元`
}
