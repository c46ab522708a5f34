import type { CasePorts } from '@server/modules/cases'
import type { Ability } from '@shared/cases/schemas'
import { isOpen, isTalking } from '@shared/cases/words'
import { mayCompare } from './similar.policy'

/** Comparing a case with others, and talking to all who brought the same matter. */
export const duplicateAbilities: CasePorts['abilities'][number] = ({ doc, relations }) => {
  const found: Ability[] = []
  if (mayCompare(relations) && isOpen(doc.status)) found.push('readSimilar')
  if (relations.includes('owner') && isTalking(doc.status) && (doc.followers ?? 0) > 0) found.push('tellLinked')
  return found
}
