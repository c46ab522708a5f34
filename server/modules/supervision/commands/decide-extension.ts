import { byOf, type Case, clockOf, deadlinesExtended, findCase, loadCase, recordCaseEvent, type TimelineEntry } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction } from '@server/platform/database'
import { Conflict, Forbidden } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import { DEADLINE_NAMES } from '@shared/deadlines/limits'
import type { DecideExtension } from '@shared/supervision/schemas'
import type * as z from 'zod/mini'
import { type Extension, ExtensionModel } from '../extension.model'
import type { ExtensionRow } from '../extensions.presenter'
import { findExtension } from '../queries/find-extensions'
import { mayDecideExtension } from '../supervision.policy'

type Decision = Pick<Extension, 'state' | 'decision' | 'decidedById' | 'decidedBy'>
type Entry = Omit<TimelineEntry, 'at'>

/** The reason is for the staff; the applicant is told that the whole takes longer, and nothing of the steps. */
const entriesOf = (extension: Extension, decision: Decision, by: Entry['by']): Entry[] => {
  const { deadline, workingDays } = extension
  const granted = decision.state === 'granted'
  const what = granted ? `${DEADLINE_NAMES[deadline]}延长${workingDays}个工作日` : `没有同意延长${DEADLINE_NAMES[deadline]}`
  const type = `extension.${decision.state}`
  const entry: Entry = { type, by, text: `${what}：${decision.decision}`, audience: ['staff'] }
  return granted && deadline === 'total' ? [entry, { type, by, text: what, audience: ['applicant'] }] : [entry]
}

/** Whether the deadline for which more time was asked still runs. One of its kind that began since is somebody else's. */
export const stillRuns = (doc: Case, { deadline, askedAt }: Extension): boolean =>
  doc.deadlines.some((one) => one.kind === deadline && one.open && one.startedAt <= askedAt)

const longerClock = (doc: Case, extension: Extension): Partial<Case> => {
  const { deadline, workingDays } = extension
  if (!stillRuns(doc, extension)) throw new Conflict('conflict', '这个期限已经结束，不用再延长')
  const deadlines = deadlinesExtended({ doc, deadline, days: workingDays, now: clock.now() })
  return clockOf(deadlines, doc.status === 'suspended')
}

/** Ends an open request, and lengthens the deadline when it is granted, in one transaction: of several who decide, one does. */
export const closeExtension = (options: { extension: Extension; decision: Decision; by: Entry['by'] }): Promise<ExtensionRow> => {
  const { extension, decision, by } = options
  const { _id, caseId, deadline } = extension
  const fields = { ...decision, decidedAt: clock.now() }
  const data = { caseId, extensionId: _id.toHexString(), change: decision.state, byPersonId: decision.decidedById }
  return inTransaction(async (session) => {
    const { modifiedCount } = await ExtensionModel.updateOne({ _id, state: 'open' }, { $set: fields }, { session })
    if (modifiedCount === 0) throw new Conflict('conflict', '这个申请已经决定过了')
    const doc = await findCase(caseId, session)
    const changed = await recordCaseEvent({
      caseId,
      where: { changes: doc.changes },
      entries: entriesOf(extension, decision, by),
      set: decision.state === 'granted' ? longerClock(doc, extension) : {},
      pull: { extensionsOpen: deadline },
      events: [newEvent('extension.changed', data)],
      session,
    })
    return { extension: { ...extension, ...fields }, doc: changed }
  })
}

/** The centre decides, once. Throws NotFound, Forbidden, Conflict when it is decided or the deadline is over. */
export const decideExtension = async (options: {
  actor: Actor
  extensionId: string
  body: z.infer<typeof DecideExtension>
}): Promise<ExtensionRow> => {
  const { actor, extensionId, body } = options
  const extension = await findExtension(extensionId)
  const { doc, relations } = await loadCase({ actor, caseId: extension.caseId })
  if (!mayDecideExtension({ doc, actor, relations, extension })) throw new Forbidden('由综治中心的其他工作人员决定')
  const decision = {
    state: body.granted ? 'granted' : 'refused',
    decision: body.reason,
    decidedById: actor.personId,
    decidedBy: actor.name,
  } as const
  return closeExtension({ extension, decision, by: byOf(actor, relations) })
}
