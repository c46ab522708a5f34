import type { MoveName } from '@shared/cases/moves'
import { type CaseStatus, isOpen } from '@shared/cases/words'
import type { Case, Owner } from './case.model'

export type LeadBar = 'itself' | 'other_kind' | 'not_open' | 'is_merged' | 'is_party'

/** Whether others can be handled with a case from now on: somebody still works on it, and it is not itself handled with another. */
export const canLead = (doc: Pick<Case, 'status' | 'leadId' | 'owner'>): boolean =>
  isOpen(doc.status) && doc.status !== 'resolved' && doc.leadId === undefined && doc.owner !== null

/** Whether somebody must not be given a case: a party to it, or kept away by avoidance. */
export const mustNotHave = (doc: Pick<Case, 'parties' | 'avoid'>, owner: Owner | null): boolean =>
  owner?.type === 'person' && (doc.parties.some((party) => party.personId === owner.id) || (doc.avoid ?? []).includes(owner.id))

/** Why a case cannot be handled with another; undefined when it can. */
export const leadBarOf = (
  doc: Pick<Case, '_id' | 'kind' | 'parties' | 'avoid'>,
  lead: Pick<Case, '_id' | 'kind' | 'status' | 'leadId' | 'owner'>,
): LeadBar | undefined => {
  if (lead._id.equals(doc._id)) return 'itself'
  if (lead.kind !== doc.kind) return 'other_kind'
  if (lead.leadId !== undefined) return 'is_merged'
  if (!canLead(lead)) return 'not_open'
  return mustNotHave(doc, lead.owner) ? 'is_party' : undefined
}

type Linked = Pick<Case, 'leadId' | 'followers'>

/** Why a move cannot be made for what a case is to others of its matter; this binds the service, too. */
export const linkBarTo = (doc: Linked, move: MoveName): string | undefined => {
  if (move === 'merge' && (doc.followers ?? 0) > 0) return '已有别的事项并到这件事里，请先把它们拆开'
  if (move === 'resume' && doc.leadId !== undefined) return '这件事正与别的事项合并办理，要单独办请先拆开'
  if ((move === 'unmerge' || move === 'followLead') && doc.leadId === undefined) return '这件事没有与别的事项合并'
  return undefined
}

/**
 * Where a merged case will go on when it is taken apart again: where it stood, except that what lay in the queue has
 * now been given to somebody, and that nobody works on what lies in a queue now.
 */
export const standingBehind = (stood: CaseStatus, owner: Owner | null, leadStatus: CaseStatus): CaseStatus => {
  if (leadStatus === 'submitted') return 'submitted'
  return stood === 'submitted' || owner?.type === 'organisation' ? 'assigned' : stood
}
