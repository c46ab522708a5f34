import { onDuty } from '@server/modules/dispatch'
import { CITY } from '@tests/support/city'
import { aService, type Client, type Service } from '@tests/support/service'

let service: Service
let dispatcher: Client
beforeAll(async () => {
  service = await aService()
  dispatcher = await service.staff('dispatcher', { regionCode: CITY.county, name: '县中心值班' })
})
afterAll(() => service.close())

const names = async (regionCode: string, at: Date = service.clock.now()) => (await onDuty(regionCode, at)).map((one) => one.name)
const hours = (from: number, until: number) => {
  const at = (hour: number) => new Date(service.clock.now().getTime() + hour * 3_600_000).toISOString()
  return { from: at(from), until: at(until) }
}

describe('who is on duty', () => {
  test('is whom the roster of the nearest region names for that hour, the earlier entry first', async () => {
    const supervisor = await service.staff('supervisor', { name: '老何' })
    const other = await service.staff('supervisor', { name: '老许' })
    const entries = [
      { personId: other.personId, ...hours(-2, 1) },
      { personId: supervisor.personId, ...hours(-1, 3) },
    ]
    const saved = await dispatcher.call('duty.put', { body: { regionCode: CITY.village, entries } })
    expect(saved.now.map((one) => one.name)).toEqual(['老许', '老何'])
    expect(saved.entries.map((one) => one.name)).toEqual(['老许', '老何'])
    expect(await names(CITY.grid)).toEqual(['老许', '老何'])
    expect(await names(CITY.grid, new Date(service.clock.now().getTime() + 2 * 3_600_000))).toEqual(['老何'])
    expect(await names(CITY.grid, new Date(service.clock.now().getTime() + 4 * 3_600_000))).toEqual(['县中心值班'])
    await dispatcher.call('duty.put', { body: { regionCode: CITY.village, entries: [] } })
    expect(await names(CITY.grid)).toEqual(['县中心值班'])
  })

  test('is nobody who has lost the role since: those who are there are called instead', async () => {
    const admin = await service.staff('admin', { regionCode: CITY.city })
    const [left, stays] = [await service.staff('supervisor', { name: '走了的' }), await service.staff('supervisor', { name: '还在的' })]
    const entries = [left, stays].map(({ personId }) => ({ personId, ...hours(-1, 3) }))
    await dispatcher.call('duty.put', { body: { regionCode: CITY.county, entries } })
    await admin.call('staff.revokeRole', { params: { id: left.personId }, body: { role: 'supervisor', regionCode: CITY.county } })
    expect(await names(CITY.grid)).toEqual(['还在的'])
    await admin.call('staff.revokeRole', { params: { id: stays.personId }, body: { role: 'supervisor', regionCode: CITY.county } })
    expect(await names(CITY.grid)).toEqual(['县中心值班'])
    await dispatcher.call('duty.put', { body: { regionCode: CITY.county, entries: [] } })
  })

  test('without a roster is the nearest centre, and without a centre the supervisors', async () => {
    const supervisor = await service.staff('supervisor', { regionCode: CITY.otherCounty, name: '西河督查' })
    expect(await names(CITY.farGrid)).toEqual([supervisor.user.name])
    await service.staff('dispatcher', { regionCode: CITY.city, name: '市中心值班' })
    expect(await names(CITY.farGrid)).toEqual(['市中心值班'])
    expect(await names(CITY.grid)).toEqual(['县中心值班'])
  })

  test('is said by the centre and read by whoever works there', async () => {
    const gridWorker = await service.staff('gridWorker')
    const resident = await service.login('不值班')
    const query = { regionCode: CITY.grid }
    expect((await gridWorker.call('duty.get', { query })).now.map((one) => one.name)).toEqual(['县中心值班'])
    expect((await resident.raw('GET', `/api/duty?regionCode=${CITY.grid}`)).status).toBe(403)
    const far = await service.staff('gridWorker', { regionCode: CITY.farGrid })
    expect((await far.raw('GET', `/api/duty?regionCode=${CITY.grid}`)).status).toBe(403)
    const body = { regionCode: CITY.county, entries: [] }
    for (const other of [gridWorker, resident, await service.staff('supervisor')])
      expect((await other.raw('PUT', '/api/duty', { body })).status).toBe(403)
  })

  test('the centre sees whom it may put on the roster, once each and nobody from elsewhere; others see nobody', async () => {
    const supervisor = await service.staff('supervisor', { name: '可排的' })
    // Who cannot look into a case is not told of it either.
    const officer = await service.staff('officer')
    const far = await service.staff('dispatcher', { regionCode: CITY.farGrid, name: '别处的' })
    const query = { regionCode: CITY.village }
    const { people } = await dispatcher.call('duty.get', { query })
    expect(people).toContainEqual({ personId: supervisor.personId, name: '可排的', role: 'supervisor' })
    const ids = people.map(({ personId }) => personId)
    expect(ids).toContain(dispatcher.personId)
    expect(ids).not.toContain(officer.personId)
    expect(ids).not.toContain(far.personId)
    expect(new Set(ids).size).toBe(ids.length)
    expect((await officer.call('duty.get', { query })).people).toEqual([])
  })

  test('are people who work in the region, for a time that ends after it begins', async () => {
    const far = await service.staff('officer', { regionCode: CITY.farGrid })
    const put = (entry: object) => dispatcher.raw('PUT', '/api/duty', { body: { regionCode: CITY.village, entries: [entry] } })
    expect(await put({ personId: far.personId, ...hours(0, 1) })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'entries.0.personId', code: 'unknown_person' }] },
    })
    expect(await put({ personId: dispatcher.personId, ...hours(1, 1) })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'entries.0.until', code: 'before_start' }] },
    })
    expect((await put({ personId: dispatcher.personId, from: '明天', until: '后天' })).status).toBe(400)
  })
})
