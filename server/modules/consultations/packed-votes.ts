import type { Answer, Vote } from './groups'
import type { VoteSheet } from './vote.model'

/** All votes on a topic, small enough to be handed to another thread: those of person i stand from starts[i] up to starts[i + 1]. */
export interface PackedVotes {
  people: string[]
  statements: string[]
  starts: Int32Array
  columns: Int32Array
  answers: Int8Array
}

/** Packs sheets as they come; what was said to statements that are not among these is left out, and who said nothing else. */
export const createPack = (statements: readonly string[]) => {
  const columnOf = new Map(statements.map((id, column) => [id, column]))
  const [people, starts, columns, answers]: [string[], number[], number[], number[]] = [[], [0], [], []]
  return {
    /** Answers whether anything of the sheet counts. */
    add: ({ personId, answers: given }: Pick<VoteSheet, 'personId' | 'answers'>): boolean => {
      const before = columns.length
      for (const [id, answer] of Object.entries(given)) {
        const column = columnOf.get(id)
        if (column === undefined) continue
        columns.push(column)
        answers.push(answer)
      }
      if (columns.length === before) return false
      people.push(personId)
      starts.push(columns.length)
      return true
    },
    packed: (): PackedVotes => ({
      people,
      statements: [...statements],
      starts: Int32Array.from(starts),
      columns: Int32Array.from(columns),
      answers: Int8Array.from(answers),
    }),
  }
}

/** The votes one by one. */
export function* votesOf({ people, statements, starts, columns, answers }: PackedVotes): Generator<Vote> {
  for (const [row, person] of people.entries())
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i += 1)
      yield { person, statement: statements[columns[i] as number] as string, answer: answers[i] as Answer }
}

/** How many have answered each statement. */
export const votersByStatement = ({ statements, columns }: PackedVotes): Map<string, number> => {
  const counts = new Array<number>(statements.length).fill(0)
  for (const column of columns) counts[column] = (counts[column] as number) + 1
  return new Map(statements.map((id, column) => [id, counts[column] as number]))
}
