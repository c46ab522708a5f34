import type { Actor } from '@server/platform/actor'
import { InvalidInput } from '@server/platform/errors'
import { MOVES, type MoveName } from '@shared/cases/moves'
import type { Case } from '../case.model'
import { relationsOf } from '../cases.policy'
import { type LeadBar, leadBarOf } from '../merge.policy'
import { findCases } from '../queries/find-case'

const WORDS: Record<LeadBar, string> = {
  itself: '不能与自己合并',
  other_kind: '只能与同一类事项合并，请先改正类别',
  not_open: '这件事已经办完或正等申请人确认，不能再合并进去',
  is_merged: '这件事已经并入另一件，请选那一件',
  is_party: '办理那件事的人是这件事的当事人，不能由他来办',
}

const refuse = (code: string, message: string): InvalidInput => InvalidInput.field('leadId', code, message)

/** Whoever merges must have both cases in hand: as their owner, or as the centre of both places. */
const hasInHand = (actor: Actor | 'system', lead: Case): boolean =>
  actor === 'system' || relationsOf(actor, lead).some((relation) => relation === 'owner' || relation === 'dispatcher')

/** The case with which another is to be handled; undefined for moves that need none. Throws InvalidInput for one that cannot lead it. */
export const findLead = async (options: {
  doc: Case
  move: MoveName
  leadId: string | undefined
  actor: Actor | 'system'
}): Promise<Case | undefined> => {
  const { doc, move, leadId, actor } = options
  if (MOVES[move].needs !== 'lead') return undefined
  if (leadId === undefined) throw refuse('required', '请选择并入哪一件事')
  const [lead] = await findCases([leadId])
  if (!lead || !hasInHand(actor, lead)) throw refuse('unknown_lead', '没有这件事，或您不负责它')
  const bar = leadBarOf(doc, lead)
  if (bar) throw refuse(bar, WORDS[bar])
  return lead
}
