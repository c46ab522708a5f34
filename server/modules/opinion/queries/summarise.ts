import { type CaseCount, countCases, countClosures } from '@server/modules/cases'
import { timeZone } from '@server/modules/deadlines'
import { ratingsFor } from '@server/modules/feedback'
import { childrenOf } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { topOf } from '@shared/cases/categories'
import type { CaseKind } from '@shared/cases/words'
import { categoriesOf, isOf } from '../category-filter'
import { type Span, spanOf, weekOf } from '../span'
import { findRegion } from './find-region'

export interface OpinionAsked {
  regionCode?: string
  weeks: number
  kind?: CaseKind
  category?: string
}
/** The numbers as they are; the presenter keeps back those that are too small. */
export interface Figures {
  regionCode: string
  span: Span
  total: number
  previous: number
  closures: { due: number; inTime: number }
  ratings: { rated: number; satisfied: number }
  byWeek: { week: string; count: number }[]
  byCategory: { category: string; count: number; previous: number }[]
  byPlace: { regionCode: string; count: number; previous: number }[]
}

const sum = (rows: CaseCount[]): number => rows.reduce((total, row) => total + row.count, 0)

const sumBy = (rows: CaseCount[], keyOf: (row: CaseCount) => string): Map<string, number> => {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.count)
  return sums
}

/** Now and before by a key, the most first. */
const compare = (now: CaseCount[], before: CaseCount[], keyOf: (row: CaseCount) => string, keys: string[] = []) => {
  const [counts, previous] = [sumBy(now, keyOf), sumBy(before, keyOf)]
  return [...new Set([...keys, ...counts.keys(), ...previous.keys()])]
    .map((key) => ({ key, count: counts.get(key) ?? 0, previous: previous.get(key) ?? 0 }))
    .sort((one, other) => other.count - one.count || other.previous - one.previous || one.key.localeCompare(other.key))
}

/** What people brought in a region of the actor's, in numbers, beside the equally long time before. Throws Forbidden outside. */
export const summarise = async (options: { actor: Actor; asked: OpinionAsked }): Promise<Figures> => {
  const { kind, category, weeks, ...asked } = options.asked
  const regionCode = findRegion(options.actor, asked.regionCode)
  const now = clock.now()
  const span = spanOf(weeks, now)
  const places = childrenOf(regionCode).map((region) => region._id)
  const cube = { regionCode, placeLength: places[0]?.length ?? regionCode.length, timeZone: timeZone() }
  const time = { from: span.from, to: span.to }
  const categories = category === undefined ? undefined : categoriesOf(category)
  const [all, allBefore, closures, ratings] = await Promise.all([
    countCases({ ...cube, ...time }),
    countCases({ ...cube, ...span.previous }),
    countClosures({ regionCode, ...time, kind, categories, now }),
    ratingsFor({ regionCode, ...time, kind, category }),
  ])
  const wanted = (row: CaseCount) => (kind === undefined || row.kind === kind) && isOf(row.category, category)
  const [found, before] = [all.filter(wanted), allBefore.filter(wanted)]
  const perWeek = sumBy(found, (row) => weekOf(row.week))
  return {
    regionCode,
    span,
    total: sum(found),
    previous: sum(before),
    closures,
    ratings,
    byWeek: span.weeks.map((week) => ({ week, count: perWeek.get(week) ?? 0 })),
    byCategory: compare(found, before, (row) => (category === undefined ? topOf(row.category) : row.category)).map(
      ({ key, ...counts }) => ({ category: key, ...counts }),
    ),
    byPlace: compare(found, before, (row) => row.place, places).map(({ key, ...counts }) => ({ regionCode: key, ...counts })),
  }
}
