import type { Case } from '@server/modules/cases'
import type { DocketView, Retention } from '@shared/archive/schemas'
import { MOVES } from '@shared/cases/moves'
import type { Ability } from '@shared/cases/schemas'
import type { Relation } from '@shared/cases/words'
import type { PaperKind } from '@shared/papers/schemas'

const KEEPERS: readonly Relation[] = ['owner', 'dispatcher']

/** The whole file is for whoever handles the case and for the centre; parties have their papers. */
export const mayReadDocket = (relations: readonly Relation[]): boolean => relations.some((one) => KEEPERS.includes(one))

type Standing = { doc: Pick<Case, 'kind' | 'status'>; relations: readonly Relation[] }

/** What somebody can do with a case's file, as the case says it. */
export const archiveAbilities = ({ doc, relations }: Standing): Ability[] => {
  if (!mayReadDocket(relations)) return []
  return doc.status === 'archived' ? ['readDocket', 'addSupplement'] : ['readDocket']
}

/** The same, as the file says it. A file that is about to be frozen takes nothing more. */
export const docketAbilities = (options: Standing & { frozen: boolean }): DocketView['can'] => {
  const { doc, relations, frozen } = options
  if (!mayReadDocket(relations)) return []
  const { kinds, from } = MOVES.archive
  const can: DocketView['can'] = []
  if (kinds.includes(doc.kind) && from.includes(doc.status)) can.push('archive')
  if (frozen) can.push('addSupplement')
  if (!frozen && doc.status !== 'archived') can.push('setRetention')
  return [...can, 'download']
}

/** How long a file is kept when nobody has said it: an agreement may be asked for long after. */
export const usualRetention = (papers: readonly { kind: PaperKind }[]): Retention =>
  papers.some(({ kind }) => kind === 'agreement') ? 'long' : 'short'
