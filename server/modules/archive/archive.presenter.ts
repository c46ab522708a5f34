import type { Case } from '@server/modules/cases'
import { toLocalIso } from '@server/modules/deadlines'
import { presentFile } from '@server/platform/files'
import type { DocketView } from '@shared/archive/schemas'
import type { Relation } from '@shared/cases/words'
import { docketAbilities } from './archive.policy'
import { composeDocket } from './compose-docket'
import type { Docket } from './docket.model'
import { isFrozen, supplementsOf } from './queries/find-docket'
import { gatherSource } from './queries/gather-source'
import type { Supplement } from './supplement.model'

const presentSupplement = ({ _id, title, note, by, at, files, digest }: Supplement): DocketView['supplements'][number] => ({
  id: _id.toHexString(),
  title,
  note,
  by: by.name,
  at: toLocalIso(at),
  files: files.map(presentFile),
  digest,
})

const contentOf = async (doc: Case, kept: Docket | null) => {
  if (isFrozen(kept)) {
    const { items, pages, at, digest } = kept.frozen
    return { number: kept.number, frozenAt: toLocalIso(at), items, pages, digest, retention: kept.retention ?? 'long' }
  }
  const source = await gatherSource(doc, kept)
  const { items, pages } = composeDocket(source)
  return {
    number: null,
    frozenAt: null,
    items: items.map(({ part, title, date, present, pages: own, from, digest }) => ({
      part,
      title,
      date,
      present,
      pages: own.length,
      from,
      digest,
    })),
    pages,
    digest: null,
    retention: source.retention,
  }
}

/** A file as far as it can be read without opening it: what is in it, on which pages, and what somebody can do. */
export const presentDocket = async (options: { doc: Case; kept: Docket | null; relations: Relation[] }): Promise<DocketView> => {
  const { doc, kept, relations } = options
  const caseId = doc._id.toHexString()
  const frozen = isFrozen(kept)
  const [content, supplements] = await Promise.all([contentOf(doc, kept), frozen ? supplementsOf(caseId) : []])
  return {
    caseId,
    caseNumber: doc.number,
    ...content,
    supplements: supplements.map(presentSupplement),
    can: docketAbilities({ doc, relations, frozen }),
  }
}
