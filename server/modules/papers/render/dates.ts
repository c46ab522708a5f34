/** 2026-03-09 → 2026年3月9日 */
export const dateWords = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
