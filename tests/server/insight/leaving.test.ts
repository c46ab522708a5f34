import { stopInsight } from '@server/modules/insight'
import { MemberModel } from '@server/modules/insight/member.model'
import { aService, type Client, type Service } from '@tests/support/service'
import { anEverydayPast, BUS, bring, follow, people, signalsFor, WATER } from './support'

let service: Service
let member: Client
let writers: Awaited<ReturnType<typeof bring>>
const only = async () => {
  const signals = await signalsFor(member)
  expect(signals).toHaveLength(1)
  return signals[0]
}

beforeAll(async () => {
  service = await aService()
  await anEverydayPast(service)
  member = await service.staff('cppccMember')
  writers = await bring({ service, affair: WATER, names: people('写信', 9) })
  await follow(service)
})
afterAll(() => service?.close())

test('who withdraws a matter is not counted any more, at once and for good', async () => {
  expect(await only()).toMatchObject({ people: 9, messages: 9 })
  const [first] = writers
  const body = { move: 'withdraw' as const, revision: first?.found.revision ?? 0, reason: '写错了' }
  await first?.client.call('cases.move', { params: { id: first.found.id }, body })
  await service.drain()
  expect(await only()).toMatchObject({ people: 8, messages: 8 })
  await follow(service)
  expect(await only()).toMatchObject({ people: 8 })
  await stopInsight()
  await follow(service)
  expect(await only()).toMatchObject({ people: 8 })
})

test('who is erased leaves nothing behind in signals', async () => {
  const [, , leaving] = writers
  if (!leaving) throw new Error('Nobody is there')
  const dispatcher = await service.staff('dispatcher')
  const body = { move: 'return' as const, revision: leaving.found.revision, reason: '请向水务部门反映。' }
  await dispatcher.call('cases.move', { params: { id: leaving.found.id }, body })
  await service.drain()
  expect(await MemberModel.countDocuments({ personId: leaving.client.personId })).toBe(1)
  await leaving.client.call('me.erase', { body: { confirm: '注销账号' } })
  expect(await MemberModel.countDocuments({ personId: leaving.client.personId })).toBe(0)
  expect(await only()).toMatchObject({ people: 7 })
  await follow(service)
  expect(await MemberModel.countDocuments({ personId: leaving.client.personId })).toBe(0)
})

test('a signal whose people have left is shown to nobody', async () => {
  const id = (await only())?.id ?? ''
  for (const { client, found } of writers.slice(3, 6)) {
    const body = { move: 'withdraw' as const, revision: found.revision, reason: '已经解决' }
    await client.call('cases.move', { params: { id: found.id }, body })
  }
  await service.drain()
  expect(await signalsFor(member)).toEqual([])
  expect((await member.raw('GET', `/api/signals/${id}`)).status).toBe(404)
})

test('a past that is filled in afterwards is put in order: what came evenly is no news', async () => {
  await bring({ service, affair: BUS, names: people('坐车', 8) })
  await follow(service)
  await anEverydayPast(service, { count: 200, days: 200 })
  await bring({ service, affair: BUS, names: people('又坐车', 3) })
  await follow(service)
  const signal = await only()
  expect(signal).toMatchObject({ people: 11 })
  // Hundreds of old messages do not make today a busy day.
  expect(signal?.expected).toBeLessThan(3)
})
