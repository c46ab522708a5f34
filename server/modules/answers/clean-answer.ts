import { publicWords } from '@server/modules/briefs'
import type { AnswerDraft } from '@shared/answers/schemas'
import type { AnswerWords } from './answer.model'

const WHERE: Record<keyof AnswerWords, string> = { title: '标题', raised: '大家反映的', done: '办了的', notDone: '没有办成的' }

/** The words of an answer as everybody may read them, and what was taken out of them. */
export const cleanAnswer = (written: AnswerWords): { words: AnswerWords; removed: AnswerDraft['removed'] } => {
  const removed: AnswerDraft['removed'] = []
  const clean = (field: keyof AnswerWords): string => {
    const found = publicWords(written[field])
    removed.push(...found.removed.map(({ before, after }) => ({ where: WHERE[field], before, after })))
    return found.text
  }
  const words = { title: clean('title'), raised: clean('raised'), done: clean('done'), notDone: clean('notDone') }
  return { words, removed }
}
