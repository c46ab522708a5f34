import { CITY } from '@tests/support/city'
import { aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { aClosedCase, aFailedDispute, moves } from './support'

let service: Service
beforeAll(async () => {
  service = await aService()
})
afterAll(() => service.close())
// Tuesday; a week later is a working day, and so is the day a fortnight later.
beforeEach(() => service.clock.set('2026-03-10T10:00:00+08:00'))

const followUps = async (who: Client, id: string) => (await who.call('followUps.forCase', { params: { id } })).items
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error) => [error.status, error.problem.code],
  )
const closed = async (name: string) => {
  const resident = await service.login(name)
  const { found, mediator } = await aClosedCase(service, resident)
  await service.drain()
  return { id: found.id, found, resident, mediator }
}
const record = (who: Client, id: string, over: object = {}) =>
  who.call('followUps.record', { params: { id }, body: { method: 'phone', result: 'kept', note: '路灯一直亮着', ...over } })
const told = async (who: Client, caseId: string) => {
  await service.drain()
  const { items } = await who.call('notifications.list', { query: { limit: 100 } })
  return items.filter((one) => one.caseId === caseId && one.type === 'followUp.changed').map((one) => one.title)
}

describe('a case that was closed', () => {
  test('is followed up on a working day by the usual plan, told once on that day, and recorded once', async () => {
    const { id, mediator, resident } = await closed('回访甲')
    const [one, ...others] = await followUps(mediator, id)
    expect(others).toEqual([])
    // The fifteenth day is 25 March, a Wednesday.
    expect(one).toMatchObject({ round: 1, dueOn: '2026-03-25', state: 'open', overdue: false, can: [], answers: [] })
    expect(await refusal(record(mediator, one?.id ?? ''))).toEqual([409, 'move_not_allowed'])
    await service.clock.set('2026-03-25T09:01:00+08:00')
    await service.catchUp()
    await service.catchUp()
    expect(await told(mediator, id)).toEqual(['有一次回访到日子了'])
    expect(await told(resident, id)).toEqual(['想听听事情后来怎么样'])
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        mediator.raw('POST', `/api/follow-ups/${one?.id}/record`, { body: { method: 'visit', result: 'kept', note: '上门看过，灯亮着' } }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409])
    expect((await followUps(mediator, id))[0]).toMatchObject({ state: 'done', method: 'visit', result: 'kept', can: [] })
    const { timeline } = await resident.call('cases.get', { params: { id } })
    expect(timeline.at(-1)?.text).toBe('第1次回访（上门）：都做到了')
  })

  test('lets each party fill in a short form once, which the other side does not read', async () => {
    const { id, mediator, resident } = await closed('回访乙')
    const [one] = await followUps(resident, id)
    const answer = (who: Client) =>
      who.call('followUps.answer', { params: { id: one?.id ?? '' }, body: { result: 'partly', note: '又闪了一次' } })
    expect(await refusal(answer(resident))).toEqual([409, 'move_not_allowed'])
    await service.clock.set('2026-03-23T09:01:00+08:00')
    expect((await followUps(resident, id))[0]?.can).toEqual(['answer'])
    expect((await resident.call('cases.get', { params: { id } })).can).toContain('followUp')
    const both = await Promise.allSettled([answer(resident), answer(resident)])
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await refusal(answer(resident))).toEqual([409, 'already_exists'])
    expect(await refusal(answer(mediator))).toEqual([403, 'forbidden'])
    const [seen] = await followUps(mediator, id)
    expect(seen?.answers).toMatchObject([{ side: 'applicant', result: 'partly', note: '又闪了一次', mine: false }])
    expect(await told(mediator, id)).toContain('有一方填了回访问卷')
    await record(mediator, one?.id ?? '', { method: 'form', note: '按问卷记录，电话里没有说清' })
    expect((await followUps(resident, id))[0]).toMatchObject({ note: '', result: 'kept', answers: [{ mine: true }] })
    expect((await resident.call('me.export')).parts.followUpAnswers).toMatchObject([{ caseId: id, result: 'partly' }])
  })

  test('is followed up once however often it is heard of', async () => {
    const { id, mediator } = await closed('回访丙')
    const { feedbackListener } = await import('@server/modules/feedback')
    const event = { id: 'again', type: 'case.moved', at: service.clock.now(), data: { caseId: id, to: 'closed', move: 'confirm' } }
    await Promise.all(Array.from({ length: 8 }, () => feedbackListener([event])))
    expect(await followUps(mediator, id)).toHaveLength(1)
  })

  test('and is reopened is not, until it is closed again', async () => {
    const { id, found, resident, mediator } = await closed('回访丁')
    const [before] = await followUps(mediator, id)
    const open = await moves(found, [[resident, { move: 'reopen', reason: '又坏了' }]])
    await service.drain()
    expect(await followUps(mediator, id)).toEqual([])
    expect(await refusal(record(mediator, before?.id ?? ''))).toEqual([404, 'not_found'])
    await service.clock.set('2026-03-12T10:00:00+08:00')
    await moves(open, [
      [mediator, { move: 'accept' }],
      [mediator, { move: 'startHandling' }],
      [mediator, { move: 'resolve', reason: '换了灯杆' }],
      [resident, { move: 'confirm' }],
    ])
    await service.drain()
    expect(await followUps(mediator, id)).toMatchObject([{ round: 1, dueOn: '2026-03-27', state: 'open' }])
  })

  test('that failed is not followed up', async () => {
    const { found, mediator } = await aFailedDispute(service, await service.login('回访戊'), await service.login('回访己'))
    await service.drain()
    expect(await followUps(mediator, found.id)).toEqual([])
  })

  test('is read word by word by its handler and the centre; a supervisor, who states no reason, reads how it stands', async () => {
    const { id, mediator, resident } = await closed('回访辛')
    await service.clock.set('2026-03-25T10:00:00+08:00')
    const [one] = await followUps(resident, id)
    const body = { result: 'broken' as const, note: '晚上十点就灭了' }
    await resident.call('followUps.answer', { params: { id: one?.id ?? '' }, body })
    await record(mediator, one?.id ?? '', { result: 'partly', note: '电话里说时亮时灭' })
    const stands = { state: 'done', dueOn: '2026-03-25', method: 'phone', result: 'partly', doneAt: expect.any(String) }
    for (const who of [mediator, await service.staff('dispatcher')])
      expect(await followUps(who, id)).toMatchObject([{ ...stands, note: '电话里说时亮时灭', answers: [body] }])
    const supervisor = await service.staff('supervisor')
    expect(await followUps(supervisor, id)).toMatchObject([
      { ...stands, note: '', answers: [{ side: 'applicant', result: 'broken', note: '', at: expect.any(String) }] },
    ])
  })

  test('is followed up by its handler, known to the centre, and to nobody else', async () => {
    const { id } = await closed('回访庚')
    const [dispatcher, supervisor] = [await service.staff('dispatcher'), await service.staff('supervisor')]
    await service.clock.set('2026-03-25T10:00:00+08:00')
    for (const one of [dispatcher, supervisor]) {
      const [seen] = await followUps(one, id)
      expect(seen?.can).toEqual([])
      expect(await refusal(record(one, seen?.id ?? ''))).toEqual([403, 'forbidden'])
    }
    const [{ id: followUpId } = { id: '' }] = await followUps(dispatcher, id)
    for (const one of [await service.login('路人庚'), await service.staff('mediator')]) {
      expect((await one.raw('GET', `/api/cases/${id}/follow-ups`)).status).toBe(404)
      expect(await refusal(record(one, followUpId))).toEqual([404, 'not_found'])
    }
    expect(await refusal(record(dispatcher, 'nothing'))).toEqual([404, 'not_found'])
    const bad = await dispatcher.raw('POST', `/api/follow-ups/${followUpId}/record`, {
      body: { method: 'pigeon', result: 'kept', note: '' },
    })
    expect(bad.body).toMatchObject({ code: 'invalid_input', errors: [{ path: 'method' }, { path: 'note' }] })
  })
})

describe('the list of follow-ups', () => {
  test('is the own one, what is due first in front, in pages', async () => {
    const mediator = await aMediator(service)
    const resident = await service.login('常来的人')
    const ids: string[] = []
    for (const day of ['12', '10', '11']) {
      await service.clock.set(`2026-03-${day}T10:00:00+08:00`)
      const { aCase } = await import('@tests/support/factories')
      const start = await aCase(service, resident, { preferredMediatorId: mediator.personId })
      const done = await moves(start, [
        [mediator, { move: 'accept' }],
        [mediator, { move: 'startHandling' }],
        [mediator, { move: 'resolve', reason: '已修好' }],
        [resident, { move: 'confirm' }],
      ])
      ids.push(done.id)
      await service.drain()
    }
    const first = await mediator.call('followUps.list', { query: { limit: 2 } })
    const second = await mediator.call('followUps.list', { query: { limit: 2, cursor: first.nextCursor ?? '' } })
    expect([...first.items, ...second.items].map((one) => one.caseId)).toEqual([ids[1], ids[2], ids[0]])
    expect(second.nextCursor).toBeNull()
    await service.clock.set('2026-03-30T10:00:00+08:00')
    const [late] = (await mediator.call('followUps.list', { query: {} })).items
    expect(late).toMatchObject({ overdue: true, can: ['record'] })
    await record(mediator, late?.id ?? '')
    expect((await mediator.call('followUps.list', { query: { state: 'done' } })).items.map((one) => one.id)).toEqual([late?.id])
    expect((await (await service.staff('mediator')).call('followUps.list', { query: {} })).items).toEqual([])
    expect(await refusal(resident.call('followUps.list', { query: {} }))).toEqual([403, 'forbidden'])
    expect(await refusal(mediator.call('followUps.list', { query: { cursor: 'WzEsMl0' } }))).toEqual([400, 'invalid_input'])
  })
})

describe('the plan', () => {
  test('of the nearest centre counts, for cases that are closed from then on', async () => {
    const [dispatcher, cityDispatcher] = [
      await service.staff('dispatcher'),
      await service.staff('dispatcher', { regionCode: CITY.city, organisationId: service.city.organisations.cityCentre }),
    ]
    const plan = async (who: Client, regionCode: string) => (await who.call('followUpPlan.get', { query: { regionCode } })).days
    expect(await plan(dispatcher, CITY.county)).toEqual([7, 30])
    await cityDispatcher.call('followUpPlan.put', { body: { regionCode: CITY.city, days: [60] } })
    expect(await plan(dispatcher, CITY.county)).toEqual([60])
    const saved = await dispatcher.call('followUpPlan.put', { body: { regionCode: CITY.county, days: [90, 3, 90] } })
    expect(saved).toEqual({ regionCode: CITY.county, days: [3, 90] })
    expect(await plan(await service.staff('mediator'), CITY.grid)).toEqual([3, 90])
    const { id, mediator } = await closed('按计划')
    expect((await followUps(mediator, id)).map((one) => one.dueOn)).toEqual(['2026-03-13', '2026-06-08'])
    await dispatcher.call('followUpPlan.put', { body: { regionCode: CITY.county, days: [5] } })
    const { feedbackListener } = await import('@server/modules/feedback')
    await feedbackListener([{ id: 'late', type: 'case.moved', at: service.clock.now(), data: { caseId: id, to: 'closed' } }])
    expect(await followUps(mediator, id)).toHaveLength(2)
  })

  test('is set by the centre of the region, with days that make sense', async () => {
    const dispatcher = await service.staff('dispatcher')
    const put = (who: Client, body: object) => who.raw('PUT', '/api/follow-up-plan', { body })
    const body = { regionCode: CITY.county, days: [10] }
    for (const other of [await service.login('居民'), await service.staff('mediator'), await service.staff('admin')])
      expect((await put(other, body)).status).toBe(403)
    expect((await put(dispatcher, { ...body, regionCode: CITY.otherCounty })).status).toBe(403)
    for (const days of [[], [0], [731], [1.5], [1, 2, 3, 4, 5, 6, 7]]) {
      const { status, body: problem } = await put(dispatcher, { ...body, days })
      expect([status, problem.code, problem.errors[0].path.slice(0, 4)]).toEqual([400, 'invalid_input', 'days'])
    }
    expect((await (await service.login('居民')).raw('GET', `/api/follow-up-plan?regionCode=${CITY.county}`)).status).toBe(403)
  })
})
