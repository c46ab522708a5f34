const DAY = 86_400_000
const MINUTE = 60_000
const QUARTER = 15 * MINUTE
// Offsets of a zone with changes are remembered by the quarter hour; no zone changes in the middle of one.
const REMEMBERED = 20_000
/** Zones that do not change between these years are converted with one constant. */
const STEADY_FROM = Date.UTC(1992, 0, 1)
const STEADY_TO = Date.UTC(2060, 0, 1)

interface Zone {
  name: string
  format: Intl.DateTimeFormat
  /** Offset from UTC in ms, when it never changes. */
  steady: number | undefined
  known: Map<number, number>
}

const ask = (format: Intl.DateTimeFormat, ms: number): number => {
  const parts = Object.fromEntries(format.formatToParts(ms).map((part) => [part.type, Number(part.value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000
}

const makeZone = (name: string): Zone => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const first = ask(format, STEADY_FROM)
  let steady: number | undefined = first
  // Every tenth day: the shortest summer time in the world lasts about a month.
  for (let at = STEADY_FROM; at < STEADY_TO && steady !== undefined; at += 10 * DAY) if (ask(format, at) !== first) steady = undefined
  return { name, format, steady, known: new Map() }
}

let zone: Zone | undefined
let wanted = 'Asia/Shanghai'
const current = (): Zone => {
  if (zone?.name !== wanted) zone = makeZone(wanted)
  return zone
}

/** Sets the city's time zone (an IANA name) for this process. Throws RangeError for a name that nobody knows. */
export const useTimeZone = (name: string): void => {
  wanted = name
  current()
}
/** The city's time zone. */
export const timeZone = (): string => wanted

/** How far local time is ahead of UTC at an instant; both in ms. */
const offsetAt = (ms: number): number => {
  const here = current()
  if (here.steady !== undefined && ms >= STEADY_FROM && ms < STEADY_TO) return here.steady
  const quarter = Math.floor(ms / QUARTER)
  let offset = here.known.get(quarter)
  if (offset === undefined) {
    if (here.known.size >= REMEMBERED) here.known.clear()
    offset = ask(here.format, ms)
    here.known.set(quarter, offset)
  }
  return offset
}

/** Days since 1970-01-01 of the local day on which an instant falls. */
export const dayNumberOf = (at: Date): number => Math.floor((at.getTime() + offsetAt(at.getTime())) / DAY)
/** The local date, YYYY-MM-DD, of a day number. */
export const dateOfDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)
/** The day number of a local date, YYYY-MM-DD. */
export const dayOfDate = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY)
/** The local date, YYYY-MM-DD, on which an instant falls. */
export const localDate = (at: Date): string => dateOfDay(dayNumberOf(at))
/** 1 Monday … 7 Sunday, of a day number. */
export const weekdayOf = (day: number): number => ((day + 3) % 7) + 1

/**
 * The instant at which local clocks show `minutes` after midnight of a day.
 * A time that a change of clocks skips is taken as much later; of a time that comes twice, the first.
 */
export const instantAt = (day: number, minutes: number): Date => {
  const local = day * DAY + minutes * MINUTE
  const candidates = [offsetAt(local - DAY), offsetAt(local + DAY)].map((offset) => local - offset)
  const exact = candidates.filter((ms) => ms + offsetAt(ms) === local)
  return new Date(exact.length > 0 ? Math.min(...exact) : Math.max(...candidates))
}

const padded = (count: number, width: number): string[] => Array.from({ length: count }, (_, value) => String(value).padStart(width, '0'))
const TWO = padded(100, 2)
const THREE = padded(1000, 3)
const suffixOf = (offset: number): string => {
  const minutes = Math.abs(offset) / MINUTE
  return `${offset < 0 ? '-' : '+'}${TWO[Math.floor(minutes / 60)]}:${TWO[Math.floor(minutes % 60)]}`
}
// A list of twenty cases has a hundred times in it, of few days: their dates are remembered.
const dates = new Map<number, string>()
const rememberedDate = (day: number): string => {
  let date = dates.get(day)
  if (date === undefined) {
    if (dates.size >= REMEMBERED) dates.clear()
    date = dateOfDay(day)
    dates.set(day, date)
  }
  return date
}
const suffix = { offset: 0, text: suffixOf(0) }

/** An instant as ISO 8601 with the city's offset, the form in which answers give times. */
export const toLocalIso = (at: Date): string => {
  const offset = offsetAt(at.getTime())
  if (offset !== suffix.offset) Object.assign(suffix, { offset, text: suffixOf(offset) })
  const local = at.getTime() + offset
  const day = Math.floor(local / DAY)
  const ms = local - day * DAY
  const hours = TWO[Math.floor(ms / 3_600_000)]
  const minutes = TWO[Math.floor(ms / MINUTE) % 60]
  return `${rememberedDate(day)}T${hours}:${minutes}:${TWO[Math.floor(ms / 1000) % 60]}.${THREE[ms % 1000]}${suffix.text}`
}

/** Minutes from midnight of a time of day such as `08:30`. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
