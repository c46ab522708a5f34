/** What stands on one line, and no longer than there is room for; what was cut says so. */
export const cut = (text: string, room: number): string => {
  const signs = [...text.replace(/\s+/gu, ' ').trim()]
  return signs.length <= room ? signs.join('') : `${signs.slice(0, Math.max(0, room - 1)).join('')}…`
}

/** How much of some room each of several gets; one alone does not take all of it. */
export const leftForEach = (room: number, count: number): number => Math.floor(room / Math.max(3, count))
