import { byOf, loadCase } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { Forbidden, InvalidInput } from '@server/platform/errors'
import type { JudgeSupervision } from '@shared/supervision/schemas'
import type * as z from 'zod/mini'
import { findSupervision } from '../queries/find-supervisions'
import { replyDue } from '../reply-due'
import { mayJudge } from '../supervision.policy'
import type { SupervisionRow } from '../supervisions.presenter'
import { recordTurn } from './record-turn'

/**
 * Whoever asked is satisfied, or asks once more upon a reply. Throws NotFound, Forbidden, InvalidInput for a question
 * without words, Conflict.
 */
export const judgeSupervision = async (options: {
  actor: Actor
  supervisionId: string
  body: z.infer<typeof JudgeSupervision>
}): Promise<SupervisionRow> => {
  const { actor, supervisionId, body } = options
  const { done, text } = body
  const supervision = await findSupervision(supervisionId)
  const { doc, relations } = await loadCase({ actor, caseId: supervision.caseId })
  if (!mayJudge({ doc, actor, relations, supervision })) throw new Forbidden('由提出督办的人判断')
  if (!done && text === undefined) throw InvalidInput.field('text', 'required', '请写明还要了解什么')
  const now = clock.now()
  const by = byOf(actor, relations)
  return recordTurn({
    supervision,
    change: done ? 'done' : 'again',
    from: done ? ['waiting', 'replied'] : ['replied'],
    ...(text === undefined ? {} : { words: { at: now, by: actor.name, side: 'supervisor', text } }),
    ...(done ? {} : { dueAt: replyDue(body.dueAt, now) }),
    entry: { type: `supervision.${done ? 'done' : 'again'}`, by, text: done ? '督办结束' : '再次督办', audience: ['staff'] },
    byPersonId: actor.personId,
  })
}
