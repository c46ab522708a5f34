import { staffOf } from '@server/modules/identity'
import { tellEverybody } from '@server/modules/notifications'
import type { DomainEvent, Listener } from '@server/platform/outbox'
import type { Answer, AnswerSource } from '../answer.model'
import { draftAnswer } from './draft-answer'
import { tellResidents } from './tell-residents'

const WRITE_PAGE = 'packages/member/pages/answer-write/index'

/** Where an event tells of a result that people should hear of. */
const resultIn = ({ type, data }: DomainEvent): { source: AnswerSource; sourceId: string } | undefined => {
  if (type === 'consultation.moved' && data.move === 'report') return { source: 'consultation', sourceId: String(data.consultationId) }
  if (type === 'brief.moved' && data.move === 'answer') return { source: 'brief', sourceId: String(data.briefId) }
  return undefined
}

const tellOffice = async ({ id, at }: DomainEvent, { _id, title, regionCode }: Answer): Promise<void> => {
  const office = await staffOf({ role: 'cppccOffice', regionCode })
  await tellEverybody({
    // Others tell of the same event under its own id.
    id: `answer-draft-${id}`,
    at,
    personIds: office.map(({ personId }) => personId),
    title: '有结果可以告诉大家了',
    text: `“${title}”有了结果，请写成“你说的，我们办了”`,
    page: `${WRITE_PAGE}?id=${_id.toHexString()}`,
    sort: 'work',
  })
}

/** Drafts answers to what has a result, and tells people of answers that are published. */
export const answerListener: Listener = async (events) => {
  for (const event of events) {
    const result = resultIn(event)
    const draft = result && (await draftAnswer(result))
    if (draft) await tellOffice(event, draft)
    if (event.type === 'answer.published') await tellResidents({ answerId: String(event.data.answerId), at: event.at })
  }
}
