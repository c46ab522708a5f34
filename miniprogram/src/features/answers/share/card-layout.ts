import type { AnswerResult } from '@shared/answers/schemas'

/** How wide words are at a size. */
export type Measure = (words: string, size: number, bold: boolean) => number

export type Mark =
  | { kind: 'box'; x: number; y: number; width: number; height: number; colour: string; radius: number }
  | { kind: 'words'; x: number; y: number; words: string; size: number; bold: boolean; colour: string }

export interface Picture {
  width: number
  height: number
  marks: Mark[]
}

/** The page's own. */
export const COLOURS = {
  paper: '#FAF7F1',
  card: '#FFFFFF',
  ink: '#1E2521',
  soft: '#56605A',
  bamboo: '#1F6F5C',
  amber: '#8A5A00',
  white: '#FFFFFF',
}
/** What came of it, as a colour on which white can be read. */
export const OF_RESULT: Record<AnswerResult, string> = {
  done: COLOURS.bamboo,
  partly: '#2B5C8A',
  notDone: COLOURS.amber,
  underWay: '#4D544F',
}
const LINE = 1.45

/** Breaks words into lines that are not wider than `width`; what is over ends in a dot dot dot. */
export const linesOf = (
  words: string,
  options: { width: number; size: number; bold?: boolean; most: number; measure: Measure },
): string[] => {
  const { width, size, bold = false, most, measure } = options
  const lines: string[] = []
  let line = ''
  for (const character of words.replace(/\s*\n\s*/g, ' ').trim()) {
    if (measure(line + character, size, bold) <= width) {
      line += character
      continue
    }
    lines.push(line)
    line = character.trimStart()
  }
  if (line) lines.push(line)
  if (lines.length <= most) return lines
  let end = lines[most - 1] ?? ''
  while (end && measure(`${end}…`, size, bold) > width) end = end.slice(0, -1)
  return [...lines.slice(0, most - 1), `${end}…`]
}

interface Text {
  words: string
  x: number
  y: number
  width: number
  size: number
  bold?: boolean
  colour?: string
  most: number
}

/** Writes texts among the marks, and answers where each ends. */
export const writer =
  (measure: Measure, marks: Mark[]) =>
  (text: Text): number => {
    const { words, x, y, size, bold = false, colour = COLOURS.ink } = text
    const lines = linesOf(words, { ...text, measure })
    lines.forEach((line, at) => {
      marks.push({ kind: 'words', x, y: y + at * size * LINE, words: line, size, bold, colour })
    })
    return y + lines.length * size * LINE
  }

/** A filled box. */
export const box = (x: number, y: number, width: number, height: number, colour: string, radius = 0): Mark => ({
  kind: 'box',
  x,
  y,
  width,
  height,
  colour,
  radius,
})
