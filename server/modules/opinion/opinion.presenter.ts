import { toLocalIso } from '@server/modules/deadlines'
import { regionName, regionPath } from '@server/modules/regions'
import { categoryName } from '@shared/cases/categories'
import { SUPPRESS_BELOW, type Summary, type Wording as WordingView } from '@shared/opinion/schemas'
import { CODE_LENGTHS } from '@shared/regions/schemas'
import type { Figures } from './queries/summarise'
import { weekOf } from './span'
import { suppressOne, suppressRow } from './suppress'
import type { Wording } from './wording.model'

/** A share with two decimals; null when it rests on too few. */
const share = (part: number, of: number): number | null => (of < SUPPRESS_BELOW ? null : Math.round((part / of) * 100) / 100)

/** Rows whose counts, now and before, are kept back where they are too small. */
const keepBack = <R extends { count: number; previous: number }>(rows: R[]) => {
  const counts = suppressRow(rows.map((row) => row.count))
  const previous = suppressRow(rows.map((row) => row.previous))
  return rows.map((row, i) => ({ ...row, count: counts[i] ?? null, previous: previous[i] ?? null }))
}

/** The numbers, without those by which somebody could be made out. */
export const presentSummary = (figures: Figures): Summary => {
  const { regionCode, span, closures, ratings } = figures
  const weeks = suppressRow(figures.byWeek.map((one) => one.count))
  return {
    regionCode,
    regionName: regionName(regionCode),
    from: toLocalIso(span.from),
    to: toLocalIso(span.to),
    total: suppressOne(figures.total),
    previous: suppressOne(figures.previous),
    closedShare: share(closures.inTime, closures.due),
    satisfiedShare: share(ratings.satisfied, ratings.rated),
    rated: suppressOne(ratings.rated),
    byWeek: figures.byWeek.map(({ week }, i) => ({ week, count: weeks[i] ?? null })),
    byCategory: keepBack(figures.byCategory).map((row) => ({ ...row, name: categoryName(row.category) })),
    byPlace: keepBack(figures.byPlace).map((row) => ({ ...row, name: regionName(row.regionCode) })),
  }
}

/** Somebody's words: no place below the village, no day. */
export const presentWording = (row: Wording, words: string[]): WordingView => ({
  id: row._id,
  kind: row.kind,
  category: row.category,
  regionName: regionPath(row.regionCode.slice(0, CODE_LENGTHS.village)),
  week: weekOf(row.at),
  text: row.text,
  marks: words.filter((word) => row.text.toLowerCase().includes(word)),
})
