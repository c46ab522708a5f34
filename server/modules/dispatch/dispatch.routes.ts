import { loadCase } from '@server/modules/cases'
import { Forbidden } from '@server/platform/errors'
import { createdOr, handlers } from '@server/platform/http/request'
import { presentAvoidance } from './avoidance.presenter'
import { askAvoidance } from './commands/ask-avoidance'
import { decideAvoidance } from './commands/decide-avoidance'
import { declareTies } from './commands/declare-ties'
import { updateDesk } from './commands/update-desk'
import { mayChooseAssignee } from './dispatch.policy'
import { presentDesk, presentMediator } from './dispatch.presenter'
import { avoidancesOf, listAvoidances, withCase } from './queries/find-avoidances'
import { findDesk } from './queries/find-desk'
import { findTies } from './queries/find-ties'
import { listAssignees } from './queries/list-assignees'
import { listMediators } from './queries/list-mediators'
import { listWays } from './queries/list-ways'
import { organisationNames } from './queries/organisation-names'

/** Mediators to choose from, assignees, avoidance, the legal ways on, and the mediator's own desk. */
export const dispatchHandlers = () =>
  handlers({
    'mediators.list': async ({ actor, query }) => {
      const desks = await listMediators({ actor, regionCode: query.regionCode, category: query.category })
      const names = await organisationNames(desks)
      return { items: desks.map((desk) => presentMediator(desk, names.get(desk.organisationId) ?? '')) }
    },
    'assignees.list': async ({ actor, params }) => {
      const { doc, relations } = await loadCase({ actor, caseId: params.id })
      if (!mayChooseAssignee(relations)) throw new Forbidden()
      return { items: await listAssignees({ doc }) }
    },
    'ties.get': ({ actor }) => findTies({ actor }),
    'ties.put': ({ actor, body }) => declareTies({ actor, ties: body }),
    'avoidance.ask': async ({ actor, params, body, key }) => {
      const { value, created } = await askAvoidance({ actor, caseId: params.id, reason: body.reason, key })
      return createdOr(created, presentAvoidance(await withCase(value), actor))
    },
    'avoidance.forCase': async ({ actor, params }) => ({
      items: (await avoidancesOf({ actor, caseId: params.id })).map((row) => presentAvoidance(row, actor)),
    }),
    'avoidance.list': async ({ actor, query }) => {
      const { rows, nextCursor } = await listAvoidances({ actor, state: query.state, cursor: query.cursor, limit: query.limit })
      return { items: rows.map((row) => presentAvoidance(row, actor)), nextCursor }
    },
    'avoidance.decide': async ({ actor, params, body }) =>
      presentAvoidance(await withCase(await decideAvoidance({ actor, requestId: params.id, body })), actor),
    'ways.list': async ({ actor, params }) => {
      const { doc } = await loadCase({ actor, caseId: params.id })
      return { items: listWays({ doc }) }
    },
    'desk.get': async ({ actor }) => presentDesk(await findDesk({ actor })),
    'desk.update': async ({ actor, body }) => presentDesk(await updateDesk({ actor, change: body })),
  })
