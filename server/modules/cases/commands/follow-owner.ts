import { Conflict } from '@server/platform/errors'
import { type Case, ownerKey } from '../case.model'
import { findCase } from '../queries/find-case'
import { writeFollow } from './write-follow'

const TRIES = 5

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
      await writeFollow({ doc, lead, owner, text: `随合并办理的事项一起转给${owner.name}` })
      return true
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      // A message, or an answer, came in between: once more, from what it left.
      doc = await findCase(doc._id.toHexString())
    }
  }
  throw new Conflict('conflict')
}
