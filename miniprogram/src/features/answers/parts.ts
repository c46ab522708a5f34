import type { AnswerCard } from '@shared/answers/schemas'
import { texts } from './texts'

interface Part {
  key: 'raised' | 'done' | 'notDone'
  title: string
  text: string
}

/** What an answer has to say, part by part; what is empty is left out. */
export const partsOf = ({ result, raised, done, notDone }: Pick<AnswerCard, 'result' | 'raised' | 'done' | 'notDone'>): Part[] => {
  const parts: Part[] = [
    { key: 'raised', title: texts.raised, text: raised },
    { key: 'done', title: result === 'underWay' ? texts.underWay : texts.done, text: done },
    { key: 'notDone', title: texts.notDone, text: notDone },
  ]
  return parts.filter(({ text }) => text.trim() !== '')
}
