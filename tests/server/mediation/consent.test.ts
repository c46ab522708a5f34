import { BookingModel } from '@server/modules/mediation/booking.model'
import { ClaimModel } from '@server/modules/mediation/claim.model'
import { CITY } from '@tests/support/city'
import { aCase, aDispute, aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { aDisputeOfTwo, at, book, clear, confirm, expectClaimsToFit, fails, joins, MONDAY, move, shown } from './support'

let service: Service
let mediator: Client
let applicant: Client
beforeAll(async () => {
  service = await aService()
  await service.clock.set(MONDAY)
  mediator = await aMediator(service, { name: '周和', capacity: 1000 })
  applicant = await service.login('小林')
})
afterAll(() => service.close())
beforeEach(async () => {
  await service.clock.set(MONDAY)
  await clear()
})
const twoSides = (name: string) => aDisputeOfTwo(service, { applicant, mediator, respondent: name })

describe('a session of both sides', () => {
  test('is settled when everybody who takes part has said yes, in any order', async () => {
    const { one, respondent } = await twoSides('老钱')
    const made = await book(mediator, one, at('10T09:00'))
    expect(made).toMatchObject({ status: 'proposed', waitsFor: ['applicant', 'respondent'] })
    expect(await confirm(respondent, made.id)).toMatchObject({ status: 'proposed', waitsFor: ['applicant'] })
    expect((await shown(applicant, one)).timeline.at(-1)?.text).toBe('对方当事人同意 3月10日（周二）09:00–10:00 见面，还等申请人确认')
    expect((await shown(applicant, one)).booking?.can).toContain('confirm')
    expect((await shown(respondent, one)).booking?.can).not.toContain('confirm')
    expect(await confirm(applicant, made.id)).toMatchObject({ status: 'confirmed', waitsFor: [] })
  })
  test('proposed by one side waits for the other and for the mediator', async () => {
    const { one, respondent } = await twoSides('老钱')
    const made = await book(respondent, one, at('10T09:00'))
    expect(made.waitsFor).toEqual(['applicant', 'owner'])
    await expect(confirm(respondent, made.id)).rejects.toMatchObject(fails(409, 'move_not_allowed'))
  })
  test('who confirms twice changes nothing, however many times at once', async () => {
    const { one, respondent } = await twoSides('老钱')
    const made = await book(mediator, one, at('10T09:00'))
    const answers = await Promise.all([applicant, respondent].flatMap((side) => Array.from({ length: 8 }, () => confirm(side, made.id))))
    expect(answers.map((answer) => answer.id)).toEqual(Array(16).fill(made.id))
    expect(await confirm(applicant, made.id)).toMatchObject({ status: 'confirmed' })
    const types = (await shown(applicant, one)).timeline.map((entry) => entry.type)
    expect(types.filter((type) => type === 'booking.agreed')).toHaveLength(1)
    expect(types.filter((type) => type === 'booking.confirmed')).toHaveLength(1)
    expect((await BookingModel.findById(made.id).lean())?.revision).toBe(2)
  })
  test('is off when one of them cannot come', async () => {
    const { one, respondent } = await twoSides('老钱')
    const made = await book(mediator, one, at('10T09:00'))
    await confirm(applicant, made.id)
    expect(await move(respondent, made.id, { move: 'decline', reason: '要去医院' })).toMatchObject({ status: 'cancelled', waitsFor: [] })
    expect(await ClaimModel.countDocuments()).toBe(0)
    await expect(confirm(applicant, made.id)).rejects.toMatchObject(fails(409, 'booking_already_moved'))
  })
  test('moved by one asks the others anew', async () => {
    const { one, respondent } = await twoSides('老钱')
    const made = await book(mediator, one, at('10T09:00'))
    await Promise.all([confirm(applicant, made.id), confirm(respondent, made.id)])
    const moved = await move(respondent, made.id, { move: 'reschedule', startsAt: at('11T09:00') })
    expect(moved).toMatchObject({ status: 'proposed', waitsFor: ['applicant', 'owner'] })
    await expectClaimsToFit()
  })
  test('is answered by the mediator, who has telephoned, for a side without an account', async () => {
    const worker = await service.staff('gridWorker')
    const one = await worker.call('cases.submit', {
      body: { kind: 'dispute', text: '两家为一堵墙争了半年。', regionCode: CITY.grid, onBehalfOf: { name: '何大娘' } },
    })
    const respondent = await joins(service, mediator, one, '老孙')
    const made = await book(respondent, one, at('10T09:00'))
    expect(made.waitsFor).toEqual(['applicant', 'owner'])
    expect(await confirm(mediator, made.id)).toMatchObject({ status: 'confirmed' })
    expect((await shown(respondent, one)).timeline.at(-1)?.text).toContain('调解员电话问过')
  })
})

describe('a respondent who joins while a session is ahead', () => {
  test('is asked, and their time is claimed', async () => {
    const one = await aDispute(service, applicant)
    const made = await book(applicant, one, at('10T09:00'))
    expect(await confirm(mediator, made.id)).toMatchObject({ status: 'confirmed' })
    const respondent = await joins(service, mediator, one, '老钱')
    await service.drain()
    expect((await shown(respondent, one)).booking).toMatchObject({ status: 'proposed', waitsFor: ['respondent'] })
    expect(await ClaimModel.countDocuments({ resource: `p:${respondent.personId}` })).toBe(4)
    await expectClaimsToFit()
    expect(await confirm(respondent, made.id)).toMatchObject({ status: 'confirmed' })
  })
  test('is asked all the same when their time is taken', async () => {
    const busy = await service.login('老忙')
    const other = await aMediator(service, { name: '孙和', regionCode: CITY.grid, capacity: 5, categories: ['family'] })
    const theirs = await aCase(service, busy, { kind: 'dispute', category: 'family.other', preferredMediatorId: other.personId })
    expect(theirs.assignee?.id).toBe(other.personId)
    await book(busy, theirs, at('10T09:00'), { mode: 'phone' })
    const one = await aDispute(service, applicant, { category: 'neighbour.other' })
    await book(applicant, one, at('10T09:00'))
    await joins(service, mediator, one, '老忙')
    await service.drain()
    await service.drain()
    expect((await shown(busy, one)).booking).toMatchObject({ status: 'proposed', waitsFor: ['owner', 'respondent'] })
    await expectClaimsToFit()
  })
})

describe('to cancel', () => {
  test('is refused within the notice with the time until which it was possible', async () => {
    const one = await aCase(service, applicant)
    const made = await book(applicant, one, at('10T14:00'))
    expect(new Date(made.changeableUntil).getTime()).toBe(Date.parse(at('10T10:00')))
    await service.clock.set(at('10T10:01'))
    await expect(move(applicant, made.id, { move: 'cancel', reason: '有事' })).rejects.toMatchObject({
      status: 409,
      problem: { code: 'move_not_allowed', detail: expect.stringContaining('3月10日（周二）10:00') },
    })
    expect((await shown(applicant, one)).booking?.can).toEqual([])
  })
})

test('a session is concluded only once it has begun, and the record says who was missing', async () => {
  const { one, respondent } = await twoSides('老钱')
  const made = await book(mediator, one, at('10T09:00'))
  await Promise.all([confirm(applicant, made.id), confirm(respondent, made.id)])
  await expect(move(mediator, made.id, { move: 'finish' })).rejects.toMatchObject(fails(409, 'move_not_allowed'))
  expect((await shown(mediator, one)).booking?.can).not.toContain('finish')
  await service.clock.set(at('10T09:00'))
  expect((await shown(mediator, one)).booking?.can).toEqual(['finish', 'noShow'])
  const missed = await move(mediator, made.id, { move: 'noShow', absent: ['respondent', 'respondent'] })
  expect(missed).toMatchObject({ status: 'noShow', absent: ['respondent'] })
})

test('a session is not answered once it has begun, and nobody is missing from one that they never agreed to', async () => {
  const { one, respondent } = await twoSides('老钱')
  const made = await book(mediator, one, at('10T09:00'))
  await confirm(applicant, made.id)
  await service.clock.set(at('10T09:10'))
  expect((await shown(respondent, one)).booking?.can).toEqual([])
  for (const answer of ['confirm', 'decline']) {
    await expect(move(respondent, made.id, { move: answer })).rejects.toMatchObject(fails(409, 'move_not_allowed'))
  }
  await expect(move(mediator, made.id, { move: 'noShow', absent: ['respondent'] })).rejects.toMatchObject({
    status: 400,
    problem: { errors: [{ path: 'absent', code: 'not_expected' }] },
  })
  expect(await move(mediator, made.id, { move: 'noShow', absent: ['applicant'] })).toMatchObject({ status: 'noShow' })
})

test('a session that has begun when its case goes on is concluded by who has the case', async () => {
  const { one, respondent } = await twoSides('老钱')
  const made = await book(mediator, one, at('10T09:00'))
  await Promise.all([confirm(applicant, made.id), confirm(respondent, made.id)])
  await service.clock.set(at('10T09:30'))
  const next = await aMediator(service, { name: '接着办的', capacity: 10 })
  const { revision } = await shown(mediator, one)
  const body = { move: 'transfer' as const, revision, reason: '换一位', assigneeId: next.personId }
  await mediator.call('cases.move', { params: { id: one.id }, body })
  await service.drain()
  expect((await shown(next, one)).booking?.can).toEqual(['finish', 'noShow'])
  expect(await move(next, made.id, { move: 'finish' })).toMatchObject({ status: 'done' })
  await next.call('desk.update', { body: { open: false } })
})

test('only people who speak for a side decide about its sessions', async () => {
  const one = await aCase(service, applicant)
  const { code } = await applicant.call('parties.invite', { params: { id: one.id }, body: { part: 'helper' } })
  const helper = await service.login('小姨')
  await helper.call('parties.answer', { body: { code, agree: true } })
  const made = await book(mediator, one, at('10T09:00'))
  await expect(confirm(helper, made.id)).rejects.toMatchObject(fails(403, 'forbidden'))
  expect((await shown(helper, one)).booking?.can).toEqual([])
})

test('of a group those decide whom it has chosen to speak', async () => {
  const one = await aDispute(service, applicant)
  const join = async (name: string) => {
    const { code } = await applicant.call('parties.invite', { params: { id: one.id }, body: { part: 'coParty' } })
    const client = await service.login(name)
    await client.call('parties.answer', { body: { code, agree: true } })
    return client
  }
  const [second, third] = [await join('乙方一'), await join('乙方二')]
  const { parties } = await shown(second, one)
  const chosen = parties.filter((party) => party.name === '乙方一').map((party) => party.id)
  for (const client of [second, third]) await client.call('parties.speakers', { params: { id: one.id }, body: { partyIds: chosen } })
  const made = await book(mediator, one, at('10T09:00'))
  expect(await ClaimModel.distinct('resource')).toHaveLength(5)
  await expect(confirm(applicant, made.id)).rejects.toMatchObject(fails(403, 'forbidden'))
  expect((await shown(third, one)).booking?.can).toEqual([])
  expect(await confirm(second, made.id)).toMatchObject({ status: 'confirmed' })
})

test('who leaves while others of the side stay is asked no more, and their time is their own again', async () => {
  const { one, respondent } = await twoSides('老钱')
  const { code } = await mediator.call('parties.invite', { params: { id: one.id }, body: { part: 'coParty', side: 'respondent' } })
  const second = await service.login('钱家老二')
  await second.call('parties.answer', { body: { code, agree: true } })
  const made = await book(mediator, one, at('10T09:00'))
  const quit = async (left: boolean) => {
    await respondent.call('parties.quit', { params: { id: one.id }, body: { quit: left } })
    await service.drain()
  }
  await quit(true)
  expect((await shown(applicant, one)).booking).toMatchObject({ status: 'proposed', waitsFor: ['applicant', 'respondent'] })
  expect(await ClaimModel.countDocuments({ resource: `p:${respondent.personId}` })).toBe(0)
  expect(await ClaimModel.countDocuments({ resource: `p:${second.personId}` })).toBe(4)
  await expect(confirm(respondent, made.id)).rejects.toMatchObject(fails(403, 'forbidden'))
  await confirm(applicant, made.id)
  expect(await confirm(second, made.id)).toMatchObject({ status: 'confirmed' })
  await quit(false)
  expect((await shown(applicant, one)).booking).toMatchObject({ status: 'confirmed' })
  expect(await ClaimModel.countDocuments({ resource: `p:${respondent.personId}` })).toBe(4)
  await expectClaimsToFit()
})
