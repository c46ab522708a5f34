import { Forbidden } from '@server/platform/errors'
import { handlers } from '@server/platform/http/request'
import { loadCalendar } from './commands/load-calendar'
import { mayLoadCalendar } from './deadlines.policy'

/** The handlers of the deadlines' part of the contract. */
export const deadlineHandlers = () =>
  handlers({
    'calendars.load': async ({ actor, params, body }) => {
      if (!mayLoadCalendar(actor)) throw new Forbidden()
      const calendar = { year: params.year, ...body }
      await loadCalendar(calendar)
      return calendar
    },
  })
