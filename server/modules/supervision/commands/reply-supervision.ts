import { byOf, loadCase } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { Forbidden } from '@server/platform/errors'
import { findSupervision } from '../queries/find-supervisions'
import { mayReply } from '../supervision.policy'
import type { SupervisionRow } from '../supervisions.presenter'
import { recordTurn } from './record-turn'

/** Whoever has the case replies, once to each question. Throws NotFound, Forbidden, Conflict. */
export const replySupervision = async (options: { actor: Actor; supervisionId: string; text: string }): Promise<SupervisionRow> => {
  const { actor, supervisionId, text } = options
  const supervision = await findSupervision(supervisionId)
  const { doc, relations } = await loadCase({ actor, caseId: supervision.caseId })
  if (!mayReply({ doc, actor, relations })) throw new Forbidden('由现在的承办人回复')
  return recordTurn({
    supervision,
    change: 'replied',
    from: ['waiting'],
    words: { at: clock.now(), by: actor.name, side: 'owner', text },
    entry: { type: 'supervision.replied', by: byOf(actor, relations), text: '已回复督办', audience: ['staff'] },
    byPersonId: actor.personId,
  })
}
