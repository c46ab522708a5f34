import { loadCase, logRead } from '@server/modules/cases'
import { Forbidden, NotFound } from '@server/platform/errors'
import { createdOr, handlers } from '@server/platform/http/request'
import { answerFollowUp } from './commands/answer-follow-up'
import { judgeDemand } from './commands/judge-demand'
import { raiseDemand } from './commands/raise-demand'
import { recordFollowUp } from './commands/record-follow-up'
import { saveFollowUpPlan } from './commands/save-follow-up-plan'
import { mayReadDemands, readsDemandWords } from './demands.policy'
import { presentDemand, withoutWords } from './demands.presenter'
import { mayReadFollowUps, mayReadPlan } from './follow-ups.policy'
import { presentFollowUp } from './follow-ups.presenter'
import { findFollowUpPlan } from './queries/find-follow-up-plan'
import { followUpsOf } from './queries/follow-ups-of'
import { demandsOf, listDemands } from './queries/list-demands'
import { listFollowUps } from './queries/list-follow-ups'

const followUpHandlers = () =>
  handlers({
    'followUps.forCase': async ({ actor, params }) => {
      const { doc, relations } = await loadCase({ actor, caseId: params.id })
      if (!mayReadFollowUps(relations)) throw new NotFound()
      const followUps = await followUpsOf(params.id)
      logRead({ actor, doc, what: 'case' })
      return { items: followUps.map((followUp) => presentFollowUp({ followUp, doc, actor, relations })) }
    },
    'followUps.list': async ({ actor, query }) => {
      const { rows, nextCursor } = await listFollowUps({ actor, state: query.state, cursor: query.cursor, limit: query.limit })
      return { items: rows.map((row) => presentFollowUp({ ...row, actor })), nextCursor }
    },
    'followUps.record': async ({ actor, params, body }) =>
      presentFollowUp({ ...(await recordFollowUp({ actor, followUpId: params.id, input: body })), actor }),
    'followUps.answer': async ({ actor, params, body }) =>
      presentFollowUp({ ...(await answerFollowUp({ actor, followUpId: params.id, input: body })), actor }),
    'followUpPlan.get': async ({ actor, query }) => {
      if (!mayReadPlan(actor)) throw new Forbidden()
      return findFollowUpPlan({ regionCode: query.regionCode })
    },
    'followUpPlan.put': async ({ actor, body }) => saveFollowUpPlan({ actor, plan: body }),
  })

const demandHandlers = () =>
  handlers({
    'demands.forCase': async ({ actor, params }) => {
      const { doc, relations } = await loadCase({ actor, caseId: params.id })
      if (!mayReadDemands(relations)) throw new NotFound()
      const demands = await demandsOf(doc._id)
      logRead({ actor, doc, what: 'case' })
      const items = demands.map((demand) => presentDemand({ demand, doc, actor }))
      return { items: readsDemandWords(relations) ? items : items.map(withoutWords) }
    },
    'demands.raise': async ({ actor, params, body, key }) => {
      const { demand, doc, created } = await raiseDemand({ actor, caseId: params.id, input: body, key })
      return createdOr(created, presentDemand({ demand, doc, actor }))
    },
    'demands.list': async ({ actor, query }) => {
      const { rows, nextCursor } = await listDemands({ actor, state: query.state, cursor: query.cursor, limit: query.limit })
      return { items: rows.map((row) => presentDemand({ ...row, actor })), nextCursor }
    },
    'demands.judge': async ({ actor, params, body }) =>
      presentDemand({ ...(await judgeDemand({ actor, demandId: params.id, input: body })), actor }),
  })

/** What comes after a case: follow-ups, and demands that nobody could meet. */
export const afterHandlers = () => ({ ...followUpHandlers(), ...demandHandlers() })
