import { topOf } from '@shared/cases/categories'
import type { Desk } from '../desk.model'

/** For how many days back a desk's assignments count towards fairness, today included. */
export const FAIR_DAYS = 30

export type Point = readonly [number, number]

/** A desk as this process knows it. */
export interface Place {
  desk: Desk
  /** Where its smallest region lies; undefined without boundaries. */
  home: Point | undefined
  /** Cases given to it in the last 30 days. */
  recent: number
  /** Cases on their way to it from this process, of which the database does not know yet. */
  reserved: number
}

const recentOf = ({ days }: Desk, today: number): number =>
  Object.entries(days ?? {}).reduce((sum, [day, count]) => (Number(day) > today - FAIR_DAYS ? sum + count : sum), 0)

/** Whether somebody is away on a day. */
export const isAway = ({ absences }: Pick<Desk, 'absences'>, date: string): boolean =>
  absences?.some(({ from, until }) => from <= date && date <= until) ?? false

/** Whether a desk takes a category, and for that very one or as one of all. */
export const takesOf = ({ categories }: Pick<Desk, 'categories'>, category: string): 'named' | 'all' | undefined => {
  if (categories.includes(topOf(category))) return 'named'
  return categories.length === 0 ? 'all' : undefined
}

/** How many cases a desk has, those on their way included. */
export const loadOf = ({ desk, reserved }: Place): number => desk.load + reserved

/** All desks in memory, by the regions that they serve. What is chosen here is still claimed by a conditional write. */
export const createDeskBoard = (middleOf: (code: string) => Point | undefined) => {
  const places = new Map<string, Place>()
  const byCode = new Map<string, Set<Place>>()

  const homeOf = ({ regionCodes }: Desk): Point | undefined => {
    const smallest = regionCodes.reduce((one, other) => (other.length > one.length ? other : one), '')
    return smallest === '' ? undefined : middleOf(smallest)
  }
  const list = (place: Place): void => {
    for (const code of place.desk.regionCodes) {
      const known = byCode.get(code)
      if (known) known.add(place)
      else byCode.set(code, new Set([place]))
    }
  }
  const unlist = (place: Place): void => {
    for (const code of place.desk.regionCodes) {
      const known = byCode.get(code)
      known?.delete(place)
      if (known?.size === 0) byCode.delete(code)
    }
  }

  return {
    size: () => places.size,
    get: (personId: string): Place | undefined => places.get(personId),
    /** Desks that serve exactly this region, open or not. */
    serving: (code: string): Iterable<Place> => byCode.get(code) ?? [],
    all: (): Iterable<Place> => places.values(),
    /** Learns how a desk stands, unless something newer of it is known. With `anyway`, whatever is known. */
    take: (desk: Desk, today: number, anyway = false): void => {
      const known = places.get(desk.personId)
      if (known && !anyway && known.desk.rev > desk.rev) return
      const same = known && known.desk.regionCodes.join() === desk.regionCodes.join()
      const place: Place = known ?? { desk, home: undefined, recent: 0, reserved: 0 }
      if (known && !same) unlist(known)
      place.desk = desk
      place.recent = recentOf(desk, today)
      if (same) return
      place.home = homeOf(desk)
      places.set(desk.personId, place)
      list(place)
    },
    /** Forgets desks that are no longer there. */
    keepOnly: (personIds: ReadonlySet<string>): void => {
      for (const [personId, place] of places) {
        if (personIds.has(personId)) continue
        unlist(place)
        places.delete(personId)
      }
    },
  }
}
export type DeskBoard = ReturnType<typeof createDeskBoard>
