import { toLocalIso } from '@server/modules/deadlines'
import { Forbidden } from '@server/platform/errors'
import { createdOr, handlers } from '@server/platform/http/request'
import { keepsHours } from './bookings.policy'
import { presentBooking } from './bookings.presenter'
import { bookSession } from './commands/book-session'
import { moveBooking } from './commands/move-booking'
import { saveWorkingPlan } from './commands/save-working-plan'
import { findPlan } from './queries/find-plan'
import { listCalendar } from './queries/list-calendar'
import { listSlots } from './queries/list-slots'
import { toSnapshot } from './snapshot'

/** The handlers of mediation's part of the contract. */
export const mediationHandlers = () =>
  handlers({
    'slots.list': async ({ actor, params, query }) => {
      const slots = await listSlots({ actor, caseId: params.id, query })
      return { items: slots.map((slot) => ({ ...slot, startsAt: toLocalIso(slot.startsAt), endsAt: toLocalIso(slot.endsAt) })) }
    },
    'bookings.create': async ({ actor, params, body, key }) => {
      const { booking, doc, relations, created } = await bookSession({ actor, caseId: params.id, input: body, key })
      return createdOr(created, presentBooking({ booking: toSnapshot(booking), doc, actor, relations }))
    },
    'bookings.move': async ({ actor, params, body }) => {
      const { booking, doc, relations } = await moveBooking({ actor, bookingId: params.id, input: body })
      return presentBooking({ booking: toSnapshot(booking), doc, actor, relations })
    },
    'bookings.calendar': async ({ actor, query }) => {
      const sessions = await listCalendar({ actor, query })
      return {
        items: sessions.map(({ booking, doc, relations }) => ({
          ...presentBooking({ booking: toSnapshot(booking), doc, actor, relations }),
          caseTitle: doc.title,
          caseNumber: doc.number,
        })),
      }
    },
    'workingPlan.get': async ({ actor }) => {
      if (!keepsHours(actor)) throw new Forbidden()
      return findPlan(actor.personId)
    },
    'workingPlan.put': async ({ actor, body }) => {
      if (!keepsHours(actor)) throw new Forbidden()
      return saveWorkingPlan({ personId: actor.personId, plan: body })
    },
  })
