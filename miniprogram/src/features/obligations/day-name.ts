/** `2026-12-03` as 12月3日; with the year when it is another one than `today`'s. */
export const dayName = (day: string, today: string): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year === today.slice(0, 4) ? '' : `${year}年`}${Number(month)}月${Number(date)}日`
}
