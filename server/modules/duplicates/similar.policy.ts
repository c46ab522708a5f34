import type { Case } from '@server/modules/cases'
import type { CaseKind, Relation } from '@shared/cases/words'
import type { SimilarWhy } from './pair.model'

/** How far apart two reports of one spot may be marked on a map. */
export const SPOT_METRES = 250
/** Farther away than this, places do not speak for one matter any more. */
export const NEAR_METRES = 1000
const VILLAGE_DIGITS = 12
const DAY = 86_400_000
/** How far back others are looked for; and how long one that has ended counts. */
export const LOOK_BACK_MS = 90 * DAY
export const ENDED_MS = 30 * DAY
/** Within this the same person repeats; after it, it is a new matter. */
export const REPEAT_MS = 30 * DAY

/**
 * How alike two cases must read, by how near they are. Chosen on pairs written for it (tests/server/duplicates/pairs.ts)
 * and tried on real messages: the nearer the place, the less the words have to say.
 */
export const ALIKE = { spot: 0.26, near: 0.36, village: 0.4, township: 0.5, elsewhere: 0.65, samePerson: 0.4 } as const
/** Who writes may be shown a little more: it is for them to say whether it is the same. */
export const ALIKE_TO_WRITER = { spot: 0.18, near: 0.28, village: 0.33, township: 0.42, elsewhere: 0.65, samePerson: 0.65 } as const
export type Nearness = keyof typeof ALIKE

interface Located {
  regionCode: string
  at: Date
  personIds: readonly string[]
  point?: { coordinates: readonly number[] }
}

const EARTH_METRES = 6_371_000
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres between two points [longitude, latitude]. */
export const metresBetween = (one: readonly number[], other: readonly number[]): number => {
  const [lng1 = 0, lat1 = 0] = one
  const [lng2 = 0, lat2 = 0] = other
  const y = Math.sin(radians(lat2 - lat1) / 2) ** 2
  const x = Math.sin(radians(lng2 - lng1) / 2) ** 2 * Math.cos(radians(lat1)) * Math.cos(radians(lat2))
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(x + y)))
}

/** Metres between two cases; null when one of them has no point. */
export const metresOf = (one: Pick<Located, 'point'>, other: Pick<Located, 'point'>): number | null =>
  one.point && other.point ? Math.round(metresBetween(one.point.coordinates, other.point.coordinates)) : null

const villageOf = (code: string): string | undefined => (code.length >= VILLAGE_DIGITS ? code.slice(0, VILLAGE_DIGITS) : undefined)
const TOWNSHIP_DIGITS = 9
/** Where others are looked for. */
export const townshipOf = (regionCode: string): string => regionCode.slice(0, TOWNSHIP_DIGITS)

/** How near two cases are, by their points, or else by their regions. */
export const placesOf = (one: Omit<Located, 'at' | 'personIds'>, other: Omit<Located, 'at' | 'personIds'>): Nearness => {
  const metres = metresOf(one, other)
  if (metres !== null && metres <= SPOT_METRES) return 'spot'
  if (metres !== null && metres <= NEAR_METRES) return 'near'
  const village = villageOf(one.regionCode)
  if (village !== undefined && village === villageOf(other.regionCode)) return 'village'
  return townshipOf(one.regionCode) === townshipOf(other.regionCode) ? 'township' : 'elsewhere'
}

const isRepeat = (one: Located, other: Located): boolean =>
  Math.abs(one.at.getTime() - other.at.getTime()) <= REPEAT_MS && one.personIds.some((id) => other.personIds.includes(id))

/** Why two cases are proposed as one matter; undefined when they are not. */
export const whySimilar = (one: Located, other: Located, likeness: number): SimilarWhy | undefined => {
  const need = ALIKE[placesOf(one, other)]
  if (isRepeat(one, other)) return likeness >= Math.min(need, ALIKE.samePerson) ? 'samePerson' : undefined
  return likeness >= need ? 'sameMatter' : undefined
}

/** Whether a resident may join a hazard that others have reported: it is where theirs is. */
export const isSamePlace = (
  one: { regionCode: string; point?: { coordinates: readonly number[] } | undefined },
  other: { regionCode: string; point?: { coordinates: readonly number[] } | undefined },
): boolean => !['township', 'elsewhere'].includes(placesOf(clean(one), clean(other)))

const clean = ({ regionCode, point }: { regionCode: string; point?: { coordinates: readonly number[] } | undefined }) =>
  point ? { regionCode, point } : { regionCode }

/** Who decides whether cases are one matter: whoever handles them, and the centre. Who takes part never hears of others. */
export const mayCompare = (relations: readonly Relation[]): boolean => relations.includes('owner') || relations.includes('dispatcher')

/** Only what everybody can see anyway is shown to residents. */
export const isPublicMatter = (doc: Pick<Case, 'open' | 'status' | 'leadId'> & { kind: CaseKind }): boolean =>
  doc.kind === 'hazard' && doc.open && doc.status !== 'resolved' && doc.leadId === undefined
