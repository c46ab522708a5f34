import { inTransaction } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import type { Case } from '../case.model'
import { leadBarOf } from '../merge.policy'
import { countFollower, LeadMoved } from './count-follower'
import { writeFollow } from './write-follow'

const ENDED = '合并办理的那件事没有办成，改与另一件同样的事合并办理'

/**
 * A merged case whose lead has ended undone is handled with another of the same matter from now on. Throws Conflict when
 * that one cannot lead it, or either has changed meanwhile; nothing is written then.
 */
export const followAnother = async ({ doc, lead }: { doc: Case; lead: Case }): Promise<void> => {
  const { leadId: before } = doc
  const { owner } = lead
  if (before === undefined || !owner || leadBarOf(doc, lead)) throw new Conflict('conflict')
  const leadId = lead._id.toHexString()
  const event = newEvent('case.linked', { caseId: doc._id.toHexString(), leadId, move: 'follow', byPersonId: null })
  try {
    await inTransaction(async (session) => {
      await writeFollow({ doc, lead, owner, text: ENDED, events: [event], session })
      await countFollower({ link: { leadId, lead }, session })
      await countFollower({ link: { leadId: before, lead: undefined }, session })
    })
  } catch (error) {
    if (error instanceof LeadMoved) throw new Conflict('conflict')
    throw error
  }
}
