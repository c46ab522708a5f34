import { CITY } from '@tests/support/city'
import { aDispute, aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { aClosedCase, aFailedDispute, moves } from './support'

const DAY = 86_400_000
let service: Service
let dispatcher: Client
beforeAll(async () => {
  service = await aService()
  dispatcher = await service.staff('dispatcher')
})
afterAll(() => service.close())

const raise = (who: Client, id: string, over: object = {}) =>
  who.call('demands.raise', {
    params: { id },
    body: { side: 'applicant', what: '要求当天换掉全村的路灯', why: '村里没有这笔预算', ...over },
  })
const judge = (who: Client, id: string, unreasonable: boolean) =>
  who.call('demands.judge', { params: { id }, body: { unreasonable, reason: '已问过财政所' } })
const give = (who: Client, id: string, overall: 1 | 2 | 3 | 4 | 5) => who.call('feedback.give', { params: { id }, body: { overall } })
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error) => [error.status, error.problem.code],
  )
/** How many ratings count in the county from now on. */
const ratings = async (from: Date) => {
  const { ratingsFor } = await import('@server/modules/feedback')
  return ratingsFor({ regionCode: CITY.county, from, to: new Date(from.getTime() + DAY) })
}
const told = async (who: Client, caseId: string) => {
  await service.drain()
  const { items } = await who.call('notifications.list', { query: { limit: 100 } })
  return items.filter((one) => one.caseId === caseId && one.type === 'demand.changed').map((one) => one.title)
}

describe('a demand that nobody could meet', () => {
  test('is raised by the handler, told to the centre, and judged once', async () => {
    const resident = await service.login('盼路灯的人')
    const { found, mediator } = await aClosedCase(service, resident)
    expect((await mediator.call('cases.get', { params: { id: found.id } })).can).toContain('raiseDemand')
    const demand = await raise(mediator, found.id)
    expect(demand).toMatchObject({ state: 'open', raisedBy: mediator.user.name, judgedBy: null, can: [] })
    expect(await told(dispatcher, found.id)).toEqual(['有一项要求请综治中心判断'])
    expect((await dispatcher.call('cases.get', { params: { id: found.id } })).can).toContain('judgeDemand')
    const others = await Promise.all(Array.from({ length: 5 }, () => service.staff('dispatcher')))
    const answers = await Promise.all(
      [dispatcher, ...others].map((one, at) =>
        one.raw('POST', `/api/demands/${demand.id}/judgement`, { body: { unreasonable: at % 2 === 0, reason: '已问过财政所' } }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409])
    const [seen] = (await mediator.call('demands.forCase', { params: { id: found.id } })).items
    expect(seen).toMatchObject({ judgement: '已问过财政所', can: [] })
    expect(seen?.state).not.toBe('open')
    expect(await told(mediator, found.id)).toEqual(['综治中心对一项要求有了判断'])
    expect((await dispatcher.call('cases.get', { params: { id: found.id } })).can).not.toContain('judgeDemand')
    expect(JSON.stringify((await resident.call('cases.get', { params: { id: found.id } })).timeline)).not.toMatch(/demand|要求/)
  })

  test('is read by the handler and the centre; a supervisor, who states no reason, reads how it stands', async () => {
    const { found, mediator } = await aClosedCase(service, await service.login('要求很多的人'))
    await judge(dispatcher, (await raise(mediator, found.id)).id, true)
    const seenBy = async (who: Client) => (await who.call('demands.forCase', { params: { id: found.id } })).items
    const stands = { side: 'applicant', state: 'unreasonable', raisedAt: expect.any(String), judgedAt: expect.any(String) }
    for (const who of [mediator, dispatcher])
      expect(await seenBy(who)).toMatchObject([{ ...stands, what: '要求当天换掉全村的路灯', why: '村里没有这笔预算' }])
    expect(await seenBy(await service.staff('supervisor'))).toMatchObject([{ ...stands, what: '', why: '', can: [] }])
  })

  test('does not count against the mediator, whether it was rated before or is rated afterwards; the rating stays', async () => {
    for (const first of ['rated', 'judged'] as const) {
      await service.clock.advance(2 * DAY)
      const from = service.clock.now()
      const [applicant, respondent] = [await service.login(`申${first}`), await service.login(`被${first}`)]
      const { found, mediator } = await aFailedDispute(service, applicant, respondent)
      const { id } = await raise(mediator, found.id)
      if (first === 'rated') await give(applicant, found.id, 1)
      await judge(dispatcher, id, true)
      if (first === 'judged') await give(applicant, found.id, 1)
      await give(respondent, found.id, 5)
      expect(await ratings(from)).toEqual({ rated: 1, satisfied: 1 })
      const { feedback } = await mediator.call('cases.get', { params: { id: found.id } })
      expect(feedback).toMatchObject({ overall: 1, sealed: false })
      const supervisor = await service.staff('supervisor')
      const { items } = await supervisor.call('feedbackTasks.list', { query: { limit: 100 } })
      expect(items.some((task) => task.caseId === found.id)).toBe(true)
    }
  })

  test('and was rated at the very moment of the judgement never counts', async () => {
    for (let round = 0; round < 4; round += 1) {
      await service.clock.advance(2 * DAY)
      const from = service.clock.now()
      const [applicant, respondent] = [await service.login(`同时甲${round}`), await service.login(`同时乙${round}`)]
      const { found, mediator } = await aFailedDispute(service, applicant, respondent)
      const { id } = await raise(mediator, found.id)
      await Promise.all([give(applicant, found.id, 1), judge(dispatcher, id, true)])
      await give(respondent, found.id, 4)
      expect(await ratings(from)).toEqual({ rated: 1, satisfied: 1 })
    }
  })

  test('that is judged reasonable changes nothing, and in the next round nothing is left out', async () => {
    await service.clock.advance(2 * DAY)
    const from = service.clock.now()
    const resident = await service.login('有道理的人')
    const { found, mediator } = await aClosedCase(service, resident)
    await judge(dispatcher, (await raise(mediator, found.id)).id, false)
    await give(resident, found.id, 2)
    await judge(dispatcher, (await raise(mediator, found.id)).id, true)
    await moves(found, [
      [resident, { move: 'reopen', reason: '又坏了' }],
      [mediator, { move: 'accept' }],
      [mediator, { move: 'startHandling' }],
      [mediator, { move: 'resolve', reason: '换了灯杆' }],
      [resident, { move: 'confirm' }],
    ])
    await give(resident, found.id, 4)
    await service.clock.advance(8 * DAY)
    expect(await ratings(from)).toEqual({ rated: 1, satisfied: 1 })
  })

  test('tells nobody what was rated while it is sealed', async () => {
    const resident = await service.login('还没公开的人')
    const { found, mediator } = await aClosedCase(service, resident)
    await give(resident, found.id, 1)
    const raised = await raise(mediator, found.id)
    const judged = await judge(dispatcher, raised.id, true)
    const list = await dispatcher.call('demands.list', { query: { state: 'unreasonable', limit: 100 } })
    expect(JSON.stringify([raised, judged, list])).not.toMatch(/overall|sealed|rating/)
    expect((await mediator.call('cases.get', { params: { id: found.id } })).feedback).toBeNull()
  })

  test('is raised one at a time for a side, once for a key, and by nobody but the handler', async () => {
    const resident = await service.login('一次一项')
    const { found, mediator } = await aClosedCase(service, resident)
    const send = (what: string) =>
      mediator.answer('demands.raise', { params: { id: found.id }, body: { side: 'applicant', what, why: '做不到' }, key: 'd-1' })
    expect((await send('要求赔一百万')).status).toBe(201)
    expect((await send('要求赔一百万')).status).toBe(200)
    expect(await refusal(send('别的'))).toEqual([422, 'idempotency_mismatch'])
    expect(await refusal(raise(mediator, found.id))).toEqual([409, 'already_exists'])
    expect(await refusal(raise(mediator, found.id, { side: 'respondent' }))).toEqual([400, 'invalid_input'])
    expect(await refusal(raise(dispatcher, found.id))).toEqual([403, 'forbidden'])
    expect(await refusal(raise(resident, found.id))).toEqual([403, 'forbidden'])
    expect(await refusal(raise(await service.login('外人'), found.id))).toEqual([404, 'not_found'])
    expect(await refusal(raise(mediator, found.id, { what: ' ' }))).toEqual([400, 'invalid_input'])
  })

  test('is judged by the centre of its region only, and not by who takes part in it', async () => {
    const part = await service.staff('dispatcher', { name: '自己的事' })
    const { found, mediator } = await aClosedCase(service, part)
    const { id } = await raise(mediator, found.id)
    const stranger = await service.staff('dispatcher', { regionCode: CITY.otherCounty })
    for (const one of [part, stranger, mediator, await service.staff('supervisor'), await service.login('外人')])
      expect(await refusal(judge(one, id, true))).toEqual([404, 'not_found'])
    const mine = async (who: Client) => (await who.call('demands.list', { query: { limit: 100 } })).items.map((one) => one.id)
    expect(await mine(part)).not.toContain(id)
    expect(await mine(stranger)).toEqual([])
    expect(await mine(dispatcher)).toContain(id)
    expect((await mediator.raw('GET', '/api/demands')).status).toBe(403)
    expect((await part.raw('GET', `/api/cases/${found.id}/demands`)).status).toBe(404)
    expect((await dispatcher.raw('GET', '/api/demands?cursor=WzEsMl0')).status).toBe(400)
  })

  test('is no longer judged, nor read, by who comes to take part in it afterwards', async () => {
    const part = await service.staff('dispatcher', { name: '后来的人' })
    const applicant = await service.login('小方')
    const mediator = await aMediator(service)
    const found = await aDispute(service, applicant, { preferredMediatorId: mediator.personId })
    await moves(found, [[mediator, { move: 'accept' }]])
    const { id } = await raise(mediator, found.id)
    const { code } = await applicant.call('parties.invite', { params: { id: found.id }, body: { part: 'representative' } })
    await part.call('parties.answer', { body: { code, agree: true } })
    expect(await refusal(judge(part, id, false))).toEqual([404, 'not_found'])
    expect((await part.call('demands.list', { query: { limit: 100 } })).items.map((one) => one.id)).not.toContain(id)
  })

  test('lists come in pages, newest first', async () => {
    const all = (await dispatcher.call('demands.list', { query: { state: 'unreasonable', limit: 100 } })).items.map((one) => one.id)
    const ids: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await dispatcher.call('demands.list', { query: { state: 'unreasonable', limit: 2, ...(cursor ? { cursor } : {}) } })
      ids.push(...page.items.map((one) => one.id))
      cursor = page.nextCursor
    } while (cursor)
    expect(ids).toEqual(all)
    expect(ids.length).toBeGreaterThan(3)
  })
})
