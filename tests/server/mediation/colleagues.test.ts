import { moveCase } from '@server/modules/cases/commands/move-case'
import { loadCase } from '@server/modules/cases/queries/find-case'
import { BookingModel } from '@server/modules/mediation/booking.model'
import { ClaimModel } from '@server/modules/mediation/claim.model'
import { prepareMove } from '@server/modules/mediation/commands/change-mediator'
import { findBooking } from '@server/modules/mediation/queries/find-booking'
import type { Actor } from '@server/platform/actor'
import { aCase, aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { at, book, clear, confirm, expectClaimsToFit, fails, MONDAY, move, shown, slots } from './support'

let service: Service
let mediator: Client
let colleague: Client
let resident: Client
beforeAll(async () => {
  service = await aService()
  await service.clock.set(MONDAY)
  mediator = await aMediator(service, { name: '周和', capacity: 1000 })
  colleague = await aMediator(service, { name: '孙和', capacity: 3 })
  resident = await service.login('小林')
})
afterAll(() => service.close())
beforeEach(async () => {
  await service.clock.set(MONDAY)
  await clear()
})

const mine = { preferredMediatorId: '' }
const aBookedCase = async () => {
  const one = await aCase(service, resident, { ...mine, preferredMediatorId: mediator.personId })
  expect(one.assignee?.id).toBe(mediator.personId)
  const made = await book(resident, one, at('10T09:00'))
  await confirm(mediator, made.id)
  return { one, made }
}
const withColleague = (over: object = {}) => ({ move: 'reschedule', startsAt: at('10T10:00'), mediatorId: colleague.personId, ...over })
const owner = async (one: { id: string }) => (await shown(resident, one)).assignee?.id

/** As if the process had been killed after the first half. */
const half = async (one: { id: string }, bookingId: string) => {
  const actor: Actor = { accountId: 'a', sessionId: 's', personId: resident.personId, name: '小林', roles: [] }
  const { doc, relations } = await loadCase({ actor, caseId: one.id })
  const input = withColleague() as never
  await prepareMove({ actor, doc, relations, speaker: 'applicant', booking: await findBooking(bookingId), input })
  return doc
}

describe('another mediator', () => {
  test('is offered with the times of all who could take the case', async () => {
    const { one } = await aBookedCase()
    const items = await slots(resident, one, { mode: 'phone', from: '2026-03-10', to: '2026-03-10', mediator: 'any' })
    expect(new Set(items.map((slot) => slot.mediator?.name))).toEqual(new Set(['周和', '孙和']))
    expect(items.map((slot) => slot.startsAt)).toEqual(items.map((slot) => slot.startsAt).sort())
    expect((await slots(resident, one, { mode: 'phone' }))[0]?.mediator).toBeUndefined()
  })
  test.each([
    ['at another time', at('10T10:00')],
    ['at the very same time', at('10T09:00')],
  ])('takes the case over with the session, %s', async (_, startsAt) => {
    const { one, made } = await aBookedCase()
    const moved = await move(resident, made.id, withColleague({ startsAt, reason: '想换个人谈' }))
    expect(moved).toMatchObject({ id: made.id, status: 'proposed', mediator: { name: '孙和' }, waitsFor: ['owner'] })
    expect(await owner(one)).toBe(colleague.personId)
    await service.drain()
    expect((await shown(resident, one)).booking).toMatchObject({ id: made.id, status: 'proposed', mediator: { name: '孙和' } })
    await expectClaimsToFit()
    expect(await ClaimModel.countDocuments({ resource: `p:${mediator.personId}` })).toBe(0)
    expect(await confirm(colleague, made.id)).toMatchObject({ status: 'confirmed' })
    await resident.call('cases.move', {
      params: { id: one.id },
      body: { move: 'withdraw', revision: (await shown(resident, one)).revision, reason: '谈好了' },
    })
  })
  test('who has no room is refused, and nothing has changed', async () => {
    const { one, made } = await aBookedCase()
    await colleague.call('desk.update', { body: { open: false } })
    try {
      await expect(move(resident, made.id, withColleague())).rejects.toMatchObject({
        status: 400,
        problem: { errors: [{ path: 'mediatorId', code: 'unknown_mediator' }] },
      })
    } finally {
      await colleague.call('desk.update', { body: { open: true } })
    }
    await expect(move(resident, made.id, withColleague({ mediatorId: resident.personId }))).rejects.toMatchObject({ status: 400 })
    expect(await owner(one)).toBe(mediator.personId)
    expect((await shown(resident, one)).booking).toMatchObject({ status: 'confirmed', mediator: { name: '周和' } })
    await expectClaimsToFit()
  })
  test('whose time is taken is refused, and nothing has changed', async () => {
    const { one, made } = await aBookedCase()
    const other = await service.login('小吴')
    const theirs = await aCase(service, other, { preferredMediatorId: colleague.personId })
    await book(other, theirs, at('10T10:00'), { mode: 'phone' })
    await expect(move(resident, made.id, withColleague())).rejects.toMatchObject(fails(409, 'slot_taken'))
    expect(await owner(one)).toBe(mediator.personId)
    await expectClaimsToFit()
    await other.call('cases.move', {
      params: { id: theirs.id },
      body: { move: 'withdraw', revision: (await shown(other, theirs)).revision, reason: '谈好了' },
    })
  })
  test('asked for twice at once: one move, and case and session agree', async () => {
    const { one, made } = await aBookedCase()
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => resident.raw('POST', `/api/bookings/${made.id}/moves`, { body: withColleague() })),
    )
    expect(answers.filter((answer) => answer.status === 200).length).toBeGreaterThanOrEqual(1)
    expect(answers.every((answer) => [200, 400, 409].includes(answer.status))).toBe(true)
    await service.drain()
    const { booking, assignee } = await shown(resident, one)
    expect(booking).toMatchObject({ status: 'proposed', mediator: { id: assignee?.id } })
    await expectClaimsToFit()
    await resident.call('cases.move', {
      params: { id: one.id },
      body: { move: 'withdraw', revision: (await shown(resident, one)).revision, reason: '谈好了' },
    })
  })
})

describe('a process killed in the middle of it', () => {
  test('before the case went over: nothing has changed, and the new place is free by itself', async () => {
    const { one, made } = await aBookedCase()
    await half(one, made.id)
    expect(await ClaimModel.countDocuments({ until: { $exists: true } })).toBeGreaterThan(0)
    await service.drain()
    expect((await shown(resident, one)).booking).toMatchObject({ status: 'confirmed', mediator: { name: '周和' } })
    await service.clock.advance(4 * 60_000)
    await service.catchUp()
    await expectClaimsToFit()
    expect(await owner(one)).toBe(mediator.personId)
  })
  test('after it went over: whoever hears of it moves the session, too', async () => {
    const { one, made } = await aBookedCase()
    const doc = await half(one, made.id)
    const input = { move: 'transfer' as const, revision: doc.revision, reason: '改约', assigneeId: colleague.personId }
    await moveCase({ actor: 'system', caseId: one.id, input })
    await service.drain()
    await service.drain()
    const { booking, assignee } = await shown(resident, one)
    expect(assignee?.id).toBe(colleague.personId)
    expect(booking).toMatchObject({ id: made.id, status: 'proposed', mediator: { name: '孙和' }, waitsFor: ['owner'] })
    expect((await BookingModel.findById(made.id).lean())?.moving).toBeNull()
    await expectClaimsToFit()
  })
})
