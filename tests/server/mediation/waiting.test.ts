import { BookingModel } from '@server/modules/mediation/booking.model'
import { ClaimModel } from '@server/modules/mediation/claim.model'
import { offerPlace } from '@server/modules/mediation/commands/offer-place'
import { WaitingModel } from '@server/modules/mediation/waiting.model'
import { ObjectId } from '@server/platform/database'
import { aCase, aMediator, type CaseView } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { at, book, clear, confirm, expectClaimsToFit, fails, MONDAY, move, shown, wait, waiting } from './support'

const HOUR = 3_600_000

let service: Service
let mediator: Client
let people: Client[]
beforeAll(async () => {
  service = await aService()
  await service.clock.set(MONDAY)
  mediator = await aMediator(service, { name: '周和', capacity: 1000 })
  people = await Promise.all(['甲', '乙', '丙', '丁'].map((name) => service.login(name)))
})
afterAll(() => service.close())
beforeEach(async () => {
  await service.clock.set(MONDAY)
  await clear()
})

interface Filed {
  client: Client
  one: CaseView
}
const file = async (index: number): Promise<Filed> => {
  const client = people[index] as Client
  return { client, one: await aCase(service, client) }
}
const files = async (count: number) => {
  const filed: Filed[] = []
  for (let index = 0; index < count; index += 1) filed.push(await file(index))
  return filed as [Filed, Filed, Filed, Filed]
}
const give = async ({ client }: Filed, id: string) => {
  await move(client, id, { move: 'cancel', reason: '有事' })
  await service.drain()
}
const placeOf = async ({ client, one }: Filed) => waiting(client, one)

describe('the waiting list', () => {
  test('gives a freed place to whoever has waited longest and would have it, for two hours', async () => {
    const [has, first, second, third] = await files(4)
    const booked = await book(has.client, has.one, at('10T09:00'), { mode: 'phone' })
    await wait(first.client, first.one, { partOfDay: 'afternoon' })
    expect(await wait(second.client, second.one, { from: '2026-03-10', to: '2026-03-12' })).toMatchObject({ position: 2, offer: null })
    await wait(third.client, third.one)
    await give(has, booked.id)
    expect((await placeOf(first))?.offer).toBeNull()
    expect((await placeOf(third))?.offer).toBeNull()
    const offer = (await placeOf(second))?.offer
    expect(offer).toMatchObject({ startsAt: expect.stringContaining('2026-03-10T09:00') })
    expect(Date.parse(offer?.until ?? '') - service.clock.now().getTime()).toBeGreaterThan(1.9 * HOUR)
    const { booking, timeline } = await shown(second.client, second.one)
    expect(booking).toMatchObject({ id: offer?.bookingId, status: 'held', can: ['confirm', 'decline'] })
    expect(timeline.at(-1)).toMatchObject({ type: 'booking.offered', text: expect.stringContaining('替您留到') })
    expect(await confirm(second.client, booking?.id ?? '')).toMatchObject({ status: 'proposed', waitsFor: ['owner'] })
    expect(await placeOf(second)).toBeUndefined()
    expect(await placeOf(third)).toMatchObject({ position: 2 })
    await expectClaimsToFit()
  })
  test('offers what was not taken to the next, and does not offer it twice to the same', async () => {
    const [has, first, second, third] = await files(4)
    const booked = await book(has.client, has.one, at('10T09:00'), { mode: 'phone' })
    for (const { client, one } of [first, second, third]) await wait(client, one)
    await give(has, booked.id)
    // Lets it lapse: goes to the end of the line.
    await service.clock.advance(2 * HOUR + 1000)
    await service.catchUp()
    expect(await placeOf(first)).toMatchObject({ position: 3, offer: null })
    expect((await shown(first.client, first.one)).timeline.at(-1)?.type).toBe('booking.expired')
    // Declines it: waits on for another, in the same place.
    await move(second.client, (await placeOf(second))?.offer?.bookingId ?? '', { move: 'decline' })
    await service.drain()
    expect(await placeOf(second)).toMatchObject({ position: 1, offer: null })
    const offer = (await placeOf(third))?.offer
    await third.client.call('waiting.leave', { params: { id: third.one.id } })
    await service.drain()
    expect(offer).not.toBeNull()
    expect(await placeOf(third)).toBeUndefined()
    expect(await ClaimModel.countDocuments()).toBe(0)
    expect(await BookingModel.countDocuments({ active: true })).toBe(0)
  })
  test('is not joined again by a request that comes late, when its place was given back or taken since', async () => {
    const [left, taken] = await files(2)
    const join = ({ client, one }: Filed) =>
      client.raw('POST', `/api/cases/${one.id}/waiting`, { body: { mode: 'phone' }, headers: { 'Idempotency-Key': 'late' } })
    for (const each of [left, taken]) expect([(await join(each)).status, (await join(each)).status]).toEqual([201, 200])
    await left.client.call('waiting.leave', { params: { id: left.one.id } })
    const booked = await book(taken.client, taken.one, at('10T09:00'), { mode: 'phone' })
    await give(taken, booked.id)
    for (const each of [left, taken]) expect(await join(each)).toMatchObject({ status: 409, body: { code: 'taken_back' } })
    expect(await WaitingModel.countDocuments()).toBe(0)
  })
  test('keeps a freed place from passers-by until it was offered', async () => {
    const [has, first, passer] = await files(3)
    const booked = await book(has.client, has.one, at('10T09:00'), { mode: 'phone' })
    await wait(first.client, first.one)
    await move(has.client, booked.id, { move: 'reschedule', startsAt: at('12T09:00') })
    await expect(book(passer.client, passer.one, at('10T09:00'), { mode: 'phone' })).rejects.toMatchObject(fails(409, 'slot_taken'))
    await service.drain()
    expect((await placeOf(first))?.offer).toMatchObject({ startsAt: expect.stringContaining('2026-03-10T09:00') })
    await expectClaimsToFit()
  })
  test('leaves a place that nobody wants to anybody', async () => {
    const [has, first, passer] = await files(3)
    const booked = await book(has.client, has.one, at('10T09:00'), { mode: 'phone' })
    await wait(first.client, first.one, { partOfDay: 'afternoon' })
    await give(has, booked.id)
    expect(await ClaimModel.countDocuments()).toBe(0)
    expect(await book(passer.client, passer.one, at('10T09:00'), { mode: 'phone' })).toMatchObject({ status: 'proposed' })
  })
  test('of one freed place and many who wait makes one offer, however often it hears of it', async () => {
    const [has, ...others] = await files(4)
    const many = [...others, ...(await files(4))]
    const booked = await book(has.client, has.one, at('10T09:00'), { mode: 'phone' })
    await Promise.all(many.map(({ client, one }) => wait(client, one)))
    await move(has.client, booked.id, { move: 'cancel', reason: '有事' })
    const claim = await ClaimModel.findOne({ until: { $exists: true } }).lean()
    const span = { startsAt: new Date(at('10T09:00')), endsAt: new Date(at('10T10:00')) }
    const freed = { mediatorId: mediator.personId, ...span, reservation: claim?.bookingId ?? new ObjectId() }
    await Promise.all([service.drain(), ...Array.from({ length: 10 }, () => offerPlace(freed))])
    await service.drain()
    expect(await BookingModel.countDocuments({ status: 'held', active: true })).toBe(1)
    expect(await WaitingModel.countDocuments({ offer: { $ne: null } })).toBe(1)
    await expectClaimsToFit()
  })
  test('takes a case once, not one that has a session ahead, and forgets it when it books', async () => {
    const [has] = await files(1)
    const { client, one } = has
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => client.raw('POST', `/api/cases/${one.id}/waiting`, { body: { mode: 'phone' } })),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409])
    const booked = await book(client, one, at('10T09:00'))
    expect(await placeOf(has)).toBeUndefined()
    await expect(wait(client, one)).rejects.toMatchObject(fails(409, 'already_exists'))
    await move(client, booked.id, { move: 'cancel', reason: '有事' })
    const keyed = () =>
      client.raw('POST', `/api/cases/${one.id}/waiting`, { body: { mode: 'phone' }, headers: { 'Idempotency-Key': 'wait-once' } })
    expect([(await keyed()).status, (await keyed()).status]).toEqual([201, 200])
  })
  test.each([
    [{ from: '2026-03-12', to: '2026-03-10' }, 'to'],
    [{ to: '2025-03-10' }, 'to'],
    [{ partOfDay: 'night' }, 'partOfDay'],
    [{ from: '2026-02-30' }, 'from'],
  ])('refuses a wish that cannot come true: %j', async (wish, path) => {
    const { client, one } = await file(0)
    await expect(wait(client, one, wish)).rejects.toMatchObject({ status: 400, problem: { errors: [expect.objectContaining({ path })] } })
  })
  test('is nobody else’s matter, and goes with the case', async () => {
    const { client, one } = await file(0)
    await wait(client, one)
    await expect(waiting(people[1] as Client, one)).rejects.toMatchObject({ status: 404 })
    await expect(wait(await service.staff('dispatcher'), one)).rejects.toMatchObject(fails(403, 'forbidden'))
    const next = await aMediator(service, { name: '孙和' })
    const { revision } = await shown(mediator, one)
    const body = { move: 'transfer' as const, revision, reason: '当事人是我亲戚', assigneeId: next.personId }
    await mediator.call('cases.move', { params: { id: one.id }, body })
    await service.drain()
    expect((await WaitingModel.findOne({ caseId: one.id }).lean())?.mediatorId).toBe(next.personId)
    const now = await shown(client, one)
    await client.call('cases.move', { params: { id: one.id }, body: { move: 'withdraw', revision: now.revision, reason: '谈好了' } })
    await service.drain()
    expect(await WaitingModel.countDocuments({ caseId: one.id })).toBe(0)
  })
})
