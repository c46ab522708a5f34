import { type Case, casesById, findCases } from '@server/modules/cases'
import { toObjectId } from '@server/platform/database'
import type { DomainEvent, Listener } from '@server/platform/outbox'
import { joinLead } from './commands/join-lead'
import { noteMerged, notePairsOpen, noteUnmerged } from './commands/note-link'
import { settleFollower, settleFollowers } from './commands/settle-followers'
import { correctFingerprint, endFingerprint } from './commands/take-fingerprints'
import { noteUncompared } from './uncompared.model'

const HEARD = ['case.moved', 'case.classified', 'case.linked', 'case.unlinked']

const idOf = (event: DomainEvent): string => String(event.data.caseId)

/** Whether a move has ended a case, or has taken one up that had ended. */
const turns = ({ data }: DomainEvent, doc: Case): boolean => !doc.open || data.move === 'reopen' || data.move === 'passOn'

const onMoved = async (event: DomainEvent, doc: Case): Promise<void> => {
  if (turns(event, doc)) {
    await endFingerprint(doc._id, doc.closedAt)
    await notePairsOpen(idOf(event))
  }
  if ((doc.followers ?? 0) > 0) await settleFollowers(idOf(event))
}

const onLinked = async ({ data }: DomainEvent): Promise<void> => {
  const [caseId, leadId] = [String(data.caseId), String(data.leadId)]
  await noteMerged({ caseId, leadId })
  // The other may have moved on between the plan of the merge and this moment.
  await settleFollower({ caseId, leadId })
}

/** What somebody took apart is not proposed again; what the service took apart is still one matter. */
const onUnmerged = async ({ data }: DomainEvent): Promise<void> => {
  if (typeof data.byPersonId !== 'string') return
  await noteUnmerged({ caseId: String(data.caseId), leadId: String(data.leadId), byPersonId: data.byPersonId })
}

const hear = async (event: DomainEvent, doc: Case): Promise<void> => {
  if (event.type === 'case.moved') await onMoved(event, doc)
  if (event.type === 'case.classified') await correctFingerprint(doc)
  if (event.type === 'case.linked') await onLinked(event)
  if (event.type === 'case.unlinked' && event.data.move === 'unmerge') await onUnmerged(event)
}

/** New cases are compared in their own time; whoever said at submission which matter it is does not wait for that. */
const onSubmitted = async (events: readonly DomainEvent[]): Promise<void> => {
  await noteUncompared(events.flatMap((event) => toObjectId(idOf(event)) ?? []))
  const joining = events.filter(({ data }) => data.joins !== false)
  for (const doc of await findCases(joining.map(idOf))) await joinLead(doc)
}

/** Keeps fingerprints, pairs and merged cases up with what happens. Hearing the same again changes nothing. */
export const duplicateListener: Listener = async (events) => {
  await onSubmitted(events.filter(({ type }) => type === 'case.submitted'))
  const relevant = events.filter(({ type }) => HEARD.includes(type))
  const docs = await casesById(relevant.map(idOf))
  for (const event of relevant) {
    const doc = docs.get(idOf(event))
    if (doc) await hear(event, doc)
  }
}
