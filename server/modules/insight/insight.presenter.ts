import { dateOfDay, dayNumberOf, dayOfDate, localDate, toLocalIso, weekdayOf } from '@server/modules/deadlines'
import { suppressOne, suppressRow } from '@server/modules/opinion'
import { regionName } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import type { SignalCard, SignalMap, SignalView } from '@shared/insight/schemas'
import { Calendar } from './calendar'
import { countBy, firstsOf, partOf, type Row } from './figures'
import { abilitiesOf } from './insight.policy'
import type { SignalDetail } from './queries/get-signal'
import type { SignalRows } from './queries/list-signals'
import type { Places } from './queries/map-signals'
import { titleOf } from './title'

const WEEK = 7
/** A time line shows the weeks before the signal as well, and at most a year. */
const WEEKS_BEFORE = 8
const MOST_WEEKS = 53
const DIGITS = 3

const round = (value: number): number => Math.round(value * 10) / 10

/** A signal with the numbers of some regions; small ones are kept back. */
export const presentCard = ({ signal, rows, regions, keptBack = false }: SignalRows): SignalCard => {
  const people = keptBack ? null : suppressOne(firstsOf(rows).length)
  return {
    id: signal._id.toHexString(),
    kind: signal.kind,
    name: titleOf(signal),
    people,
    messages: people === null ? null : rows.length,
    regions: new Set(rows.map(({ regionCode }) => partOf(regionCode, regions))).size,
    firstAt: localDate(signal.firstAt),
    latestAt: localDate(signal.latestAt),
    raisedAt: signal.raisedAt,
    expected: round(signal.expected),
    observed: signal.observed,
    p: Number(signal.p.toPrecision(DIGITS)),
    muted: signal.muted,
  }
}

/** Counts of people whose sum is told too: none of the small ones can be found out. */
const keepBack = (counts: Map<string, number>): [string, number | null][] => {
  const keys = [...counts.keys()]
  const values = suppressRow([...counts.values()])
  return keys.map((key, i) => [key, values[i] ?? null])
}

const mondayOf = (day: number): number => day - weekdayOf(day) + 1

/** From some weeks before the first message to now. */
const weeksOf = (first: Date): string[] => {
  const last = mondayOf(dayNumberOf(clock.now()))
  const from = Math.max(mondayOf(dayNumberOf(first)) - WEEKS_BEFORE * WEEK, last - (MOST_WEEKS - 1) * WEEK)
  return Array.from({ length: Math.max(1, (last - from) / WEEK + 1) }, (_, i) => dateOfDay(from + i * WEEK))
}

/** Had its people come as evenly as everybody's messages, so many would have come in each week. */
const presentWeeks = (firsts: readonly Row[], days: SignalDetail['days']): SignalView['byWeek'] => {
  const [first] = firsts
  if (!first || suppressOne(firsts.length) === null) return []
  const calendar = Calendar.from(days)
  const counts = countBy(firsts, ({ week }) => week)
  const weeks = weeksOf(first.at)
  const rows = keepBack(new Map(weeks.map((week) => [week, counts.get(week) ?? 0])))
  return rows.map(([week, people]) => {
    const from = dayOfDate(week)
    const share = calendar.between(from, from + WEEK - 1) / Math.max(1, calendar.total)
    return { week, people, expected: round(firsts.length * share) }
  })
}

/** A signal with all its numbers, in the actor's regions. */
export const presentSignal = (detail: SignalDetail, actor: Actor): SignalView => {
  const { signal, rows, regions, days, support } = detail
  const firsts = firstsOf(rows)
  const parts = countBy(firsts, ({ regionCode }) => partOf(regionCode, regions))
  return {
    ...presentCard(detail),
    revision: signal.revision,
    support: suppressOne(support),
    // Others can join in what somebody brings, and cannot vote against it.
    opposition: 0,
    byWeek: presentWeeks(firsts, days),
    byRegion: keepBack(parts)
      .map(([regionCode, people]) => ({ regionCode, name: regionName(regionCode), people }))
      .sort((one, other) => (other.people ?? 0) - (one.people ?? 0) || one.regionCode.localeCompare(other.regionCode)),
    byKind: keepBack(countBy(firsts, ({ kind }) => kind)).map(([kind, people]) => ({ kind: kind as Row['kind'], people })),
    history: signal.history.map(({ at, by, text }) => ({ at: toLocalIso(at), by, text })),
    can: abilitiesOf(actor, signal, { here: firsts.length, all: signal.people }),
  }
}

/** Where things stand out, for a map; small numbers are kept back. */
export const presentMap = ({ regionCode, items, keptBack }: Places): SignalMap => {
  const people = keptBack ? [] : suppressRow(items.map((item) => item.people))
  return {
    regionCode,
    regionName: regionName(regionCode),
    items: items.map((item, i) => ({ ...item, name: regionName(item.regionCode), people: people[i] ?? null })),
  }
}
