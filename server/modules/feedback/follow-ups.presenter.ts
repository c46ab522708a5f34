import type { Case } from '@server/modules/cases'
import { toLocalIso } from '@server/modules/deadlines'
import type { Actor } from '@server/platform/actor'
import type { Relation } from '@shared/cases/words'
import type { FollowUpView } from '@shared/feedback/schemas'
import type { FollowUp } from './follow-up.model'
import { isLate, isTime } from './follow-up-days'
import { followUpCan, readsFollowUpWords } from './follow-ups.policy'

const PARTIES: readonly Relation[] = ['applicant', 'respondent']

/**
 * A follow-up for one reader. A party reads what its own side answered, and not what the handler noted of the others;
 * a supervisor reads how it stands, without the words.
 */
export const presentFollowUp = (options: { followUp: FollowUp; doc: Case; actor: Actor; relations: readonly Relation[] }): FollowUpView => {
  const { followUp, doc, actor, relations } = options
  const side = PARTIES.find((one) => relations.includes(one))
  const words = readsFollowUpWords(relations)
  const { state, dueOn } = followUp
  return {
    id: followUp._id.toHexString(),
    caseId: doc._id.toHexString(),
    caseNumber: doc.number,
    caseTitle: doc.title,
    round: followUp.round,
    dueOn,
    state: state === 'done' ? 'done' : 'open',
    overdue: state === 'open' && isLate(dueOn),
    method: followUp.method,
    result: followUp.result,
    note: side || !words ? '' : followUp.note,
    by: followUp.by?.name ?? '',
    doneAt: followUp.doneAt && toLocalIso(followUp.doneAt),
    answers: followUp.answers
      .filter((answer) => side === undefined || answer.side === side)
      .map(({ personId, side: own, result, note, at }) => ({
        side: own,
        result,
        note: words ? note : '',
        at: toLocalIso(at),
        mine: personId === actor.personId,
      })),
    can: followUpCan({ actor, doc, relations, followUp, due: isTime(dueOn) }),
  }
}
