import { LEAST_PEOPLE, NO_GROUP, type OpinionGroups } from './find-groups'

/** A square of the map, and about how many of a group stand in it. Squares are counted from the lower left. */
export interface Cloud {
  group: number
  column: number
  row: number
  people: number
}
export interface OpinionMap {
  /** Squares along each side. */
  side: number
  clouds: Cloud[]
}

const [FEWEST, MOST] = [4, 24]
/** So many people a square, on average: fewer would leave most squares empty. */
const PEOPLE_A_SQUARE = 10
/** A few who stand far out must not press all others into the middle; they are drawn at the edge. */
const WITHIN = 0.98

/** How far the map reaches from its middle. */
const reachOf = ({ places }: OpinionGroups): number => {
  const far = places.map(Math.abs).sort()
  return far[Math.floor((far.length - 1) * WITHIN)] || 1
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value))

/** About how many: down to the next five, so that one person more or less is not seen. */
export const about = (people: number): number => Math.floor(people / LEAST_PEOPLE) * LEAST_PEOPLE

/** Two numbers from −1 to 1. */
const placeOf = (opinion: OpinionGroups, person: number, reach: number): { x: number; y: number } => ({
  x: clamp((opinion.places[person * 2] as number) / reach, -1, 1),
  y: clamp((opinion.places[person * 2 + 1] as number) / reach, -1, 1),
})

/** Where people stand, as clouds: a square shows a group only when at least five of it stand there, and about how many. */
export const mapOf = (opinion: OpinionGroups): OpinionMap => {
  const side = clamp(Math.floor(Math.sqrt(opinion.people.length / PEOPLE_A_SQUARE)), FEWEST, MOST)
  const reach = reachOf(opinion)
  const squareOf = (value: number): number => Math.min(side - 1, Math.floor(((value + 1) / 2) * side))
  const counts = new Map<number, number>()
  for (const [person, group] of opinion.groupOf.entries()) {
    if (group === NO_GROUP) continue
    const { x, y } = placeOf(opinion, person, reach)
    const square = (group * side + squareOf(y)) * side + squareOf(x)
    counts.set(square, (counts.get(square) ?? 0) + 1)
  }
  const clouds = [...counts]
    .filter(([, people]) => people >= LEAST_PEOPLE)
    .sort(([one], [other]) => one - other)
    .map(([square, people]) => ({
      group: Math.floor(square / side ** 2),
      row: Math.floor(square / side) % side,
      column: square % side,
      people: about(people),
    }))
  return { side, clouds }
}

interface Standing {
  group: number | null
  x: number
  y: number
}

const standingAt = (opinion: OpinionGroups, at: number, reach: number): Standing => {
  const group = opinion.groupOf[at] as number
  return { group: group === NO_GROUP ? null : group, ...placeOf(opinion, at, reach) }
}

/** Where one stands oneself: for that person's eyes only. Null for who has not voted. */
export const standingOf = (opinion: OpinionGroups, person: string): Standing | null => {
  const at = opinion.people.indexOf(person)
  return at < 0 ? null : standingAt(opinion, at, reachOf(opinion))
}

/** Where everybody stands, in the order of `people`; each is for that person's eyes only. */
export const standingsOf = (opinion: OpinionGroups): Standing[] => {
  const reach = reachOf(opinion)
  return opinion.people.map((_, at) => standingAt(opinion, at, reach))
}
