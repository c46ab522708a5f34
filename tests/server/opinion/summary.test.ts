import { CITY } from '@tests/support/city'
import { aCase, aDispute, aMediator, place } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { moves } from '../feedback/support'

let service: Service
let resident: Client
let importer: Client
let member: Client
beforeAll(async () => {
  service = await aService()
  // A Wednesday, so that the running week has days behind it.
  await service.clock.set('2026-06-17T10:00:00+08:00')
  resident = await service.login('苏小河')
  importer = await service.staff('importer')
  member = await service.staff('cppccMember')
  for (let i = 0; i < 7; i += 1) await file('2026-06-15T09:00:00+08:00', 'traffic.road')
  for (let i = 0; i < 3; i += 1) await file('2026-06-16T09:00:00+08:00', 'utility.lamp')
  for (let i = 0; i < 6; i += 1) await file('2026-06-09T09:00:00+08:00', 'traffic.parking')
  for (let i = 0; i < 5; i += 1) await file('2026-06-02T09:00:00+08:00', 'traffic.road', 'farGrid')
  for (let i = 0; i < 6; i += 1) await aDispute(service, resident, { category: 'neighbour.leak' })
})
afterAll(() => service.close())

const file = (submittedAt: string, category: string, at: 'grid' | 'farGrid' = 'grid') =>
  importer.call('cases.submit', {
    body: { kind: 'complaint', category, text: '路面坑洼，下雨积水。', location: place(at), submittedAt, onBehalfOf: { name: '来信人' } },
  })
const summary = (query: object = {}, client = member) => client.call('opinion.summary', { query })

describe('the summary', () => {
  test('counts by category, place and week, beside the time before, and keeps back small numbers', async () => {
    const found = await summary({ weeks: 2 })
    expect(found).toMatchObject({
      regionCode: CITY.city,
      regionName: '平安市',
      from: '2026-06-08T00:00:00.000+08:00',
      total: 22,
      previous: 5,
      byWeek: [
        { week: '2026-06-08', count: 6 },
        { week: '2026-06-15', count: 16 },
      ],
    })
    expect(found.byCategory).toEqual([
      { category: 'traffic', name: '交通', count: 13, previous: 5 },
      // Not small, but it would give away the next one.
      { category: 'neighbour', name: '邻里', count: null, previous: 0 },
      { category: 'utility', name: '水电气暖', count: null, previous: 0 },
    ])
    expect(found.byPlace).toEqual([
      { regionCode: CITY.county, name: '东河县', count: 22, previous: 0 },
      { regionCode: CITY.otherCounty, name: '西河县', count: 0, previous: 5 },
    ])
  })

  test('counts a kind, a category of either level, a place', async () => {
    expect(await summary({ kind: 'dispute' })).toMatchObject({ total: 6 })
    const traffic = await summary({ category: 'traffic' })
    expect(traffic.total).toBe(18)
    expect(traffic.byCategory).toEqual([
      { category: 'traffic.road', name: '交通 · 道路破损', count: 12, previous: 0 },
      { category: 'traffic.parking', name: '交通 · 乱停车', count: 6, previous: 0 },
    ])
    expect((await summary({ category: 'traffic.road', regionCode: CITY.otherCounty })).total).toBe(5)
    expect((await summary({ category: 'utility' })).total).toBeNull()
  })

  test('is for the regions of the role and nothing else', async () => {
    const office = await service.staff('cppccOffice', { regionCode: CITY.county })
    expect((await summary({}, office)).regionCode).toBe(CITY.county)
    expect((await summary({ regionCode: CITY.village }, office)).regionCode).toBe(CITY.village)
    for (const path of ['summary', 'wordings', 'export']) {
      expect((await office.raw('GET', `/api/opinion/${path}?regionCode=${CITY.otherCounty}`)).status).toBe(403)
      for (const role of ['mediator', 'dispatcher', 'supervisor', 'admin', 'department'] as const)
        expect((await (await service.staff(role)).raw('GET', `/api/opinion/${path}`)).status).toBe(403)
      expect((await resident.raw('GET', `/api/opinion/${path}`)).status).toBe(403)
      expect((await service.anonymous.raw('GET', `/api/opinion/${path}`)).status).toBe(401)
    }
    expect((await member.raw('GET', '/api/opinion/summary?regionCode=880199')).status).toBe(400)
    expect((await member.raw('GET', '/api/opinion/summary?weeks=500')).status).toBe(400)
  })

  test('tells which share was closed in time and which was satisfied, when they are enough', async () => {
    expect(await summary({ weeks: 1 })).toMatchObject({ closedShare: null, satisfiedShare: null, rated: 0 })
    const mediator = await aMediator(service, { capacity: 50 })
    for (let i = 0; i < 5; i += 1) {
      const start = await aCase(service, resident, { preferredMediatorId: mediator.personId, category: 'environment.rubbish' })
      const found = await moves(start, [
        [mediator, { move: 'accept' }],
        [mediator, { move: 'startHandling' }],
        [mediator, { move: 'resolve', reason: '清运完毕' }],
        [resident, { move: 'confirm' }],
      ])
      await resident.call('feedback.give', { params: { id: found.id }, body: { overall: i === 0 ? 2 : 4 } })
    }
    const sealed = await summary({ category: 'environment' })
    expect(sealed).toMatchObject({ total: 5, closedShare: 1, satisfiedShare: null, rated: 0 })
    await service.clock.advance(7 * 24 * 3600 * 1000)
    expect(await summary({ category: 'environment' })).toMatchObject({ rated: 5, satisfiedShare: 0.8 })
  })
})
