import { Forbidden } from '@server/platform/errors'
import { createdOr, handlers } from '@server/platform/http/request'
import { loadCalendar } from './commands/load-calendar'
import { saveRules } from './commands/save-rules'
import { mayLoadCalendar, mayReadRules, maySetRules } from './deadlines.policy'
import { presentAllRules, presentRules } from './deadlines.presenter'
import { listRules } from './queries/list-rules'

/** The handlers of the deadlines' part of the contract. */
export const deadlineHandlers = () =>
  handlers({
    'calendars.load': async ({ actor, params, body }) => {
      if (!mayLoadCalendar(actor)) throw new Forbidden()
      const calendar = { year: params.year, ...body }
      await loadCalendar(calendar)
      return calendar
    },
    'deadlineRules.list': async ({ actor }) => {
      if (!mayReadRules(actor)) throw new Forbidden()
      return { items: presentAllRules(await listRules()) }
    },
    'deadlineRules.save': async ({ actor, body, key }) => {
      if (!maySetRules(actor)) throw new Forbidden('时限规则由市综治中心和市级管理员设定')
      const { value, created } = await saveRules({ actor, body, key })
      return createdOr(created, presentRules(value))
    },
  })
