import { refreshDesks } from '@server/modules/dispatch/fit/desk-memory'
import { runMorning } from '@server/modules/dispatch/morning/run-morning'
import { database } from '@server/platform/database'
import { CITY } from '@tests/support/city'
import { aCase, aMediator, place } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { putInForce } from './routing-support'

let service: Service
let resident: Client
let dispatcher: Client
beforeAll(async () => {
  service = await aService()
  // A Friday evening.
  await service.clock.set('2027-03-05T17:00:00+08:00')
  resident = await service.login('早上的人')
  dispatcher = await service.staff('dispatcher', { regionCode: CITY.county })
})
afterAll(() => service.close())

const to = async (local: string) => {
  await service.clock.set(`${local}+08:00`)
  await service.catchUp()
}
const get = (id: string) => dispatcher.call('cases.get', { params: { id } })

test('on a working morning what waits is given out and a crowded desk is relieved, once, of cases that are not accepted', async () => {
  const waiting = await aCase(service, resident)
  expect(waiting.status).toBe('submitted')
  const first = await aMediator(service, { name: '早先的', regionCode: CITY.grid })
  const lying = []
  for (let i = 0; i < 9; i += 1) lying.push(await aCase(service, resident))
  const [accepted] = lying
  await first.call('cases.move', { params: { id: accepted?.id ?? '' }, body: { move: 'accept', revision: accepted?.revision ?? 0 } })
  const second = await aMediator(service, { name: '新来的', regionCode: CITY.grid })

  // Saturday: nobody works.
  await to('2027-03-06T08:00:00')
  expect((await get(waiting.id)).status).toBe('submitted')
  // Monday before half past seven.
  await to('2027-03-08T07:29:00')
  expect((await get(waiting.id)).status).toBe('submitted')
  await to('2027-03-08T07:30:30')
  const given = await get(waiting.id)
  expect(given).toMatchObject({ status: 'assigned', assignee: { name: '新来的' } })
  const loads = await Promise.all([first, second].map(async (client) => (await client.call('desk.get')).load))
  expect(loads.reduce((sum, one) => sum + one, 0)).toBe(10)
  // Five each are fair, and a fifth more is six: three are moved and not one more.
  expect(loads).toEqual([6, 4])
  expect((await get(accepted?.id ?? '')).assignee?.name).toBe('早先的')
  const moved = await Promise.all(lying.map(({ id }) => get(id)))
  const given2 = moved.filter((one) => one.assignee?.name === '新来的')
  expect(given2).toHaveLength(3)
  expect(given2[0]?.timeline.at(-1)?.text).toMatch(/^已转交给新来的：原承办人手上事项较多，调整承办人；负责/)
  const { items } = await dispatcher.call('assignments.forCase', { params: { id: given2[0]?.id ?? '' } })
  expect(items[0]).toMatchObject({ by: 'morning', chosen: '新来的' })
  expect(await runMorning()).toBe(0)
  await aCase(service, resident)
  expect(await database().collection('morningRuns').countDocuments()).toBe(1)
})

test('several processes at the same moment move each case once', async () => {
  await service.clock.set('2027-03-08T20:00:00+08:00')
  for (const name of ['早先的', '新来的'])
    await database()
      .collection('desks')
      .updateOne({ name }, { $set: { open: false, changedAt: service.clock.now() } })
  await refreshDesks()
  const queued = []
  for (let i = 0; i < 6; i += 1) queued.push(await aCase(service, resident))
  expect(queued.every((one) => one.status === 'submitted')).toBe(true)
  const staff = await Promise.all(
    [1, 2, 3].map((index) => aMediator(service, { name: `三人${index}`, regionCode: CITY.grid, capacity: 2 })),
  )
  await service.clock.set('2027-03-09T07:31:00+08:00')
  await Promise.all(Array.from({ length: 4 }, () => runMorning()))
  const loads = await Promise.all(staff.map(async (client) => (await client.call('desk.get')).load))
  expect(loads).toEqual([2, 2, 2])
  const now = await Promise.all(queued.map(({ id }) => get(id)))
  expect(now.map((one) => [one.status, one.revision])).toEqual(queued.map((one) => ['assigned', one.revision + 1]))
  expect(await database().collection('morningRuns').countDocuments()).toBe(2)
})

test('who speaks the language that was asked for is chosen in the morning, too', async () => {
  await service.clock.set('2027-03-09T20:00:00+08:00')
  const city = await service.staff('dispatcher', { regionCode: CITY.city, organisationId: service.city.organisations.cityCentre })
  const weights = { speciality: 0, level: 100, language: 50, distance: 0, load: 0, fairness: 0 }
  await putInForce(city, [], { weights }, CITY.otherCounty)
  const words = { text: '我妈只会说客家话，路灯坏了她说不清楚，请来人看看。', location: place('farGrid') }
  const waiting = await aCase(service, resident, words)
  expect(waiting.status).toBe('submitted')
  await aMediator(service, { name: '普通话的', regionCode: CITY.farGrid })
  const fluent = await aMediator(service, { name: '客家话的', regionCode: CITY.farGrid })
  await fluent.call('desk.update', { body: { languages: ['客家话'] } })
  await to('2027-03-10T07:30:30')
  const given = await city.call('cases.get', { params: { id: waiting.id } })
  expect(given).toMatchObject({ status: 'assigned', assignee: { name: '客家话的' } })
})

test('what lies with whom its applicant asked for stays there', async () => {
  await service.clock.set('2027-03-10T20:00:00+08:00')
  const asked = await aMediator(service, { name: '想找的', regionCode: CITY.otherGrid })
  const wish = { preferredMediatorId: asked.personId, location: place('otherGrid') }
  const wished = []
  for (let i = 0; i < 8; i += 1) wished.push(await aCase(service, resident, wish))
  await aMediator(service, { name: '很空的', regionCode: CITY.otherGrid })
  await to('2027-03-11T07:30:30')
  const now = await Promise.all(wished.map(({ id }) => get(id)))
  expect(now.map((one) => one.assignee?.name)).toEqual(wished.map(() => '想找的'))
})
