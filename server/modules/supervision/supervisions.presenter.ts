import { type Case, relationsOf } from '@server/modules/cases'
import { toLocalIso } from '@server/modules/deadlines'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import type { SupervisionView } from '@shared/supervision/schemas'
import type { Supervision } from './supervision.model'
import { mayJudge, mayReply } from './supervision.policy'

export interface SupervisionRow {
  supervision: Supervision
  doc: Case
}

const canOf = ({ supervision, doc }: SupervisionRow, actor: Actor): SupervisionView['can'] => {
  const standing = { doc, actor, relations: relationsOf(actor, doc) }
  const can: SupervisionView['can'] = []
  if (supervision.state === 'waiting' && mayReply(standing)) can.push('reply')
  if (supervision.open && mayJudge({ ...standing, supervision })) can.push('judge')
  return can
}

/** A supervision, for whoever may read it. */
export const presentSupervision = (row: SupervisionRow, actor: Actor): SupervisionView => {
  const { supervision, doc } = row
  const { _id, caseId, state, byName, toName, dueAt, words } = supervision
  return {
    id: _id.toHexString(),
    caseId,
    caseNumber: doc.number,
    caseTitle: doc.title,
    state,
    byName,
    toName,
    dueAt: toLocalIso(dueAt),
    overdue: state === 'waiting' && dueAt < clock.now(),
    words: words.map(({ at, by, side, text }) => ({ at: toLocalIso(at), by, side, text })),
    can: canOf(row, actor),
  }
}
