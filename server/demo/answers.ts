import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import type { AnswerDraft } from '@shared/answers/schemas'
import { PARKING_TOLD } from './brief-words'
import type { Stage } from './cases'

const DAY = 24 * 3_600_000
const PUBLISHED_DAYS_AGO = 4

/** Publishes the answer to the brief that was answered; what else has a result is left to whoever tries the demo. */
export const fillAnswers = async (
  { call, cast, now }: Stage,
  options: { briefId: string; drain: () => Promise<unknown> },
): Promise<void> => {
  const office = cast.actors.get('dong-zhiyuan') as Actor
  const { items } = await call('answers.drafts', office, { query: { limit: 100 } })
  const draft = items.find(({ sourceId }: AnswerDraft) => sourceId === options.briefId)
  if (!draft) throw new Error('The brief of the demo that was answered has no draft of an answer')
  const params = { id: draft.id }
  await clock.at(new Date(now.getTime() - PUBLISHED_DAYS_AGO * DAY), async () => {
    const { revision } = await call('answers.write', office, { params, body: { revision: draft.revision, ...PARKING_TOLD } })
    await call('answers.move', office, { params, body: { move: 'publish', revision } })
    await options.drain()
  })
}
