import { logRead } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { createdOr, handlers } from '@server/platform/http/request'
import { changePaper } from './commands/change-paper'
import { draftPaper } from './commands/draft-paper'
import { movePaper } from './commands/move-paper'
import { readBack } from './commands/read-back'
import { signPaper } from './commands/sign-paper'
import { presentHead, presentPaper, presentTemplate } from './papers.presenter'
import { listPapers } from './queries/list-papers'
import { listTemplates } from './queries/list-templates'
import { partyNamer } from './queries/load-facts'
import { type LoadedPaper, loadPaper } from './queries/load-paper'
import { paperDocument } from './queries/paper-document'
import { verifyPaper } from './queries/verify-paper'

const present = async (actor: Actor, { paper, doc, relations }: LoadedPaper) =>
  presentPaper(paper, { doc, actor, relations, nameOf: await partyNamer(doc) })

const readingHandlers = () =>
  handlers({
    'papers.templates': async ({ actor, params, query }) => {
      const { doc, forms } = await listTemplates({ actor, caseId: params.id, kind: query.kind })
      return { items: forms.map(({ kind, facts }) => presentTemplate(kind, doc, facts)) }
    },
    'papers.list': async ({ actor, params }) => {
      const { papers, doc, relations } = await listPapers({ actor, caseId: params.id })
      const nameOf = await partyNamer(doc)
      return { items: papers.map((paper) => presentHead(paper, { doc, actor, relations, nameOf })) }
    },
    'papers.get': async ({ actor, params }) => {
      const loaded = await loadPaper({ actor, paperId: params.id })
      logRead({ actor, doc: loaded.doc, what: 'file' })
      return present(actor, loaded)
    },
    'papers.document': async ({ actor, params }) => {
      const { download, doc } = await paperDocument({ actor, paperId: params.id })
      logRead({ actor, doc, what: 'export' })
      return download
    },
    'papers.verify': async ({ params }) => verifyPaper(params.code),
  })

const writingHandlers = () =>
  handlers({
    'papers.create': async ({ actor, params, body, key }) => {
      const { created, ...loaded } = await draftPaper({ actor, caseId: params.id, input: body, key })
      return createdOr(created, await present(actor, loaded))
    },
    'papers.change': async ({ actor, params, body }) => present(actor, await changePaper({ actor, paperId: params.id, input: body })),
    'papers.move': async ({ actor, params, body }) => present(actor, await movePaper({ actor, paperId: params.id, input: body })),
    'papers.read': async ({ actor, params, body }) => present(actor, await readBack({ actor, paperId: params.id, input: body })),
    'papers.sign': async ({ actor, params, body, key }) => present(actor, await signPaper({ actor, paperId: params.id, input: body, key })),
  })

/** The handlers of the papers' part of the contract. */
export const paperHandlers = () => ({ ...readingHandlers(), ...writingHandlers() })
