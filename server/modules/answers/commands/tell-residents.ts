import { tellEverybody } from '@server/modules/notifications'
import { toObjectId } from '@server/platform/database'
import { ANSWER_RESULT_NAMES } from '@shared/answers/schemas'
import { type Answer, AnswerModel } from '../answer.model'
import { batchesBehind } from '../sources'

const PAGE = 'packages/consultation/pages/answer/index'

/**
 * Tells those who stand behind an answer that it can be read, each person once, also when it was taken back meanwhile and
 * published again. The words are those that everybody reads.
 */
export const tellResidents = async ({ answerId, at }: { answerId: string; at: Date }): Promise<void> => {
  const answer = await AnswerModel.findOne({ _id: toObjectId(answerId), state: 'published' }).lean<Answer>()
  if (!answer) return
  const notice = {
    id: `answer-${answerId}`,
    at,
    title: '您参与的事有了结果',
    text: `“${answer.title}”：${ANSWER_RESULT_NAMES[answer.result]}。点开看看办了什么、还有什么没办成`,
    page: `${PAGE}?id=${answerId}`,
    sort: 'progress' as const,
  }
  for await (const personIds of batchesBehind(answer)) await tellEverybody({ ...notice, personIds })
}
