import { type CaseKind, type CaseStatus, isHighRisk, isOpen, isWorse, type Relation, type Risk } from '@shared/cases/words'
import type { Case } from './case.model'

/** Until work has begun the kind may still be put right; afterwards too much rests on it. */
const KIND_OPEN: readonly CaseStatus[] = ['submitted', 'assigned', 'accepted']

/** Whether somebody may put a case into order: whoever handles it, and the centre. */
export const mayClassify = ({ doc, relations }: { doc: Pick<Case, 'status'>; relations: readonly Relation[] }): boolean =>
  isOpen(doc.status) && (relations.includes('owner') || relations.includes('dispatcher'))

/** Why a case cannot become one of another kind; undefined when it can, or stays what it is. */
export const kindBarOf = (doc: Pick<Case, 'kind' | 'status' | 'leadId' | 'followers'>, kind: CaseKind): string | undefined => {
  if (kind === doc.kind) return undefined
  if (doc.leadId !== undefined || (doc.followers ?? 0) > 0) return '这件事正与别的事项合并办理，要改类型请先拆开'
  if (!KIND_OPEN.includes(doc.status)) return '已经开始办理，不能再改事项类型'
  if (doc.status === 'accepted' && (kind === 'dispute' || doc.kind === 'dispute')) return '受理以后，纠纷和其他事项之间不能再互改'
  return undefined
}

/** Whether somebody may give a case this risk: what is dangerous is called less so by the centre alone, not by who has to hurry for it. */
export const mayGrade = ({ doc, relations, risk }: { doc: Pick<Case, 'risk'>; relations: readonly Relation[]; risk: Risk }): boolean => {
  const before = doc.risk ?? 'D'
  return relations.includes('dispatcher') || !isHighRisk(before) || !isWorse(before, risk)
}
