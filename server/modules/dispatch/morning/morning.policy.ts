import type { Desk } from '../desk.model'
import { createDeskBoard, type DeskBoard, isAway, loadOf, type Place, type Point } from '../fit/desk-board'
import { type Fit, type Rules, rankDesks, type Wanted } from '../fit/fit'

/** How far above the fair load a desk may be before something is taken from it. */
const TOLERANCE = 1.2
/** A move changes what is fair for others; after so many rounds the rest waits for tomorrow. */
const ROUNDS = 50

/** A case that waits: in a queue, or on a desk where nobody has accepted it. */
export interface Waiting {
  caseId: string
  /** Null: in the centre's queue. */
  from: string | null
  /** Goes before the others. */
  pressing: boolean
  wanted: Wanted
  rules: Rules
  exclude: ReadonlySet<string>
}
export interface PlannedMove {
  waiting: Waiting
  to: string
  fits: Fit[]
}

/** All who could take a desk's cases instead, and what they have in all; `load` is counted anew when something has moved. */
interface Group {
  places: ReadonlySet<Place>
  capacity: number
  load: number | undefined
}
interface Planning {
  board: DeskBoard
  date: string
  /** By case: a case that is planned for one desk and then for another moves once. */
  moves: Map<string, PlannedMove>
  /** What may be taken from each desk. */
  lying: Map<string, Set<Waiting>>
  /** By the regions that a desk serves: asked for again for every desk that comes into question. */
  groups: Map<string, Group>
}

const sumOf = (places: Iterable<Place>, count: (place: Place) => number): number => {
  let sum = 0
  for (const place of places) sum += count(place)
  return sum
}

const isThere = ({ date }: Planning, { desk }: Place): boolean => desk.open && !isAway(desk, date)

/** All who serve one of a desk's regions and are there, itself among them. */
const groupOf = (planning: Planning, { desk }: Place): Group => {
  const { regionCodes } = desk
  const key = regionCodes.join()
  const known = planning.groups.get(key)
  if (known) return known
  const places = new Set<Place>()
  for (const code of regionCodes) for (const place of planning.board.serving(code)) if (isThere(planning, place)) places.add(place)
  const group = { places, capacity: sumOf(places, ({ desk: one }) => one.capacity), load: undefined }
  planning.groups.set(key, group)
  return group
}

/** The most that may lie on a desk: what it holds, and no more than a fifth above what is fair in its group. */
const limitOf = (planning: Planning, place: Place): number => {
  const group = groupOf(planning, place)
  if (!group.places.has(place)) return 0
  group.load ??= sumOf(group.places, loadOf)
  const { load, capacity } = group
  const fair = capacity === 0 ? 0 : (load * place.desk.capacity) / capacity
  return Math.min(place.desk.capacity, Math.max(1, Math.floor(fair * TOLERANCE)))
}

const rank = ({ board, date }: Planning, { wanted, rules, exclude }: Waiting): Fit[] => rankDesks({ board, wanted, rules, date, exclude })

const lyingAt = ({ lying }: Planning, personId: string): Set<Waiting> => {
  const known = lying.get(personId) ?? new Set()
  lying.set(personId, known)
  return known
}

const plan = (planning: Planning, options: { waiting: Waiting; from: Place | undefined; fits: Fit[]; chosen: Fit }): void => {
  const { waiting, from, fits, chosen } = options
  const to = chosen.place.desk.personId
  chosen.place.reserved += 1
  lyingAt(planning, to).add(waiting)
  if (from) {
    from.reserved -= 1
    lyingAt(planning, from.desk.personId).delete(waiting)
  }
  for (const group of planning.groups.values()) group.load = undefined
  planning.moves.set(waiting.caseId, { waiting, to, fits: [chosen, ...fits.filter((fit) => fit !== chosen)] })
}

/** What waits in queues, the pressing first: to the best desk with room. Answers whether anything moved. */
const giveQueued = (planning: Planning, queued: readonly Waiting[]): boolean => {
  const left = queued.filter((one) => !planning.moves.has(one.caseId))
  let moved = false
  for (const waiting of [...left.filter((one) => one.pressing), ...left.filter((one) => !one.pressing)]) {
    const fits = rank(planning, waiting)
    const best = fits[0]
    if (!best) continue
    plan(planning, { waiting, from: undefined, fits, chosen: best })
    moved = true
  }
  return moved
}

/** Whether it is really lighter there, so that a case never goes to and fro; from somebody who is away, whether there is room. */
const isRelief = (planning: Planning, from: Place, { place }: Fit): boolean => {
  if (loadOf(place) + 1 > limitOf(planning, place)) return false
  return !isThere(planning, from) || (loadOf(place) + 1) / place.desk.capacity < loadOf(from) / Math.max(1, from.desk.capacity)
}

/** Takes from one desk what is too much, those first that fit best elsewhere. Answers whether anything moved. */
const relieve = (planning: Planning, from: Place): boolean => {
  const excess = loadOf(from) - limitOf(planning, from)
  if (excess <= 0) return false
  const options = [...lyingAt(planning, from.desk.personId)].flatMap((waiting) => {
    const best = rank(planning, waiting).find((fit) => isRelief(planning, from, fit))
    return best ? [{ waiting, score: best.score }] : []
  })
  options.sort((one, other) => other.score - one.score || (one.waiting.caseId < other.waiting.caseId ? -1 : 1))
  let moved = 0
  for (const { waiting } of options) {
    if (moved >= excess) break
    const fits = rank(planning, waiting)
    const best = fits.find((fit) => isRelief(planning, from, fit))
    if (!best) continue
    plan(planning, { waiting, from, fits, chosen: best })
    moved += 1
  }
  return moved > 0
}

/**
 * What the morning changes: cases from the queues go to desks with room; then desks above their capacity, or more than a
 * fifth above the fair load of their group, give away as many of their cases as are too many (whoever is away, all), and
 * only such as nobody has accepted. Pure; planned again after it was carried out it has nothing more to say.
 */
export const planMorning = (options: {
  desks: readonly Desk[]
  waiting: readonly Waiting[]
  date: string
  day: number
  middleOf: (code: string) => Point | undefined
}): PlannedMove[] => {
  const { desks, waiting, date, day, middleOf } = options
  const board = createDeskBoard(middleOf)
  for (const desk of desks) board.take(desk, day)
  const planning: Planning = { board, date, moves: new Map(), lying: new Map(), groups: new Map() }
  for (const one of waiting) if (one.from !== null) lyingAt(planning, one.from).add(one)
  const queued = waiting.filter((one) => one.from === null)
  const places = [...board.all()].sort((one, other) => (one.desk.personId < other.desk.personId ? -1 : 1))
  for (let round = 0; round < ROUNDS; round += 1) {
    // Each makes room, or a load, for the other.
    const given = giveQueued(planning, queued)
    const relieved = places.map((place) => relieve(planning, place)).includes(true)
    if (!given && !relieved) break
  }
  return [...planning.moves.values()]
}
