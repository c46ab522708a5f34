import { BookingModel } from '@server/modules/mediation/booking.model'
import { ClaimModel } from '@server/modules/mediation/claim.model'
import { CITY } from '@tests/support/city'
import { aCase, aDispute, aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { at, book, fails, MONDAY, move, sameTime, slots } from './support'

let service: Service
let mediator: Client
let resident: Client
beforeAll(async () => {
  service = await aService()
  await service.clock.set(MONDAY)
  mediator = await aMediator(service, { name: '周和', capacity: 1000 })
  resident = await service.login('小林')
})
afterAll(() => service.close())
beforeEach(async () => {
  await service.clock.set(MONDAY)
  await Promise.all([BookingModel.deleteMany({}), ClaimModel.deleteMany({})])
})

describe('free times', () => {
  test('follow the usual hours: weekdays, four hours of notice, a room in the township', async () => {
    const one = await aCase(service, resident)
    const items = await slots(resident, one, { from: '2026-03-09', to: '2026-03-16' })
    expect(items.slice(0, 3).map((slot) => slot.startsAt.slice(0, 16))).toEqual([
      '2026-03-09T14:00',
      '2026-03-09T15:00',
      '2026-03-09T16:00',
    ])
    expect(items.every((slot) => slot.venueIds.includes(service.city.venue.id))).toBe(true)
    expect(items.filter((slot) => /2026-03-1[45]/.test(slot.startsAt))).toEqual([])
    // Monday afternoon, then five whole days of three sessions in the morning and three in the afternoon.
    expect(items).toHaveLength(3 + 5 * 6)
  })
  test('need no room for video, and leave out days off', async () => {
    const own = await aMediator(service, { name: '钱和', regionCode: CITY.otherVillage, capacity: 10 })
    await own.call('workingPlan.put', {
      body: { hours: [{ weekday: 2, from: '09:00', to: '11:00' }], sessionMinutes: 45, noticeHours: 0, daysOff: ['2026-03-10'] },
    })
    const far = await aCase(service, resident, { location: undefined, regionCode: CITY.farGrid })
    expect(far.assignee?.id).toBe(own.personId)
    expect(await slots(resident, far, { from: '2026-03-09', to: '2026-03-20', mode: 'onsite' })).toEqual([])
    const items = await slots(resident, far, { from: '2026-03-09', to: '2026-03-20', mode: 'video' })
    expect(items.map((slot) => [slot.startsAt.slice(5, 16), slot.endsAt.slice(11, 16), slot.venueIds])).toEqual([
      ['03-17T09:00', '09:45', []],
      ['03-17T09:45', '10:30', []],
    ])
  })
  test.each([
    [{ from: '2026-03-09', to: '2026-04-10' }, 'to'],
    [{ from: '2026-03-12', to: '2026-03-09' }, 'to'],
  ])('are asked for at most 31 days at a time: %j', async (query, path) => {
    const one = await aCase(service, resident)
    await expect(slots(resident, one, query)).rejects.toMatchObject({ status: 400, problem: { errors: [{ path }] } })
  })
  test('are hidden from who is not concerned', async () => {
    const one = await aCase(service, resident)
    const stranger = await service.login('路人')
    const dispatcher = await service.staff('dispatcher')
    await expect(slots(stranger, one)).rejects.toMatchObject({ status: 404 })
    await expect(slots(dispatcher, one)).rejects.toMatchObject(fails(403, 'forbidden'))
    await expect(book(dispatcher, one, at('10T09:00'))).rejects.toMatchObject(fails(403, 'forbidden'))
  })
})

describe('a booking', () => {
  test('is proposed by a party, confirmed by the mediator with a link, and finished', async () => {
    const one = await aCase(service, resident)
    const made = await book(resident, one, at('10T09:00'), { mode: 'video' })
    expect(made).toMatchObject({ status: 'proposed', mode: 'video', venue: null, mediator: { id: mediator.personId, name: '周和' } })
    expect(made.can.sort()).toEqual(['cancel', 'reschedule'])
    sameTime(made.endsAt, at('10T10:00'))
    await expect(move(resident, made.id, { move: 'confirm' })).rejects.toMatchObject(fails(409, 'move_not_allowed'))
    const confirmed = await move(mediator, made.id, { move: 'confirm', meetingUrl: 'https://meeting.example/123' })
    expect(confirmed).toMatchObject({ status: 'confirmed', meetingUrl: 'https://meeting.example/123' })
    const shown = await resident.call('cases.get', { params: { id: one.id } })
    expect(shown.booking).toMatchObject({ id: made.id, status: 'confirmed', meetingUrl: 'https://meeting.example/123' })
    expect(shown.can).not.toContain('book')
    expect(shown.timeline.map((entry) => entry.type)).toEqual(expect.arrayContaining(['booking.proposed', 'booking.confirmed']))
    expect(shown.timeline.at(-1)?.text).toBe('见面时间定了 3月10日（周二）09:00–10:00，视频')
    await expect(move(resident, made.id, { move: 'finish' })).rejects.toMatchObject(fails(403, 'forbidden'))
    await service.clock.set(at('10T10:00'))
    expect(await move(mediator, made.id, { move: 'finish' })).toMatchObject({ status: 'done', can: [] })
    expect(await ClaimModel.countDocuments()).toBe(0)
    expect((await resident.call('cases.get', { params: { id: one.id } })).can).toContain('book')
  })
  test('proposed by the mediator waits for the applicant, who may decline', async () => {
    const one = await aCase(service, resident)
    const made = await book(mediator, one, at('10T09:00'))
    expect(made.venue).toMatchObject({ name: '桥头村议事厅', room: '一号调解室' })
    const shown = await resident.call('cases.get', { params: { id: one.id } })
    expect(shown.booking?.can.sort()).toEqual(['cancel', 'confirm', 'decline', 'reschedule'])
    expect(await move(resident, made.id, { move: 'decline', reason: '那天要上班' })).toMatchObject({ status: 'cancelled' })
    expect(await ClaimModel.countDocuments()).toBe(0)
    await expect(move(resident, made.id, { move: 'confirm' })).rejects.toMatchObject(fails(409, 'booking_already_moved'))
  })
  test('for somebody without WeChat is confirmed by the mediator, who has telephoned', async () => {
    const worker = await service.staff('gridWorker')
    const one = await worker.call('cases.submit', {
      body: { kind: 'complaint', text: '家门口的台阶塌了，出门不方便。', regionCode: CITY.grid, onBehalfOf: { name: '何大娘' } },
    })
    const made = await book(mediator, one, at('10T10:00'))
    expect(made.can).toContain('confirm')
    expect(await move(mediator, made.id, { move: 'confirm' })).toMatchObject({ status: 'confirmed' })
  })
  test.each([
    ['between two sessions', at('10T09:30'), {}, 400, 'invalid_input'],
    ['at a weekend', at('14T09:00'), {}, 400, 'invalid_input'],
    ['too soon', at('09T09:00'), {}, 400, 'invalid_input'],
    ['in the past', at('06T09:00'), {}, 400, 'invalid_input'],
    ['beyond 31 days', '2026-04-13T09:00:00+08:00', {}, 400, 'invalid_input'],
    ['at a place that serves another region', at('10T09:00'), { venueId: 'f'.repeat(24) }, 400, 'invalid_input'],
  ])('is refused %s', async (_, startsAt, over, status, code) => {
    const one = await aCase(service, resident)
    await expect(book(resident, one, startsAt, over)).rejects.toMatchObject(fails(status, code))
    expect(await ClaimModel.countDocuments()).toBe(0)
  })
  test('is one at a time for a case', async () => {
    const one = await aCase(service, resident)
    await book(resident, one, at('10T09:00'))
    await expect(book(resident, one, at('11T09:00'))).rejects.toMatchObject(fails(409, 'already_exists'))
    expect(await ClaimModel.countDocuments()).toBe(4 * 3)
    await service.clock.set(at('10T10:01'))
    expect(await book(resident, one, at('11T09:00'))).toMatchObject({ status: 'proposed' })
  })
  test('repeated with its key is made once', async () => {
    const one = await aCase(service, resident)
    const send = (startsAt: string) =>
      resident.raw('POST', `/api/cases/${one.id}/bookings`, {
        body: { startsAt, mode: 'phone' },
        headers: { 'Idempotency-Key': 'book-once' },
      })
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(at('10T09:00'))))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 200, 200, 200, 201])
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
    expect(await send(at('10T10:00'))).toMatchObject({ status: 422 })
  })
  test('is cancelled by either side in time, with a reason, and not afterwards', async () => {
    const one = await aCase(service, resident)
    const made = await book(resident, one, at('10T14:00'))
    await expect(move(resident, made.id, { move: 'cancel' })).rejects.toMatchObject(fails(400, 'invalid_input'))
    await service.clock.set(at('10T10:01'))
    await expect(move(resident, made.id, { move: 'cancel', reason: '有事' })).rejects.toMatchObject(fails(409, 'move_not_allowed'))
    await service.clock.set(at('10T09:59'))
    expect(await move(mediator, made.id, { move: 'cancel', reason: '临时开会' })).toMatchObject({ status: 'cancelled' })
    expect(await ClaimModel.countDocuments()).toBe(0)
  })
  test('is recorded as missed only once it should have begun', async () => {
    const one = await aCase(service, resident)
    const made = await book(resident, one, at('10T09:00'))
    await expect(move(mediator, made.id, { move: 'noShow' })).rejects.toMatchObject(fails(409, 'move_not_allowed'))
    await service.clock.set(at('10T09:20'))
    await expect(move(mediator, made.id, { move: 'noShow', reason: '申请人没来' })).rejects.toMatchObject({
      status: 400,
      problem: { errors: [{ path: 'absent', code: 'required' }] },
    })
    const missed = await move(mediator, made.id, { move: 'noShow', absent: ['applicant'] })
    expect(missed).toMatchObject({ status: 'noShow', absent: ['applicant'], waitsFor: [] })
    expect((await resident.call('cases.get', { params: { id: one.id } })).timeline.at(-1)?.text).toContain('申请人没有到')
  })
  test('takes the time of everybody who takes part', async () => {
    const one = await aDispute(service, resident)
    const invitation = await mediator.call('parties.invite', { params: { id: one.id }, body: { part: 'respondent' } })
    const respondent = await service.login('老钱')
    await respondent.call('parties.answer', { body: { code: invitation.code, agree: true } })
    await book(respondent, one, at('10T09:00'))
    const other = await aCase(service, respondent)
    expect((await slots(respondent, other, { from: '2026-03-10', to: '2026-03-10' })).map((slot) => slot.startsAt.slice(11, 16))).toEqual([
      '10:00',
      '11:00',
      '14:00',
      '15:00',
      '16:00',
    ])
    expect((await respondent.call('cases.get', { params: { id: one.id } })).booking?.status).toBe('proposed')
  })
})

describe('rescheduling', () => {
  test('moves the claims, leaves no trace of the old time, and asks the other side again', async () => {
    const one = await aCase(service, resident)
    const made = await book(resident, one, at('10T09:00'))
    await move(mediator, made.id, { move: 'confirm' })
    const moved = await move(mediator, made.id, { move: 'reschedule', startsAt: at('11T15:00'), reason: '会议室维修' })
    expect(moved).toMatchObject({ id: made.id, status: 'proposed' })
    const ticks = await ClaimModel.distinct('tick')
    expect(ticks).toEqual([0, 1, 2, 3].map((quarter) => Date.parse(at('11T15:00')) / 900_000 + quarter))
    expect(await move(resident, made.id, { move: 'confirm' })).toMatchObject({ status: 'confirmed' })
    const other = await aCase(service, await service.login('小吴'))
    expect(await book(await service.login('小吴'), other, at('10T09:00'))).toMatchObject({ status: 'proposed' })
  })
  test('to a time that overlaps its own, or to another way of meeting, is possible', async () => {
    const one = await aCase(service, resident)
    const made = await book(resident, one, at('10T09:00'))
    const plan = await mediator.call('workingPlan.get')
    try {
      await mediator.call('workingPlan.put', { body: { ...plan, sessionMinutes: 90 } })
      await move(resident, made.id, { move: 'reschedule', startsAt: at('10T09:00'), mode: 'phone' })
    } finally {
      await mediator.call('workingPlan.put', { body: plan })
    }
    expect(await ClaimModel.countDocuments()).toBe(6 * 2)
  })
  test('to where it is already, as one that is sent twice, asks nobody again', async () => {
    const one = await aCase(service, resident)
    const made = await book(resident, one, at('10T09:00'))
    const there = { move: 'reschedule', startsAt: '2026-03-11T07:00:00Z' }
    await move(resident, made.id, there)
    expect(await move(mediator, made.id, { move: 'confirm' })).toMatchObject({ status: 'confirmed' })
    expect(await move(resident, made.id, there)).toMatchObject({ status: 'confirmed', waitsFor: [] })
    expect(await move(resident, made.id, { ...there, mode: 'phone' })).toMatchObject({ status: 'proposed', waitsFor: ['owner'] })
  })
  test('to a taken time changes nothing', async () => {
    const [one, other] = [await aCase(service, resident), await aCase(service, await service.login('小吴'))]
    const made = await book(resident, one, at('10T09:00'))
    await book(await service.login('小吴'), other, at('10T10:00'))
    await expect(move(resident, made.id, { move: 'reschedule', startsAt: at('10T10:00') })).rejects.toMatchObject(fails(409, 'slot_taken'))
    expect(await ClaimModel.countDocuments()).toBe(2 * 4 * 3)
  })
})

describe('a case that leaves its mediator', () => {
  test('frees the session when it is withdrawn', async () => {
    const one = await aCase(service, resident)
    const made = await book(resident, one, at('10T09:00'))
    const now = await resident.call('cases.get', { params: { id: one.id } })
    await resident.call('cases.move', { params: { id: one.id }, body: { move: 'withdraw', revision: now.revision, reason: '自己谈好了' } })
    await service.drain()
    await service.drain()
    expect(await ClaimModel.countDocuments()).toBe(0)
    const shown = await resident.call('cases.get', { params: { id: one.id } })
    expect(shown.booking).toMatchObject({ id: made.id, status: 'cancelled' })
    await expect(move(resident, made.id, { move: 'reschedule', startsAt: at('11T09:00') })).rejects.toMatchObject(
      fails(409, 'booking_already_moved'),
    )
  })
  test('frees it when it is passed on, and the next mediator books anew', async () => {
    const one = await aCase(service, resident)
    await book(resident, one, at('10T09:00'))
    const next = await aMediator(service, { name: '孙和' })
    const now = await mediator.call('cases.get', { params: { id: one.id } })
    const body = { move: 'transfer' as const, revision: now.revision, reason: '当事人是我亲戚', assigneeId: next.personId }
    await mediator.call('cases.move', { params: { id: one.id }, body })
    await service.drain()
    expect(await ClaimModel.countDocuments()).toBe(0)
    expect(await book(resident, one, at('10T09:00'))).toMatchObject({ mediator: { name: '孙和' } })
    await service.drain()
    expect(await BookingModel.countDocuments({ active: true })).toBe(1)
  })
})

test('the calendar shows the sessions of the mediator, and only staff keep hours', async () => {
  const one = await aCase(service, resident, { preferredMediatorId: mediator.personId })
  const made = await book(resident, one, at('10T09:00'))
  const days = { query: { from: '2026-03-09', to: '2026-03-15' } }
  const { items } = await mediator.call('bookings.calendar', days)
  expect(items).toMatchObject([{ id: made.id, caseId: one.id, caseNumber: one.number, caseTitle: one.title }])
  expect((await resident.call('bookings.calendar', days)).items).toEqual([])
  await expect(mediator.call('bookings.calendar', { query: { from: '2026-03-09', to: '2026-09-15' } })).rejects.toMatchObject({
    status: 400,
  })
  expect((await resident.call('me.export')).parts.bookings).toMatchObject([{ id: made.id, venue: '桥头村议事厅' }])
  await expect(resident.call('workingPlan.get')).rejects.toMatchObject(fails(403, 'forbidden'))
})
