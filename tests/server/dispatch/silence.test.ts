import { passSilentCases } from '@server/modules/dispatch/commands/pass-silent-cases'
import { database } from '@server/platform/database'
import { CITY } from '@tests/support/city'
import { aCase, aDispute, aMediator, type MediatorOptions } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { putInForce } from './routing-support'

let service: Service
let resident: Client
let dispatcher: Client
beforeAll(async () => {
  service = await aService()
  // A Monday without holidays near, nine in the morning.
  await service.clock.set('2027-03-01T09:00:00+08:00')
  resident = await service.login('等人受理')
  dispatcher = await service.staff('dispatcher', { regionCode: CITY.county })
})
afterAll(() => service.close())

let staff: Client[] = []
const mediator = async (options: MediatorOptions): Promise<Client> => {
  const client = await aMediator(service, options)
  staff.push(client)
  return client
}
afterEach(async () => {
  for (const client of staff) await client.call('desk.update', { body: { open: false } })
  staff = []
})

const get = (id: string) => dispatcher.call('cases.get', { params: { id } })
const silentAt = async (number: string): Promise<Date | undefined> => (await database().collection('cases').findOne({ number }))?.silentAt
/** To the working day of the number, at an hour of the city. */
const goTo = (date: string, hour: string) => service.clock.set(`2027-03-${date}T${hour}:00+08:00`)

describe('silence', () => {
  test('gives a case to the next who fits, keeps the silent one out, and after the last back to the centre', async () => {
    const grid = await mediator({ name: '格里不应', regionCode: CITY.grid })
    const village = await mediator({ name: '村里也不应', regionCode: CITY.village })
    const found = await aCase(service, resident)
    expect(found.assignee?.id).toBe(grid.personId)
    const at = await silentAt(found.number)
    if (!at) throw new Error('it never passes on')
    await service.clock.set(new Date(at.getTime() - 5000).toISOString())
    await service.catchUp()
    expect((await get(found.id)).assignee?.id).toBe(grid.personId)
    await service.clock.set(new Date(at.getTime() + 1000).toISOString())
    await service.catchUp()
    const second = await get(found.id)
    expect(second).toMatchObject({ status: 'assigned', assignee: { id: village.personId } })
    expect(second.timeline.at(-1)?.text).toMatch(/^已转交给村里也不应：在规定时间内没有受理，转给下一位；负责/)
    expect(await grid.call('desk.get')).toMatchObject({ load: 0 })
    expect((await grid.raw('GET', `/api/cases/${found.id}`)).status).toBe(404)
    const next = await silentAt(found.number)
    await service.clock.set(new Date((next?.getTime() ?? 0) + 1000).toISOString())
    await service.catchUp()
    const third = await get(found.id)
    expect(third).toMatchObject({ status: 'submitted', assignee: { name: '东河县综治中心' } })
    expect(await silentAt(found.number)).toBeUndefined()
    const { items } = await dispatcher.call('assignments.forCase', { params: { id: found.id } })
    expect(items.map((one) => [one.by, one.chosen])).toEqual([
      ['silence', '村里也不应'],
      ['submission', '格里不应'],
    ])
    const stored = await database().collection('cases').findOne({ number: found.number })
    expect(stored?.pastOwners).toEqual([grid.personId, village.personId])
  })

  test('ends when the case is accepted, and begins anew with every new owner', async () => {
    const one = await mediator({ name: '马上受理', regionCode: CITY.grid })
    const other = await mediator({ name: '转来的人', regionCode: CITY.village })
    const found = await aCase(service, resident)
    const move = async (client: Client, name: 'accept' | 'transfer', more: object = {}) => {
      const { revision } = await client.call('cases.get', { params: { id: found.id } })
      return client.call('cases.move', { params: { id: found.id }, body: { move: name, revision, ...more } })
    }
    await move(one, 'accept')
    expect(await silentAt(found.number)).toBeUndefined()
    await move(one, 'transfer', { reason: '他更熟悉', assigneeId: other.personId })
    expect((await silentAt(found.number))?.getTime()).toBeGreaterThan(service.clock.now().getTime())
    await move(other, 'accept')
    await service.clock.advance(10 * 86_400_000)
    await service.catchUp()
    expect((await get(found.id)).assignee?.id).toBe(other.personId)
  })

  test('is as long as the rules say, in working hours, and shorter where somebody is in danger', async () => {
    await mediator({ name: '按规则', regionCode: CITY.grid })
    await putInForce(dispatcher, [], { silenceHours: 10, silenceHoursHighRisk: 1 })
    await goTo('22', '16:00')
    const usual = await aCase(service, resident)
    const danger = await aCase(service, resident, { text: '他拿刀威胁要杀了我，门外还在砸门。' })
    const hours = async (one: { number: string }) => ((await silentAt(one.number))?.getTime() ?? 0) - service.clock.now().getTime()
    expect(await hours(danger)).toBeLessThanOrEqual(3_660_000)
    // Overnight no office is open.
    expect(await hours(usual)).toBeGreaterThan(20 * 3_600_000)
    // Found out later, by somebody who has read it.
    const { id, revision } = usual
    await dispatcher.call('cases.classify', { params: { id }, body: { risk: 'A', revision } })
    expect(await hours(usual)).toBeLessThanOrEqual(3_660_000)
    await putInForce(dispatcher, [])
  })

  test('passes a case on once, however many look at the same moment', async () => {
    await mediator({ name: '第一个', regionCode: CITY.grid })
    const others = await Promise.all([1, 2, 3].map((index) => mediator({ name: `后面${index}`, regionCode: CITY.village })))
    const found = await aDispute(service, resident)
    await database()
      .collection('cases')
      .updateOne({ number: found.number }, { $set: { silentAt: new Date(service.clock.now().getTime() - 1) } })
    const passed = await Promise.all(Array.from({ length: 6 }, () => passSilentCases()))
    expect(passed.reduce((sum, one) => sum + one, 0)).toBe(1)
    const now = await get(found.id)
    expect(now.revision).toBe(found.revision + 1)
    const loads = await Promise.all(others.map(async (client) => (await client.call('desk.get')).load))
    expect(loads.sort()).toEqual([0, 0, 1])
    const events = await database().collection('cases').findOne({ number: found.number })
    expect(events?.pending.filter((one: { type: string }) => one.type === 'silence.passed')).toHaveLength(1)
  })
})
