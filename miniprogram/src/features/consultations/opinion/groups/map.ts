import type { OpinionView } from '@shared/consultations/opinion'
import { texts } from '../texts'

type OpinionMap = OpinionView['map']
export interface Bubble {
  key: string
  group: number
  people: number
  /** Its middle and how wide it is, in hundredths of the map's side, from the left and from below. */
  left: number
  bottom: number
  width: number
}

const WHOLE = 100
/** Of a square's side: how wide the smallest and the largest bubble are. */
const [LEAST, MOST] = [0.42, 0.96]
/** From so many squares on they are too small to be written in. */
const WRITABLE_SIDE = 9

/** Where the clouds are drawn. The larger lies below; what shares a square stands side by side. */
export const bubblesOf = ({ side, clouds }: OpinionMap): Bubble[] => {
  const square = WHOLE / Math.max(1, side)
  const most = Math.max(1, ...clouds.map(({ people }) => people))
  const inSquare = (column: number, row: number) => clouds.filter((cloud) => cloud.column === column && cloud.row === row)
  const bubbles = clouds.map(({ group, column, row, people }) => {
    const together = inSquare(column, row)
    const at = together.findIndex((cloud) => cloud.group === group)
    const aside = together.length > 1 ? ((at + 0.5) / together.length - 0.5) * 0.6 : 0
    return {
      key: `${group}-${column}-${row}`,
      group,
      people,
      left: (column + 0.5 + aside) * square,
      bottom: (row + 0.5) * square,
      width: square * (LEAST + (MOST - LEAST) * Math.sqrt(people / most)),
    }
  })
  return bubbles.sort((one, other) => other.people - one.people)
}

/** Whether a group's number fits into its bubbles. */
export const isWritable = ({ side }: OpinionMap): boolean => side < WRITABLE_SIDE

const inside = (value: number): number => Math.min(1, Math.max(-1, value))

/** The reader's own spot, in hundredths, and on which side of it there is room for words. */
export const spotOf = ({ x, y }: { x: number; y: number }): { left: number; bottom: number; words: 'left' | 'right' } => ({
  left: ((inside(x) + 1) / 2) * WHOLE,
  bottom: ((inside(y) + 1) / 2) * WHOLE,
  words: x > 0 ? 'left' : 'right',
})

const third = (value: number): 0 | 1 | 2 => (value < 1 / 3 ? 0 : value < 2 / 3 ? 1 : 2)

/** A spot in words: 左上, 正中. Both run from 0 to 1, from the left and from below. */
export const spotWords = (across: number, up: number): string =>
  texts.spot(texts.across[third(across)] ?? '', texts.upward[third(up)] ?? '')

/** The same as rows of a table, the most people first within each group. */
export const mapRows = ({ side, clouds }: OpinionMap, names: readonly string[]): string[][] =>
  [...clouds]
    .sort((one, other) => one.group - other.group || other.people - one.people)
    .map(({ group, column, row, people }) => [
      names[group] ?? '',
      spotWords((column + 0.5) / side, (row + 0.5) / side),
      texts.people(people),
    ])
