import { type Case, type Owner, ownerKey, recordCaseEvent, type TimelineEntry } from '@server/modules/cases'
import { inTransaction } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import { isOpen } from '@shared/cases/words'
import { type Extension, ExtensionModel } from '../extension.model'
import { type Supervision, SupervisionModel } from '../supervision.model'
import { closeExtension, stillRuns } from './decide-extension'
import { recordTurn } from './record-turn'

const MOST = 500
const BY_ITSELF: TimelineEntry['by'] = { personId: null, name: '', side: 'system' }

const unlessDecided = async (work: Promise<unknown>): Promise<void> => {
  try {
    await work
  } catch (error) {
    // Somebody was faster: then nothing is left to settle.
    if (!(error instanceof Conflict)) throw error
  }
}

const settleExtension = async (extension: Extension, doc: Case): Promise<void> => {
  if (stillRuns(doc, extension)) return
  const decision = { state: 'refused', decision: '这个期限已经结束，不用再延长', decidedById: null, decidedBy: null } as const
  await unlessDecided(closeExtension({ extension, decision, by: BY_ITSELF }))
}

/** Whoever has the case by now replies, and hears that a reply is awaited. */
const inherit = ({ _id, caseId, state }: Supervision, owner: Owner): Promise<void> =>
  inTransaction(async (session) => {
    const toKey = ownerKey(owner)
    const set = { toKey, toName: owner.name }
    const { modifiedCount } = await SupervisionModel.updateOne({ _id, toKey: { $ne: toKey } }, { $set: set }, { session })
    if (modifiedCount === 0 || state !== 'waiting') return
    const data = { caseId, supervisionId: _id.toHexString(), change: 'asked', byPersonId: null }
    await recordCaseEvent({ caseId, events: [newEvent('supervision.changed', data)], session })
  })

const settleSupervision = async (supervision: Supervision, doc: Case): Promise<void> => {
  if (!isOpen(doc.status)) {
    const entry = { type: 'supervision.done', by: BY_ITSELF, text: '事项已结束，督办结束', audience: ['staff' as const] }
    await unlessDecided(recordTurn({ supervision, change: 'done', from: ['waiting', 'replied'], entry, byPersonId: null }))
  } else if (doc.owner && ownerKey(doc.owner) !== supervision.toKey) {
    await inherit(supervision, doc.owner)
  }
}

/** After moves: what was asked for a deadline that is over, or about a case that is over, is over; a new owner inherits the rest. */
export const settleMoved = async (docs: ReadonlyMap<string, Case>): Promise<void> => {
  const caseIds = [...docs.keys()]
  const [extensions, supervisions] = await Promise.all([
    ExtensionModel.find({ caseId: { $in: caseIds }, state: 'open' })
      .limit(MOST)
      .lean<Extension[]>(),
    SupervisionModel.find({ caseId: { $in: caseIds }, open: true })
      .limit(MOST)
      .lean<Supervision[]>(),
  ])
  for (const extension of extensions) await settleExtension(extension, docs.get(extension.caseId) as Case)
  for (const supervision of supervisions) await settleSupervision(supervision, docs.get(supervision.caseId) as Case)
}
