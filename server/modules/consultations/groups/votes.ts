/** What one person says to one statement: agrees, passes, disagrees. */
export type Answer = 1 | 0 | -1

export interface Vote {
  person: string
  statement: string
  answer: Answer
}

/** All votes by rows. A row is a person; the votes of row i stand from starts[i] up to starts[i + 1], by column. */
export interface VoteMatrix {
  people: readonly string[]
  statements: readonly string[]
  starts: Int32Array
  columns: Int32Array
  answers: Int8Array
}

interface Entries {
  people: Map<string, number>
  statements: Map<string, number>
  rows: Int32Array
  columns: Int32Array
  answers: Int8Array
  count: number
}

const FIRST_ROOM = 1024

const indexIn = (known: Map<string, number>, key: string): number => {
  const found = known.get(key)
  if (found !== undefined) return found
  known.set(key, known.size)
  return known.size - 1
}

const twice = <T extends Int32Array | Int8Array>(old: T, larger: T): T => {
  larger.set(old)
  return larger
}

const collect = (votes: Iterable<Vote>): Entries => {
  const [people, statements] = [new Map<string, number>(), new Map<string, number>()]
  let [rows, columns, answers] = [new Int32Array(FIRST_ROOM), new Int32Array(FIRST_ROOM), new Int8Array(FIRST_ROOM)]
  let count = 0
  for (const { person, statement, answer } of votes) {
    if (count === rows.length) {
      rows = twice(rows, new Int32Array(count * 2))
      columns = twice(columns, new Int32Array(count * 2))
      answers = twice(answers, new Int8Array(count * 2))
    }
    rows[count] = indexIn(people, person)
    columns[count] = indexIn(statements, statement)
    answers[count] = answer
    count += 1
  }
  return { people, statements, rows, columns, answers, count }
}

/** Keys in order, and the place that each key's first index gets in it. The order is that of code units: no locale's. */
const inOrder = (known: ReadonlyMap<string, number>): { keys: string[]; places: Int32Array } => {
  const keys = [...known.keys()].sort()
  const places = new Int32Array(keys.length)
  for (const [place, key] of keys.entries()) places[known.get(key) as number] = place
  return { keys, places }
}

const through = (indices: Int32Array, count: number, table: Int32Array): Int32Array => {
  const result = new Int32Array(count)
  for (let i = 0; i < count; i += 1) result[i] = table[indices[i] as number] as number
  return result
}

const startsOf = (buckets: Int32Array, count: number, size: number): Int32Array => {
  const starts = new Int32Array(size + 1)
  for (let i = 0; i < count; i += 1) (starts[(buckets[i] as number) + 1] as number) += 1
  for (let i = 0; i < size; i += 1) (starts[i + 1] as number) += starts[i] as number
  return starts
}

/** The entries' numbers in the order of their buckets; within one bucket they keep the order they came in. */
const sortedBy = (buckets: Int32Array, order: Int32Array, size: number): Int32Array => {
  const next = startsOf(buckets, order.length, size)
  const sorted = new Int32Array(order.length)
  for (let i = 0; i < order.length; i += 1) {
    const entry = order[i] as number
    const bucket = buckets[entry] as number
    const place = next[bucket] as number
    sorted[place] = entry
    next[bucket] = place + 1
  }
  return sorted
}

/**
 * The matrix of the votes, the same for the same votes in whatever order they come: everything after this adds up in
 * the order of the keys. Two votes of one person on one statement are a mistake of the caller.
 */
export const matrixOf = (votes: Iterable<Vote>): VoteMatrix => {
  const entries = collect(votes)
  const [people, statements] = [inOrder(entries.people), inOrder(entries.statements)]
  const rows = through(entries.rows, entries.count, people.places)
  const places = through(entries.columns, entries.count, statements.places)
  const asTheyCame = new Int32Array(entries.count).map((_, i) => i)
  const order = sortedBy(rows, sortedBy(places, asTheyCame, statements.keys.length), people.keys.length)
  const columns = through(order, order.length, places)
  const answers = new Int8Array(order.length)
  for (let i = 0; i < order.length; i += 1) answers[i] = entries.answers[order[i] as number] as number
  const starts = startsOf(rows, entries.count, people.keys.length)
  for (let i = 1; i < order.length; i += 1) {
    if (columns[i] === columns[i - 1] && rows[order[i] as number] === rows[order[i - 1] as number])
      throw new Error('A person has one vote on a statement')
  }
  return { people: people.keys, statements: statements.keys, starts, columns, answers }
}
