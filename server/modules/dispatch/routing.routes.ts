import { loadCase } from '@server/modules/cases'
import { Forbidden } from '@server/platform/errors'
import { createdOr, handlers } from '@server/platform/http/request'
import { activateRouting } from './commands/activate-routing'
import { keepDuty } from './commands/keep-duty'
import { saveRouting } from './commands/save-routing'
import { findDuty } from './queries/find-duty'
import { listRouting } from './queries/find-routing'
import { tryRouting } from './queries/try-routing'
import { mayReadAssignment } from './routing/routing.policy'
import { presentAssignment, presentDuty, presentRouting } from './routing/routing.presenter'

/** Rules as data, why a case was given to whom, and who is on duty. */
export const routingHandlers = () =>
  handlers({
    'routing.list': async ({ actor }) => ({ items: (await listRouting({ actor })).map(presentRouting) }),
    'routing.save': async ({ actor, body, key }) => {
      const { value, created } = await saveRouting({ actor, body, key })
      return createdOr(created, presentRouting(value))
    },
    'routing.tryOut': ({ actor, params, body }) => tryRouting({ actor, id: params.id, cases: body.cases }),
    'routing.activate': async ({ actor, params }) => presentRouting(await activateRouting({ actor, id: params.id })),
    'assignments.forCase': async ({ actor, params }) => {
      const { doc, relations } = await loadCase({ actor, caseId: params.id })
      if (!mayReadAssignment(relations)) throw new Forbidden()
      return { items: [...(doc.assignments ?? [])].reverse().map(presentAssignment) }
    },
    'duty.get': async ({ actor, query }) => presentDuty(await findDuty({ actor, regionCode: query.regionCode })),
    'duty.put': async ({ actor, body }) => {
      const { _id } = await keepDuty({ actor, roster: body })
      return presentDuty(await findDuty({ actor, regionCode: _id }))
    },
  })
