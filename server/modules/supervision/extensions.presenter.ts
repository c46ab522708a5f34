import { type Case, relationsOf } from '@server/modules/cases'
import { toLocalIso } from '@server/modules/deadlines'
import type { Actor } from '@server/platform/actor'
import type { ExtensionView } from '@shared/supervision/schemas'
import type { Extension } from './extension.model'
import { mayDecideExtension } from './supervision.policy'

export interface ExtensionRow {
  extension: Extension
  doc: Case
}

/** A request for more time, for whoever may read it. */
export const presentExtension = ({ extension, doc }: ExtensionRow, actor: Actor): ExtensionView => {
  const { _id, caseId, deadline, workingDays, reason, askedBy, askedAt, dueAt, newDueAt, state, decision, decidedBy } = extension
  const decides = state === 'open' && mayDecideExtension({ doc, actor, relations: relationsOf(actor, doc), extension })
  return {
    id: _id.toHexString(),
    caseId,
    caseNumber: doc.number,
    caseTitle: doc.title,
    deadline,
    workingDays,
    reason,
    askedBy,
    askedAt: toLocalIso(askedAt),
    dueAt: toLocalIso(dueAt),
    newDueAt: toLocalIso(newDueAt),
    state,
    decision,
    decidedBy,
    can: decides ? ['decide'] : [],
  }
}
