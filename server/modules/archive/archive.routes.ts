import { logRead } from '@server/modules/cases'
import { Conflict } from '@server/platform/errors'
import { createdOr, handlers } from '@server/platform/http/request'
import { presentDocket } from './archive.presenter'
import { addSupplement } from './commands/add-supplement'
import { setRetention } from './commands/set-retention'
import { isFrozen } from './queries/find-docket'
import { docketDocument, openDocket } from './queries/open-docket'
import { docketZip } from './zip/docket-zip'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The handlers of the archive's part of the contract. */
export const archiveHandlers = () =>
  handlers({
    'docket.get': async ({ actor, params }) => {
      const { doc, relations, kept } = await openDocket({ actor, caseId: params.id })
      logRead({ actor, doc, what: 'file' })
      return presentDocket({ doc, kept, relations })
    },
    'docket.document': async ({ actor, params }) => {
      const { doc, kept } = await openDocket({ actor, caseId: params.id })
      logRead({ actor, doc, what: 'file' })
      return { ...(await docketDocument(doc, kept)), mime: WORD, fileName: `卷宗 ${doc.number}.docx` }
    },
    'docket.zip': async ({ actor, params }) => {
      const { doc, kept } = await openDocket({ actor, caseId: params.id })
      logRead({ actor, doc, what: 'file' })
      return { stream: await docketZip(doc, kept), mime: 'application/zip', fileName: `卷宗 ${doc.number}.zip` }
    },
    'docket.supplement': async ({ actor, params, body, key }) => {
      const { doc, relations, kept } = await openDocket({ actor, caseId: params.id })
      if (!isFrozen(kept)) throw new Conflict('move_not_allowed', '归档以后才能补充材料')
      const { created } = await addSupplement({ actor, doc, relations, body, key })
      return createdOr(created, await presentDocket({ doc, kept, relations }))
    },
    'docket.retention': async ({ actor, params, body }) => {
      const { doc, relations } = await openDocket({ actor, caseId: params.id })
      const kept = await setRetention(doc, body.retention)
      return presentDocket({ doc, kept, relations })
    },
  })
