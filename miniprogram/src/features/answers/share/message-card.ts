import { ANSWER_RESULT_NAMES, type AnswerCard } from '@shared/answers/schemas'
import { partsOf } from '../parts'
import { texts } from '../texts'
import { box, COLOURS, type Mark, type Measure, OF_RESULT, type Picture, writer } from './card-layout'

const [WIDTH, HEIGHT, EDGE] = [500, 400, 32]

/** What WeChat shows of a link in a conversation: 5 to 4, few and large words. */
export const messageCard = (answer: AnswerCard, measure: Measure): Picture => {
  const marks: Mark[] = [box(0, 0, WIDTH, HEIGHT, COLOURS.paper), box(0, 0, WIDTH, 84, COLOURS.bamboo)]
  const write = writer(measure, marks)
  const width = WIDTH - 2 * EDGE
  write({ words: texts.title, x: EDGE, y: 24, width, size: 32, bold: true, colour: COLOURS.white, most: 1 })
  const below = write({ words: answer.title, x: EDGE, y: 108, width, size: 36, bold: true, most: 2 })
  const name = ANSWER_RESULT_NAMES[answer.result]
  const wide = measure(name, 30, true) + 36
  marks.push(box(EDGE, below + 12, wide, 52, OF_RESULT[answer.result], 26))
  write({ words: name, x: EDGE + 18, y: below + 22, width: wide, size: 30, bold: true, colour: COLOURS.white, most: 1 })
  const parts = partsOf(answer)
  const said = parts.find(({ key }) => key !== 'raised') ?? parts[0]
  if (said) write({ words: said.text, x: EDGE, y: below + 84, width, size: 26, colour: COLOURS.soft, most: 2 })
  return { width: WIDTH, height: HEIGHT, marks }
}
