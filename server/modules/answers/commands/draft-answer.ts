import { clock } from '@server/platform/clock'
import { isDuplicate } from '@server/platform/database'
import { type Answer, AnswerModel, type AnswerSource } from '../answer.model'
import { peopleBehind, wordsOf } from '../sources'

/**
 * Begins the answer to a consultation or brief with the words of its result; once, however often it is told. Answers the
 * draft as long as nobody has touched it, so that who was not told of it yet can be; undefined otherwise.
 */
export const draftAnswer = async (of: { source: AnswerSource; sourceId: string }): Promise<Answer | undefined> => {
  const words = await wordsOf(of)
  if (!words) return undefined
  const fresh = { ...words, people: await peopleBehind(of), at: clock.now(), publishedAt: null, history: [] }
  try {
    const found = await AnswerModel.findOneAndUpdate(
      { ...of, state: 'draft', revision: 0 },
      { $setOnInsert: fresh },
      { upsert: true, returnDocument: 'after' },
    ).lean<Answer>()
    return found ?? undefined
  } catch (error) {
    // The office has written in it, published it, or taken it back; or another process has just begun it.
    if (isDuplicate(error)) return undefined
    throw error
  }
}
