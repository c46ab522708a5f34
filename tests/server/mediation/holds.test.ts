import { BookingModel } from '@server/modules/mediation/booking.model'
import { ClaimModel } from '@server/modules/mediation/claim.model'
import { aCase, aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { at, book, clear, confirm, expectClaimsToFit, fails, hold, MONDAY, move, shown, slots } from './support'

const MINUTE = 60_000

let service: Service
let mediator: Client
let resident: Client
let other: Client
beforeAll(async () => {
  service = await aService()
  await service.clock.set(MONDAY)
  mediator = await aMediator(service, { name: '周和', capacity: 1000 })
  resident = await service.login('小林')
  other = await service.login('小吴')
})
afterAll(() => service.close())
beforeEach(async () => {
  await service.clock.set(MONDAY)
  await clear()
})
const NINE = at('10T09:00')

describe('a hold', () => {
  test('keeps a place for five minutes, and becomes a proposal by a confirmation', async () => {
    const one = await aCase(service, resident)
    const held = await hold(resident, one, NINE)
    expect(held).toMatchObject({ status: 'held', waitsFor: ['applicant'] })
    expect(held.can.sort()).toEqual(['confirm', 'decline'])
    expect(Date.parse(held.heldUntil ?? '') - service.clock.now().getTime()).toBeGreaterThan(4.9 * MINUTE)
    await expect(book(other, await aCase(service, other), NINE, { mode: 'phone' })).rejects.toMatchObject(fails(409, 'slot_taken'))
    expect((await shown(resident, one)).timeline.map((entry) => entry.type)).not.toContain('booking.held')
    await expect(confirm(mediator, held.id)).rejects.toMatchObject(fails(409, 'move_not_allowed'))
    expect(await confirm(resident, held.id)).toMatchObject({ status: 'proposed', heldUntil: null, waitsFor: ['owner'] })
    expect(await confirm(resident, held.id)).toMatchObject({ status: 'proposed' })
    expect(await ClaimModel.countDocuments({ until: { $exists: true } })).toBe(0)
    await expectClaimsToFit()
    expect(await confirm(mediator, held.id)).toMatchObject({ status: 'confirmed' })
  })
  test('that is over can be confirmed no more, and its place is anybody’s without anybody tidying up', async () => {
    const [one, next] = [await aCase(service, resident), await aCase(service, other)]
    const held = await hold(resident, one, NINE)
    await service.clock.set(new Date(Date.parse(held.heldUntil ?? '') + 1).toISOString())
    expect((await shown(resident, one)).booking).toMatchObject({ status: 'cancelled', can: [], heldUntil: null })
    expect((await shown(resident, one)).can).toContain('book')
    expect((await slots(other, next, { mode: 'phone' })).some((slot) => Date.parse(slot.startsAt) === Date.parse(NINE))).toBe(true)
    expect(await book(other, next, NINE, { mode: 'phone' })).toMatchObject({ status: 'proposed' })
    await expect(confirm(resident, held.id)).rejects.toMatchObject(fails(409, 'hold_expired'))
    await expect(confirm(resident, held.id)).rejects.toMatchObject(fails(409, 'hold_expired'))
    await expectClaimsToFit()
  })
  test('gives way to what the same case books next, also at the same time', async () => {
    const one = await aCase(service, resident)
    await hold(resident, one, NINE)
    const second = await hold(resident, one, NINE)
    expect(second.status).toBe('held')
    await expectClaimsToFit()
    const booked = await book(resident, one, at('10T10:00'))
    expect(booked.status).toBe('proposed')
    await expectClaimsToFit()
    expect(await BookingModel.countDocuments({ active: true })).toBe(1)
    await expect(confirm(resident, second.id)).rejects.toMatchObject(fails(409, 'hold_expired'))
  })
  test('given up leaves nothing behind, not even in what the case shows', async () => {
    const one = await aCase(service, resident)
    const met = await book(resident, one, NINE)
    await service.clock.set(at('10T10:00'))
    await move(mediator, met.id, { move: 'finish' })
    const held = await hold(resident, one, at('11T09:00'))
    await move(resident, held.id, { move: 'decline' })
    expect((await shown(resident, one)).booking).toMatchObject({ id: met.id, status: 'done' })
    expect(await ClaimModel.countDocuments()).toBe(0)
  })
  test('of a process that was killed ends by itself', async () => {
    const one = await aCase(service, resident)
    await hold(resident, one, NINE)
    await service.clock.advance(5 * MINUTE + 1000)
    await service.catchUp()
    expect(await BookingModel.countDocuments({ active: true })).toBe(0)
    expect(await ClaimModel.countDocuments()).toBe(0)
    expect((await shown(resident, one)).booking).toBeNull()
  })
  test('lasts no longer because the clock was set back', async () => {
    const [one, next] = [await aCase(service, resident), await aCase(service, other)]
    await hold(resident, one, at('11T09:00'))
    await service.clock.set('2026-03-08T08:00:00+08:00')
    expect(await book(other, next, at('11T09:00'), { mode: 'phone' })).toMatchObject({ status: 'proposed' })
    await service.catchUp()
    await expectClaimsToFit()
    expect(await BookingModel.countDocuments({ status: 'held' })).toBe(0)
  })
})

describe('buffers', () => {
  test('are kept by the service, before and after, and by what was booked when there were none', async () => {
    const own = await aMediator(service, { name: '钱和', capacity: 1000, categories: ['labour'] })
    const plan = await own.call('workingPlan.get')
    const mine = { kind: 'dispute' as const, category: 'labour.other', preferredMediatorId: own.personId }
    const [one, next] = [await aCase(service, resident, mine), await aCase(service, other, mine)]
    await book(resident, one, at('10T10:00'), { mode: 'phone' })
    const saved = await own.call('workingPlan.put', { body: { ...plan, bufferBefore: 30, bufferAfter: 15, horizonDays: 5 } })
    expect(saved).toMatchObject({ bufferBefore: 30, bufferAfter: 15, horizonDays: 5 })
    const times = (await slots(other, next, { mode: 'phone', from: '2026-03-10', to: '2026-03-20' })).map((slot) =>
      slot.startsAt.slice(5, 16),
    )
    // Nine to ten would be followed by a quarter of an hour that another session has; 10:45 begins within it.
    expect(times.slice(0, 3)).toEqual(['03-10T14:00', '03-10T15:45', '03-11T09:00'])
    expect(times.at(-1)?.slice(0, 5)).toBe('03-13')
    await expect(book(other, next, at('10T09:00'), { mode: 'phone' })).rejects.toMatchObject(fails(409, 'slot_taken'))
    await expect(book(other, next, at('10T15:00'), { mode: 'phone' })).rejects.toMatchObject(fails(400, 'invalid_input'))
    await book(other, next, at('10T14:00'), { mode: 'phone' })
    expect(await ClaimModel.countDocuments({ resource: `p:${own.personId}` })).toBe(4 + 2 + 4 + 1)
    expect(await ClaimModel.countDocuments({ resource: `p:${other.personId}` })).toBe(4)
    await expectClaimsToFit()
  })
  test.each([
    [{ exceptions: [{ date: '2026-03-10', hours: [{ from: '10:00', to: '09:00' }] }] }, 'exceptions.0.hours.0.to'],
    [{ daysOff: ['2026-03-10'], exceptions: [{ date: '2026-03-10', hours: [{ from: '09:00', to: '10:00' }] }] }, 'exceptions.0.date'],
    [{ bufferAfter: 10 }, 'bufferAfter'],
    [{ horizonDays: 93 }, 'horizonDays'],
  ])('and what contradicts itself is refused: %j', async (over, path) => {
    const plan = await mediator.call('workingPlan.get')
    await expect(mediator.call('workingPlan.put', { body: { ...plan, ...over } })).rejects.toMatchObject({
      status: 400,
      problem: { errors: [expect.objectContaining({ path })] },
    })
  })
})

test('a room has a seat for everybody', async () => {
  const { insertVenue } = await import('@server/modules/regions')
  const { CITY } = await import('@tests/support/city')
  await aMediator(service, { name: '远和', regionCode: CITY.otherVillage, capacity: 10 })
  const one = await aCase(service, resident, { location: undefined, regionCode: CITY.farGrid })
  const room = (seats: number) => ({ address: '石门村', regionCode: CITY.otherVillage, accessible: true, rooms: [{ name: '小间', seats }] })
  const small = await insertVenue({ name: '门房', ...room(1) })
  const day = { from: '2026-03-10', to: '2026-03-10' }
  expect(await slots(resident, one, day)).toEqual([])
  await expect(book(resident, one, NINE, { venueId: small._id.toHexString() })).rejects.toMatchObject(fails(400, 'invalid_input'))
  await insertVenue({ name: '会议室', ...room(2) })
  expect(await book(resident, one, NINE)).toMatchObject({ venue: { name: '会议室' } })
})
