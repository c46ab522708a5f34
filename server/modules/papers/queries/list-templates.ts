import { type Case, loadCase } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { Forbidden } from '@server/platform/errors'
import type { PaperKind } from '@shared/papers/schemas'
import { draftable, sidesOf } from '../papers.policy'
import type { Facts } from '../templates/template'
import { loadFacts } from './load-facts'

/** The forms that can be filled in now, or the one that was asked for, each with what the case knows. */
export const listTemplates = async (options: {
  actor: Actor
  caseId: string
  kind: PaperKind | undefined
}): Promise<{ doc: Case; forms: { kind: PaperKind; facts: Facts }[] }> => {
  const { actor, caseId, kind } = options
  const { doc, relations } = await loadCase({ actor, caseId })
  if (!relations.includes('owner')) throw new Forbidden()
  const kinds = kind ? [kind] : draftable(doc)
  const forms = kinds.map(async (one) => {
    const named = { fromPartyId: null, toPartyId: null, scope: null, sides: sidesOf(one, doc, null) }
    return { kind: one, facts: (await loadFacts({ doc, actor, named })).facts }
  })
  return { doc, forms: await Promise.all(forms) }
}
