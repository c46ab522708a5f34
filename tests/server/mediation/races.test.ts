import { setTimeout as sleep } from 'node:timers/promises'
import { BookingModel } from '@server/modules/mediation/booking.model'
import { ClaimModel } from '@server/modules/mediation/claim.model'
import { WaitingModel } from '@server/modules/mediation/waiting.model'
import { CITY } from '@tests/support/city'
import { aCase, aMediator, type CaseView } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import fc from 'fast-check'
import { expectClaimsToFit, hold, move as moveTo } from './support'

const NINE = '2026-03-10T09:00:00+08:00'
const RACERS = 200
const RESIDENTS = 20

let service: Service
let residents: Client[]
beforeAll(async () => {
  service = await aService()
  await service.clock.set('2026-03-09T08:00:00+08:00')
  residents = await Promise.all(Array.from({ length: RESIDENTS }, (_, index) => service.login(`居民${index}`)))
})
afterAll(() => service.close())
beforeEach(async () => {
  await service.clock.set('2026-03-09T08:00:00+08:00')
  await Promise.all([BookingModel.deleteMany({}), ClaimModel.deleteMany({}), WaitingModel.deleteMany({})])
})

interface Filed {
  client: Client
  one: CaseView
}
const file = (count: number, over: object = {}): Promise<Filed[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const client = residents[index % RESIDENTS] as Client
      return { client, one: await aCase(service, client, over) }
    }),
  )
const book = ({ client, one }: Filed, mode = 'onsite', startsAt = NINE) =>
  client.raw('POST', `/api/cases/${one.id}/bookings`, { body: { startsAt, mode } })
const tally = (answers: { status: number; body: { code?: string } }[]) =>
  answers.reduce<Record<string, number>>((counts, { status, body }) => {
    const key = status === 201 ? '201' : `${status} ${body.code}`
    counts[key] = (counts[key] ?? 0) + 1
    return counts
  }, {})

test('of 200 who book the same hour at once, one gets it and 199 are told slot_taken', async () => {
  await aMediator(service, { name: '周和', capacity: 1000 })
  const filed = await file(RACERS)
  const answers = await Promise.all(filed.map((each) => book(each)))
  expect(tally(answers)).toEqual({ 201: 1, '409 slot_taken': RACERS - 1 })
  await expectClaimsToFit()
  expect(await ClaimModel.countDocuments()).toBe(4 * 3)
})

test('who books and joins the line at once has one of them', async () => {
  await aMediator(service, { name: '周和', capacity: 1000 })
  const cases = await file(20)
  const hours = ['09:00', '10:30', '14:00', '15:30']
  const startsAt = (n: number) => `2026-03-${10 + Math.floor(n / hours.length)}T${hours[n % hours.length]}:00+08:00`
  const join = ({ client, one }: Filed) => client.raw('POST', `/api/cases/${one.id}/waiting`, { body: { mode: 'phone', partOfDay: 'any' } })
  for (const [n, each] of cases.entries()) {
    // The two meet at a different moment of the booking each time.
    const answers = await Promise.all([book(each, 'phone', startsAt(n)), sleep(n).then(() => join(each))])
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
  }
  const booked = await BookingModel.distinct('caseId', { active: true })
  expect(booked.length).toBeGreaterThan(0)
  expect(await WaitingModel.countDocuments({ caseId: { $in: booked } })).toBe(0)
  expect(booked.length + (await WaitingModel.countDocuments())).toBe(cases.length)
})

test('200 requests for one case, too', async () => {
  const [filed] = await file(1)
  const answers = await Promise.all(Array.from({ length: RACERS }, () => book(filed as Filed)))
  expect(tally(answers)).toEqual({ 201: 1, '409 slot_taken': RACERS - 1 })
  await expectClaimsToFit()
})

test('mediators who race for two rooms get two, each room once', async () => {
  const mediators = ['neighbour', 'family', 'house', 'property', 'labour', 'contract']
  await Promise.all(
    mediators.map((category) => aMediator(service, { name: `专办${category}`, regionCode: CITY.grid, categories: [category] })),
  )
  const filed = await Promise.all(
    mediators.map(async (category, index) => {
      const client = residents[index] as Client
      return { client, one: await aCase(service, client, { kind: 'dispute', category: `${category}.other` }) }
    }),
  )
  expect(new Set(filed.map(({ one }) => one.assignee?.id)).size).toBe(mediators.length)
  expect(tally(await Promise.all(filed.map((each) => book(each))))).toEqual({ 201: 2, '409 slot_taken': mediators.length - 2 })
  await expectClaimsToFit()
  const rooms = (await BookingModel.find().lean()).map((booking) => booking.venue?.roomId)
  expect(new Set(rooms).size).toBe(2)
})

test('of confirmations and cancellations at once, one cancellation wins, and a yes is heard once or not at all', async () => {
  const [filed] = await file(1)
  const { client, one } = filed as Filed
  const mediator = await aMediator(service, { name: '周和', capacity: 1000 })
  const made = (await book({ client, one })).body
  const send = (who: Client, body: object) => who.raw('POST', `/api/bookings/${made.id}/moves`, { body })
  const answers = await Promise.all([
    ...Array.from({ length: 10 }, () => send(mediator, { move: 'confirm' })),
    ...Array.from({ length: 10 }, () => send(client, { move: 'cancel', reason: '有事' })),
  ])
  expect(answers.every((answer) => answer.status === 200 || answer.status === 409)).toBe(true)
  expect(answers.slice(10).filter((answer) => answer.status === 200).length).toBeLessThanOrEqual(1)
  const { timeline } = await client.call('cases.get', { params: { id: one.id } })
  expect(timeline.filter((entry) => entry.type === 'booking.confirmed').length).toBeLessThanOrEqual(1)
  await expectClaimsToFit()
})

test('of 200 who only hold the same hour, one does; the others can have it five minutes later', async () => {
  const filed = await file(RACERS)
  const send = ({ client, one }: Filed) =>
    client.raw('POST', `/api/cases/${one.id}/bookings`, { body: { startsAt: NINE, mode: 'phone', hold: true } })
  expect(tally(await Promise.all(filed.map(send)))).toEqual({ 201: 1, '409 slot_taken': RACERS - 1 })
  await expectClaimsToFit()
  const later = new Date(service.clock.now().getTime() + 5 * 60_000 + 1000)
  await service.clock.set(later.toISOString())
  expect(tally(await Promise.all(filed.map((each) => book(each))))).toEqual({ 201: 1, '409 slot_taken': RACERS - 1 })
  await service.catchUp()
  await expectClaimsToFit()
})

test('a hold and those who take it over when it is over: the place has one owner', async () => {
  const [mine, ...others] = await file(9)
  const { client, one } = mine as Filed
  const held = await hold(client, one, NINE)
  await service.clock.set(new Date(Date.parse(held.heldUntil ?? '') - 5).toISOString())
  const [kept, ...taken] = await Promise.all([
    moveTo(client, held.id, { move: 'confirm' }).then(
      () => 200,
      (error) => error.status,
    ),
    ...others.map(async (each) => (await book(each)).status),
  ])
  expect([kept === 200, ...taken.map((status) => status === 201)].filter(Boolean)).toHaveLength(1)
  await service.catchUp()
  await expectClaimsToFit()
})

test('whatever is booked, moved and cancelled, nothing overlaps and nothing is left behind', async () => {
  const filed = await file(5)
  const days = ['10', '11']
  const hours = ['09', '10', '11', '14', '15', '16']
  const step = fc.record({
    who: fc.nat({ max: 4 }),
    what: fc.constantFrom('book', 'hold', 'confirm', 'decline', 'reschedule', 'cancel'),
    day: fc.constantFrom(...days),
    hour: fc.constantFrom(...hours),
    mode: fc.constantFrom('onsite', 'phone', 'video'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 5 }), async (rounds) => {
      await Promise.all([BookingModel.deleteMany({}), ClaimModel.deleteMany({})])
      for (const round of rounds) {
        const statuses = await Promise.all(
          round.map(async ({ who, what, day, hour, mode }) => {
            const each = filed[who] as Filed
            const startsAt = `2026-03-${day}T${hour}:00:00+08:00`
            if (what === 'book') return (await book(each, mode, startsAt)).status
            if (what === 'hold')
              return (await each.client.raw('POST', `/api/cases/${each.one.id}/bookings`, { body: { startsAt, mode, hold: true } })).status
            const booking = await BookingModel.findOne({ caseId: each.one.id, active: true }).lean()
            if (!booking) return 200
            const body = what === 'reschedule' ? { move: what, startsAt, mode } : { move: what, reason: '有事' }
            return (await each.client.raw('POST', `/api/bookings/${booking._id}/moves`, { body })).status
          }),
        )
        expect(statuses.every((status) => [200, 201, 409].includes(status))).toBe(true)
        await expectClaimsToFit()
      }
    }),
    { numRuns: 10 },
  )
})
