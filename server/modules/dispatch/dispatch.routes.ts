import { loadCase } from '@server/modules/cases'
import { Forbidden } from '@server/platform/errors'
import { handlers } from '@server/platform/http/request'
import { updateDesk } from './commands/update-desk'
import { mayChooseAssignee } from './dispatch.policy'
import { presentDesk, presentMediator } from './dispatch.presenter'
import { findDesk } from './queries/find-desk'
import { listAssignees } from './queries/list-assignees'
import { listMediators } from './queries/list-mediators'
import { organisationNames } from './queries/organisation-names'

/** Mediators to choose from, assignees, and the mediator's own desk. */
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
    'desk.get': async ({ actor }) => presentDesk(await findDesk({ actor })),
    'desk.update': async ({ actor, body }) => presentDesk(await updateDesk({ actor, change: body })),
  })
