import { type Case, loadCase } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import { NotFound } from '@server/platform/errors'
import type { Relation } from '@shared/cases/words'
import { type Obligation, ObligationModel } from '../obligation.model'
import { mayReadObligations, type Standing } from '../obligations.policy'
import { voicelessParties } from './voiceless-parties'

/** How the actor stands to what a case promises. Throws NotFound for who must not know of it. */
export const loadStanding = async (options: { actor: Actor; caseId: string }): Promise<Standing & { doc: Case; relations: Relation[] }> => {
  const { actor, caseId } = options
  const { doc, relations } = await loadCase({ actor, caseId })
  if (!mayReadObligations(relations)) throw new NotFound()
  return { actor, doc, relations, voiceless: await voicelessParties(doc) }
}

/** An obligation, and how the actor stands to it. Throws NotFound for who must not know of it. */
export const loadObligation = async (options: { actor: Actor; obligationId: string }) => {
  const { actor, obligationId } = options
  const _id = toObjectId(obligationId)
  const obligation = _id && (await ObligationModel.findOne({ _id, voidAt: null }).lean<Obligation>())
  if (!obligation) throw new NotFound()
  return { obligation, standing: await loadStanding({ actor, caseId: obligation.caseId.toHexString() }) }
}
