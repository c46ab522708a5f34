import type { Case } from '@server/modules/cases'
import { composeDocket, type Docket } from '../compose-docket'
import type { Docket as Kept } from '../docket.model'
import { oneAtATime } from '../one-at-a-time'
import type { DocketSource } from '../source'
import { writeDocument } from '../word/write-document'
import { gatherSource } from './gather-source'

export interface BuiltDocket {
  source: DocketSource
  docket: Docket
  document: Buffer
}

/** Makes the file of a case as it stands, with its Word document. */
export const buildDocket = (doc: Case, kept: Kept | null, frozenAt: Date | null = null): Promise<BuiltDocket> =>
  oneAtATime(async () => {
    const source = await gatherSource(doc, kept, frozenAt)
    const docket = composeDocket(source)
    const document = await writeDocument(docket, { title: `卷宗 ${doc.number}`, creator: source.committee })
    return { source, docket, document }
  })
