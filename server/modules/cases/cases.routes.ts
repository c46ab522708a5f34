import { createdOr, handlers } from '@server/platform/http/request'
import { presentCase, presentCategories, presentItems } from './cases.presenter'
import { classifyCase } from './commands/classify-case'
import { logRead } from './commands/log-read'
import { moveCase } from './commands/move-case'
import { submitCase } from './commands/submit-case'
import { loadCase } from './queries/find-case'
import { listCases } from './queries/list-cases'

/** The handlers of the cases' part of the contract; those of the talk about them are in talk.routes.ts. */
export const caseHandlers = () =>
  handlers({
    'categories.list': async () => ({ items: presentCategories() }),
    'cases.submit': async ({ actor, body, key }) => {
      const { doc, relations, created } = await submitCase({ actor, input: body, key })
      return createdOr(created, await presentCase({ doc, actor, relations }))
    },
    'cases.list': async ({ actor, query }) => {
      const { rows, nextCursor } = await listCases({ actor, query })
      return { items: await presentItems({ rows, actor }), nextCursor }
    },
    'cases.get': async ({ actor, params, query }) => {
      const { doc, relations } = await loadCase({ actor, caseId: params.id })
      logRead({ actor, doc, what: 'case', reason: query.reason })
      return presentCase({ doc, actor, relations, reason: query.reason })
    },
    'cases.classify': async ({ actor, params, body }) => {
      const { doc, relations } = await classifyCase({ actor, caseId: params.id, body })
      return presentCase({ doc, actor, relations })
    },
    'cases.move': async ({ actor, params, body }) => {
      const { doc, relations } = await moveCase({ actor, caseId: params.id, input: body })
      return presentCase({ doc, actor, relations })
    },
  })
