import { BookingModel } from '@server/modules/mediation/booking.model'
import { ClaimModel } from '@server/modules/mediation/claim.model'
import { needsOf } from '@server/modules/mediation/claims'
import { WaitingModel } from '@server/modules/mediation/waiting.model'
import type { Output } from '@tests/support/client'
import { aDispute, type CaseView } from '@tests/support/factories'
import type { Client, Service } from '@tests/support/service'

/** A Monday morning in a month without holidays. */
export const MONDAY = '2026-03-09T08:00:00+08:00'
/** `10T09:00` → the tenth of that month at nine. */
export const at = (text: string): string => `2026-03-${text}:00+08:00`
export const sameTime = (one: string, other: string) => expect(new Date(one).getTime()).toBe(new Date(other).getTime())
export const fails = (status: number, code: string) => ({ status, problem: expect.objectContaining({ code }) })

export type Booked = Output<'bookings.create'>
export const book = (client: Client, one: { id: string }, startsAt: string, over: object = {}): Promise<Booked> =>
  client.call('bookings.create', { params: { id: one.id }, body: { startsAt, mode: 'onsite', ...over } })
export const hold = (client: Client, one: { id: string }, startsAt: string, over: object = {}) =>
  book(client, one, startsAt, { hold: true, mode: 'phone', ...over })
export const move = (client: Client, id: string, body: Record<string, unknown>) =>
  client.call('bookings.move', { params: { id }, body: body as never })
export const confirm = (client: Client, id: string) => move(client, id, { move: 'confirm' })
export const slots = async (client: Client, one: { id: string }, query: Record<string, string> = {}) =>
  (await client.call('slots.list', { params: { id: one.id }, query: query as never })).items
export const shown = (client: Client, one: { id: string }): Promise<CaseView> => client.call('cases.get', { params: { id: one.id } })
export const wait = (client: Client, one: { id: string }, over: object = {}) =>
  client.call('waiting.join', { params: { id: one.id }, body: { mode: 'phone', ...over } as never })
export const waiting = async (client: Client, one: { id: string }) =>
  (await client.call('waiting.get', { params: { id: one.id } })).items[0]

export const clear = () => Promise.all([BookingModel.deleteMany({}), ClaimModel.deleteMany({}), WaitingModel.deleteMany({})])

/** Somebody joins a case at the invitation of its mediator. */
export const joins = async (service: Service, mediator: Client, one: { id: string }, name: string): Promise<Client> => {
  const { code } = await mediator.call('parties.invite', { params: { id: one.id }, body: { part: 'respondent' } })
  const respondent = await service.login(name)
  await respondent.call('parties.answer', { body: { code, agree: true } })
  return respondent
}
/** A dispute in which the other side takes part. */
export const aDisputeOfTwo = async (service: Service, clients: { applicant: Client; mediator: Client; respondent: string }) => {
  const one = await aDispute(service, clients.applicant)
  return { one, respondent: await joins(service, clients.mediator, one, clients.respondent) }
}

/** What the standing bookings need, and nothing else, is claimed. */
export const expectClaimsToFit = async () => {
  const active = await BookingModel.find({ active: true }).lean()
  const needed = active.flatMap((booking) => needsOf(booking).map(({ resource, tick }) => `${booking._id} ${resource} ${tick}`))
  const claims = await ClaimModel.find().lean()
  expect(claims.map((claim) => `${claim.bookingId} ${claim.resource} ${claim.tick}`).sort()).toEqual(needed.sort())
}
