import { Readable } from 'node:stream'
import { toLocalIso } from '@server/modules/deadlines'
import type { Actor } from '@server/platform/actor'
import { Forbidden } from '@server/platform/errors'
import { createdOr, type Download, handlers } from '@server/platform/http/request'
import { type CalendarEntry, toCalendar } from './bookings.ics'
import { keepsHours } from './bookings.policy'
import { presentBooking } from './bookings.presenter'
import { bookSession } from './commands/book-session'
import { joinWaiting } from './commands/join-waiting'
import { leaveWaiting } from './commands/leave-waiting'
import { moveBooking } from './commands/move-booking'
import { renewFeed } from './commands/renew-feed'
import { saveWorkingPlan } from './commands/save-working-plan'
import { findPlan } from './queries/find-plan'
import { findWaiting } from './queries/find-waiting'
import { listCalendar } from './queries/list-calendar'
import { listSlots } from './queries/list-slots'
import { findFeedUrl, readFeed } from './queries/read-feed'
import { sessionEntry } from './queries/session-entry'
import { toSnapshot } from './snapshot'
import { presentWaiting } from './waiting.presenter'

const icsFile = (entries: CalendarEntry[], fileName: string): Download => {
  const bytes = Buffer.from(toCalendar(entries))
  return { stream: Readable.from([bytes]), mime: 'text/calendar; charset=utf-8', size: bytes.length, fileName }
}

const checkHours = (actor: Actor): void => {
  if (!keepsHours(actor)) throw new Forbidden()
}

const sessionHandlers = () =>
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
    'bookings.ics': async ({ actor, params }) => icsFile([await sessionEntry({ actor, bookingId: params.id })], `session-${params.id}.ics`),
  })

const waitingHandlers = () =>
  handlers({
    'waiting.get': async ({ actor, params }) => {
      const found = await findWaiting({ actor, caseId: params.id })
      return { items: found ? [presentWaiting(found)] : [] }
    },
    'waiting.join': async ({ actor, params, body, key }) => {
      const { waiting, position, created } = await joinWaiting({ actor, caseId: params.id, wish: body, key })
      return createdOr(created, presentWaiting({ waiting, position }))
    },
    'waiting.leave': async ({ actor, params }) => {
      await leaveWaiting({ actor, caseId: params.id })
      return { ok: true as const }
    },
  })

const calendarHandlers = () =>
  handlers({
    'calendarFeed.get': async ({ actor }) => {
      checkHours(actor)
      return { url: await findFeedUrl(actor.personId) }
    },
    'calendarFeed.renew': async ({ actor }) => {
      checkHours(actor)
      return { url: await renewFeed({ personId: actor.personId }) }
    },
    'calendarFeed.read': async ({ params }) => icsFile(await readFeed({ token: params.token }), 'calendar.ics'),
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
      checkHours(actor)
      return findPlan(actor.personId)
    },
    'workingPlan.put': async ({ actor, body }) => {
      checkHours(actor)
      return saveWorkingPlan({ personId: actor.personId, plan: body })
    },
  })

/** The handlers of mediation's part of the contract. */
export const mediationHandlers = () => ({ ...sessionHandlers(), ...waitingHandlers(), ...calendarHandlers() })
