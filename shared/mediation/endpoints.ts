import * as z from 'zod/mini'
import { endpoint } from '../platform/endpoint'
import { Id, itemsOf } from '../platform/schema'
import { BookingView, CalendarItem, CalendarQuery, CreateBooking, MoveBooking, SlotQuery, SlotView, WorkingPlan } from './schemas'

const Params = z.strictObject({ id: Id })

export const mediationEndpoints = {
  'slots.list': endpoint({
    method: 'GET',
    path: '/api/cases/:id/slots',
    summary: 'Free times of the mediator, the room and the parties',
    auth: 'user',
    params: Params,
    query: SlotQuery,
    output: itemsOf(SlotView),
  }),
  'bookings.create': endpoint({
    method: 'POST',
    path: '/api/cases/:id/bookings',
    summary: 'Books a session; exactly one wins a slot',
    auth: 'user',
    params: Params,
    body: CreateBooking,
    output: BookingView,
    status: 201,
    key: 'accepted',
  }),
  'bookings.move': endpoint({
    method: 'POST',
    path: '/api/bookings/:id/moves',
    summary: 'Confirms, declines, cancels, reschedules, finishes a booking, or records an absence',
    auth: 'user',
    params: Params,
    body: MoveBooking,
    output: BookingView,
  }),
  'bookings.calendar': endpoint({
    method: 'GET',
    path: '/api/me/calendar',
    summary: "The mediator's sessions between two days",
    auth: 'user',
    query: CalendarQuery,
    output: itemsOf(CalendarItem),
  }),
  'workingPlan.get': endpoint({
    method: 'GET',
    path: '/api/me/working-plan',
    summary: "The mediator's working hours",
    auth: 'user',
    output: WorkingPlan,
  }),
  'workingPlan.put': endpoint({
    method: 'PUT',
    path: '/api/me/working-plan',
    summary: "Replaces the mediator's working hours",
    auth: 'user',
    body: WorkingPlan,
    output: WorkingPlan,
  }),
}
