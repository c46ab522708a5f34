import { Conflict } from '@server/platform/errors'
import { type Case, type Owner, ownerKey } from '../case.model'
import { standingBehind } from '../merge.policy'
import { findCase } from '../queries/find-case'
import { inboxKeysOf } from './plan-move'
import { recordCaseEvent } from './record-case-event'

const TRIES = 5

const follow = (doc: Case, lead: Case, owner: Owner): Promise<Case> =>
  recordCaseEvent({
    caseId: doc._id.toHexString(),
    where: { leadId: lead._id.toHexString(), status: 'suspended', changes: doc.changes },
    set: {
      owner,
      inboxKeys: inboxKeysOf({ owner, questions: doc.questions }),
      before: standingBehind(doc.before ?? 'assigned', owner, lead.status),
    },
    entry: {
      type: 'follow',
      by: { personId: null, name: '', side: 'system' },
      text: `随合并办理的事项一起转给${owner.name}`,
      audience: ['applicant', 'staff'],
    },
  })

/**
 * A merged case goes where the case of its matter has gone. No move: it stands still while it is merged, and weighs on
 * nobody's desk. Answers whether anything was to be done; whoever moves it at the same moment comes first. Throws Conflict
 * when others kept writing into it: it must not stay with whoever had it.
 */
export const followOwner = async (options: { doc: Case; lead: Case }): Promise<boolean> => {
  const { lead } = options
  const { owner } = lead
  let { doc } = options
  for (let tries = 0; tries < TRIES; tries += 1) {
    const isThere = doc.owner && owner && ownerKey(doc.owner) === ownerKey(owner)
    if (!owner || isThere || doc.status !== 'suspended' || doc.leadId !== lead._id.toHexString()) return false
    try {
      await follow(doc, lead, owner)
      return true
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      // A message, or an answer, came in between: once more, from what it left.
      doc = await findCase(doc._id.toHexString())
    }
  }
  throw new Conflict('conflict')
}
