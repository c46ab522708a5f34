import type { FitPart, Weights } from '@shared/dispatch/routing'
import { FIT_PARTS } from '@shared/dispatch/routing'
import { CODE_LENGTHS, chainOf } from '@shared/regions/schemas'
import type * as z from 'zod/mini'
import { type DeskBoard, isAway, loadOf, type Place, type Point, takesOf } from './desk-board'

/** What of a case decides who fits. */
export interface Wanted {
  regionCode: string
  category: string
  location?: Point | undefined
  /** Languages that were asked for, besides Mandarin. */
  languages?: readonly string[]
}
export interface Rules {
  weights: z.infer<typeof Weights>
  /** Only who has named the category. */
  specialistsOnly?: boolean
  /** Lengths of region codes at which to look; all when missing. */
  lengths?: readonly number[] | undefined
}
export interface Fit {
  place: Place
  /** The region by which it was found. */
  code: string
  score: number
  parts: Record<FitPart, number>
}

/** Takes everything, and so this too. */
const GENERALIST = 0.5
/** Farther than this is as far as can be. */
const FAR_KM = 30
const KM_PER_DEGREE = 111.2
const NEUTRAL = 1

/** Kilometres between two points of one city; the earth is flat there. */
export const kilometres = ([x1, y1]: Point, [x2, y2]: Point): number =>
  Math.hypot((x1 - x2) * Math.cos(((y1 + y2) / 2) * (Math.PI / 180)), y1 - y2) * KM_PER_DEGREE

const clamp = (value: number): number => Math.min(1, Math.max(0, value))
const round = (value: number): number => Math.round(value * 1000) / 1000

/** The regions whose mediators serve a place, nearest first: grid, village, township, county. */
export const servingCodes = (regionCode: string): string[] => chainOf(regionCode).filter((code) => code.length >= CODE_LENGTHS.county)

const languagePart = ({ languages = [] }: Wanted, { desk }: Place): number =>
  languages.length === 0 ? NEUTRAL : languages.filter((one) => desk.languages?.includes(one)).length / languages.length

const distancePart = ({ location }: Wanted, { home }: Place): number =>
  location && home ? clamp(1 - kilometres(location, home) / FAR_KM) : NEUTRAL

/** What one place would have had of the group's cases if they were shared by capacity. */
const fairShare = (group: readonly Place[]): ((place: Place) => number) => {
  const given = group.reduce((sum, { recent, reserved }) => sum + recent + reserved, 0)
  const capacity = group.reduce((sum, { desk }) => sum + desk.capacity, 0)
  return ({ desk }) => (capacity === 0 ? 0 : (given * desk.capacity) / capacity)
}

/** 1: had nothing in the last 30 days; half: as much as is fair; 0: twice as much and more. Few cases say little. */
const fairnessPart = (place: Place, fair: number): number => clamp(1 - (place.recent + place.reserved) / (2 * Math.max(1, fair)))

interface Level {
  code: string
  part: number
  places: Place[]
}

/** Who comes into question at each level, with room or without; nobody at two levels. */
const levelsOf = (options: { board: DeskBoard; wanted: Wanted; rules: Rules; date: string }): Level[] => {
  const { board, wanted, rules, date } = options
  const codes = servingCodes(wanted.regionCode)
  const met = new Set<Place>()
  return codes.flatMap((code, index) => {
    if (rules.lengths && !rules.lengths.includes(code.length)) return []
    const places: Place[] = []
    for (const place of board.serving(code)) {
      const takes = met.has(place) ? undefined : takesOf(place.desk, wanted.category)
      if (!takes || (rules.specialistsOnly && takes !== 'named') || !place.desk.open || isAway(place.desk, date)) continue
      met.add(place)
      places.push(place)
    }
    return places.length === 0 ? [] : [{ code, part: codes.length === 1 ? 1 : 1 - index / (codes.length - 1), places }]
  })
}

const better = (one: Fit, other: Fit): number =>
  other.score - one.score ||
  loadOf(one.place) - loadOf(other.place) ||
  one.place.desk.lastAssignedAt.getTime() - other.place.desk.lastAssignedAt.getTime() ||
  (one.place.desk.personId < other.place.desk.personId ? -1 : 1)

/**
 * Who fits a case, the best first: those who serve its place, take its category, are there, and have room. Each part of
 * the fit is between 0 and 1; the weights say what counts how much. `still` leaves out load and fairness, and whoever is
 * full is in: for comparing rules.
 */
export const rankDesks = (options: {
  board: DeskBoard
  wanted: Wanted
  rules: Rules
  date: string
  exclude?: ReadonlySet<string>
  still?: boolean
}): Fit[] => {
  const { wanted, rules, exclude, still = false } = options
  const { weights } = rules
  const found: Fit[] = []
  for (const { code, part, places } of levelsOf(options)) {
    const fair = fairShare(places)
    for (const place of places) {
      const { desk } = place
      if (exclude?.has(desk.personId) || (!still && loadOf(place) >= desk.capacity)) continue
      const parts: Fit['parts'] = {
        speciality: takesOf(desk, wanted.category) === 'named' ? 1 : GENERALIST,
        level: part,
        language: languagePart(wanted, place),
        distance: distancePart(wanted, place),
        load: still ? NEUTRAL : clamp(1 - loadOf(place) / Math.max(1, desk.capacity)),
        fairness: still ? NEUTRAL : fairnessPart(place, fair(place)),
      }
      let score = 0
      for (const name of FIT_PARTS) score += weights[name] * parts[name]
      found.push({ place, code, score, parts })
    }
  }
  return found.sort(better)
}

/** The best of those that came into question, as the case keeps them. */
export const candidatesOf = (fits: readonly Fit[]) =>
  fits.slice(0, 5).map(({ place, score, parts }) => ({
    personId: place.desk.personId,
    name: place.desk.name,
    score: round(score),
    parts: Object.fromEntries(FIT_PARTS.map((name) => [name, round(parts[name])])) as Fit['parts'],
  }))
