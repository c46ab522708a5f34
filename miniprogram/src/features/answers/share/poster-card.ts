import { ANSWER_RESULT_NAMES, type AnswerCard } from '@shared/answers/schemas'
import { partsOf } from '../parts'
import { texts } from '../texts'
import { box, COLOURS, type Mark, type Measure, OF_RESULT, type Picture, writer } from './card-layout'

/** A code to scan, as squares. */
interface Code {
  size: number
  isDark: (column: number, row: number) => boolean
}
interface Options {
  answer: AnswerCard
  measure: Measure
  code: Code
}

const [WIDTH, EDGE, TOP, CODE] = [750, 40, 184, 176]
const LEFT = 2 * EDGE
const INNER = WIDTH - 2 * LEFT
const MOST_LINES = { raised: 4, done: 6, notDone: 5 }
const OF_PART = { raised: COLOURS.soft, done: COLOURS.bamboo, notDone: COLOURS.amber }

/** The dark squares; each a little wider than it is, so that no seam shows. */
const codeMarks = ({ size, isDark }: Code, left: number, top: number): Mark[] => {
  const square = CODE / size
  const marks: Mark[] = [box(left - 16, top - 16, CODE + 32, CODE + 32, COLOURS.card, 12)]
  for (let at = 0; at < size * size; at++) {
    const [column, row] = [at % size, Math.floor(at / size)]
    if (isDark(column, row)) marks.push(box(left + column * square, top + row * square, square + 0.3, square + 0.3, COLOURS.ink))
  }
  return marks
}

const headMarks = ({ answer, measure }: Options): Mark[] => {
  const marks: Mark[] = [box(0, 0, WIDTH, 280, COLOURS.bamboo)]
  const write = writer(measure, marks)
  const line = { x: EDGE, width: WIDTH - 2 * EDGE, colour: COLOURS.white, most: 1 }
  write({ ...line, words: texts.title, y: 40, size: 48, bold: true })
  write({ ...line, words: answer.regionName, y: 120, size: 26 })
  return marks
}

const bodyMarks = ({ answer, measure }: Options): { marks: Mark[]; end: number } => {
  const marks: Mark[] = []
  const write = writer(measure, marks)
  const line = { x: LEFT, width: INNER }
  let y = write({ ...line, words: answer.title, y: TOP + 36, size: 40, bold: true, most: 3 }) + 12
  const name = ANSWER_RESULT_NAMES[answer.result]
  marks.push(box(LEFT, y, measure(name, 28, true) + 40, 52, OF_RESULT[answer.result], 26))
  y = write({ words: name, x: LEFT + 20, y: y + 10, width: INNER, size: 28, bold: true, colour: COLOURS.white, most: 1 }) + 30
  for (const { key, title, text } of partsOf(answer)) {
    y = write({ ...line, words: title, y, size: 26, bold: true, colour: OF_PART[key], most: 1 }) + 4
    y = write({ ...line, words: text, y, size: 30, most: MOST_LINES[key] }) + 24
  }
  return { marks, end: y }
}

const footMarks = ({ measure, code }: Options, top: number): Mark[] => {
  const marks = codeMarks(code, WIDTH - EDGE - 16 - CODE, top + 16)
  const write = writer(measure, marks)
  write({ words: texts.cardBrand, x: EDGE, y: top + 44, width: 400, size: 36, bold: true, most: 1 })
  write({ words: texts.cardScan, x: EDGE, y: top + 108, width: 400, size: 28, colour: COLOURS.soft, most: 1 })
  return marks
}

/** A picture to keep and pass on, as high as its words need, with a code that leads to all of them. */
export const posterCard = (options: Options): Picture => {
  const body = bodyMarks(options)
  const foot = body.end + 28
  const height = Math.round(foot + CODE + 72)
  const marks = [
    box(0, 0, WIDTH, height, COLOURS.paper),
    ...headMarks(options),
    box(EDGE, TOP, WIDTH - 2 * EDGE, body.end - TOP, COLOURS.card, 24),
    ...body.marks,
    ...footMarks(options, foot),
  ]
  return { width: WIDTH, height, marks }
}
