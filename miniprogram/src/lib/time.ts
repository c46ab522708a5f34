const DAY = 86_400_000
/** The city lives eight hours ahead of UTC all year; computed here because old telephones know no time zones. */
const OFFSET = 8 * 3_600_000
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

const shifted = (at: string | number): Date => new Date((typeof at === 'string' ? Date.parse(at) : at) + OFFSET)
const two = (value: number): string => String(value).padStart(2, '0')
const dayNumber = (at: string | number): number => Math.floor(shifted(at).getTime() / DAY)

/** `14:30` in the city. */
export const clockOf = (at: string | number): string => `${two(shifted(at).getUTCHours())}:${two(shifted(at).getUTCMinutes())}`

/** `2026-11-26`: the city's calendar day. */
export const dateOf = (at: string | number): string => shifted(at).toISOString().slice(0, 10)

/** `周四`. */
export const weekdayOf = (at: string | number): string => WEEKDAYS[shifted(at).getUTCDay()] ?? ''

/** Hour of the day in the city, 0…23. */
export const hourOf = (at: string | number): number => shifted(at).getUTCHours()

/** Day of the month. */
export const dayOfMonth = (at: string | number): number => shifted(at).getUTCDate()

/** 今天 · 明天 · 后天 · 昨天 · 周四 (within six days) · 12月3日 · 2025年12月3日. */
export const dayWords = (at: string | number, now: number = Date.now()): string => {
  const distance = dayNumber(at) - dayNumber(now)
  if (distance === 0) return '今天'
  if (distance === 1) return '明天'
  if (distance === 2) return '后天'
  if (distance === -1) return '昨天'
  if (Math.abs(distance) <= 6) return weekdayOf(at)
  const day = shifted(at)
  const year = day.getUTCFullYear() === shifted(now).getUTCFullYear() ? '' : `${day.getUTCFullYear()}年`
  return `${year}${day.getUTCMonth() + 1}月${day.getUTCDate()}日`
}

/** `周四 14:30`. */
export const timeWords = (at: string | number, now: number = Date.now()): string => `${dayWords(at, now)} ${clockOf(at)}`

/** `12月3日 周四 14:30`, for what must not be mistaken. */
export const fullTimeWords = (at: string | number): string => {
  const day = shifted(at)
  return `${day.getUTCMonth() + 1}月${day.getUTCDate()}日 ${weekdayOf(at)} ${clockOf(at)}`
}

export interface Remaining {
  words: string
  /** `late`: passed; `soon`: within a day; `fine`: later. */
  state: 'late' | 'soon' | 'fine'
}

/** How long until a deadline: 已超 2 小时 · 还有 40 分钟 · 还有 3 天. */
export const remaining = (due: string, now: number = Date.now()): Remaining => {
  const left = Date.parse(due) - now
  const size = Math.abs(left)
  const amount =
    size >= DAY
      ? `${Math.floor(size / DAY)} 天`
      : size >= 3_600_000
        ? `${Math.floor(size / 3_600_000)} 小时`
        : `${Math.max(1, Math.floor(size / 60_000))} 分钟`
  if (left < 0) return { words: `已超 ${amount}`, state: 'late' }
  return { words: `还有 ${amount}`, state: left < DAY ? 'soon' : 'fine' }
}

/** Share of a span that has passed, 0…1. */
export const elapsed = (from: string, to: string, now: number = Date.now()): number => {
  const whole = Date.parse(to) - Date.parse(from)
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, (now - Date.parse(from)) / whole))
}
