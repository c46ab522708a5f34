import type { CasePorts } from '@server/modules/cases'
import type { Ability } from '@shared/cases/schemas'
import { draftable, readsPapers } from '../papers.policy'

/** Whether somebody may draft papers of a case, or read them. */
export const paperAbilities: CasePorts['abilities'][number] = ({ doc, relations }) => {
  if (doc.kind !== 'dispute' || !readsPapers(relations)) return []
  const found: Ability[] = ['readPapers']
  if (relations.includes('owner') && draftable(doc).length > 0) found.push('draftPaper')
  return found
}
