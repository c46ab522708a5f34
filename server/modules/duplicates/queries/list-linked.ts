import { type Case, casesById, findFollowers, loadCase, relationsOf, unreadIn } from '@server/modules/cases'
import { personNames } from '@server/modules/identity'
import type { Actor } from '@server/platform/actor'
import { Forbidden } from '@server/platform/errors'
import { mayCompare } from '../similar.policy'

/** More people than this are counted, not listed. */
const MOST = 500

export interface Linked {
  doc: Case
  by: string
  unread: number
}

const others = async (doc: Case): Promise<Case[]> => {
  const leadId = doc.leadId ?? doc._id.toHexString()
  const [lead, followers] = await Promise.all([casesById([leadId]), findFollowers({ leadId, limit: MOST })])
  return [...lead.values(), ...followers].filter((one) => !one._id.equals(doc._id))
}

const applicantsOf = (doc: Case): string[] =>
  doc.parties.filter(({ side, part }) => side === 'applicant' && part === 'party').map(({ personId }) => personId)

/** The cases that are handled together with one, its lead first; those that the reader may not read are left out. */
export const listLinked = async (options: { actor: Actor; caseId: string }): Promise<Linked[]> => {
  const { actor } = options
  const { doc, relations } = await loadCase(options)
  if (!mayCompare(relations)) throw new Forbidden()
  const docs = (await others(doc)).filter((one) => mayCompare(relationsOf(actor, one)))
  const [names, unread] = await Promise.all([personNames(docs.flatMap(applicantsOf)), unreadIn(actor, docs)])
  return docs.map((one) => ({
    doc: one,
    by: applicantsOf(one)
      .flatMap((id) => names.get(id) ?? [])
      .join('、'),
    unread: unread.get(one._id.toHexString()) ?? 0,
  }))
}
