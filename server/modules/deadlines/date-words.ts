import { localDate, toLocalIso } from './local-time'

/** 2026-03-09 → 2026年3月9日 */
export const dateWords = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
/** 2026年3月9日 */
export const dayWords = (at: Date): string => dateWords(localDate(at))
/** 3月9日 */
export const shortDay = (at: Date): string => dayWords(at).replace(/^.+年/, '')
/** 09:05 */
export const clockWords = (at: Date): string => toLocalIso(at).slice(11, 16)
/** 2026年3月9日 09:05 */
export const timeWords = (at: Date): string => `${dayWords(at)} ${clockWords(at)}`
/** 3月9日 09:05 */
export const shortTime = (at: Date): string => `${shortDay(at)} ${clockWords(at)}`
