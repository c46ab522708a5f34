import { type Delivery, NotificationModel } from '@server/modules/notifications/notification.model'
import { ObjectId } from '@server/platform/database'
import { CITY } from '@tests/support/city'
import { aCase, aMediator } from '@tests/support/factories'
import { aService, type Client, openidOf, type Service } from '@tests/support/service'
import { hearAlways } from './support'

let service: Service
let admin: Client
let mediator: Client
let count = 0

const MINUTE = 60_000
beforeAll(async () => {
  service = await aService()
  admin = await service.staff('admin')
  mediator = await hearAlways(await aMediator(service, { name: '王秀兰', capacity: 200 }))
})
afterAll(() => service.close())
beforeEach(async () => {
  await service.double.fault({ mode: 'ok' })
  await service.drain()
})

/** Renews the sessions of those whose clock has been moved. */
const awake = (...people: Client[]) => Promise.all(people.map((who) => who.call('me.get')))

/** A message to somebody new that ended in a state. */
const ended = async (mode: 'busy' | 'cut') => {
  count += 1
  const name = `没收到${count}`
  const who = await hearAlways(await service.login(name))
  const { id, revision } = await aCase(service, who)
  await service.drain()
  await service.double.fault({ mode, path: 'subscribe' })
  await mediator.call('cases.move', { params: { id }, body: { move: 'accept', revision } })
  for (let n = 0; n < (mode === 'busy' ? 12 : 1); n += 1) {
    await service.drain()
    await service.clock.advance(361 * MINUTE)
  }
  await service.double.fault({ mode: 'ok' })
  await awake(admin, mediator)
  const row = await NotificationModel.findOne({ personId: who.personId }).lean()
  return { id: row?._id.toHexString() ?? '', who, arrived: async () => (await service.double.messages(openidOf(name))).length }
}
const again = (id: string, body: object = {}, who = admin) => who.raw('POST', `/api/deliveries/${id}/resend`, { body })

describe('messages that did not arrive', () => {
  it('are listed with their reason, and can be sent once more', async () => {
    const { id, arrived } = await ended('busy')
    const { items } = await admin.call('deliveries.list', { query: {} })
    expect(items[0]).toMatchObject({
      id,
      state: 'dead',
      template: 'caseProgress',
      tries: 8,
      errcode: -1,
      reason: 'WeChat answered -1',
      can: ['resend'],
    })
    expect(Object.keys(items[0] ?? {})).not.toContain('text')
    expect((await admin.call('deliveries.count')).dead).toBe(1)
    expect((await again(id)).body).toMatchObject({ state: 'waiting', tries: 0, can: [] })
    await service.drain()
    expect(await arrived()).toBe(1)
    expect(await admin.call('deliveries.count')).toMatchObject({ waiting: 0, sending: 0, dead: 0 })
    expect((await again(id)).status).toBe(409)
    const row = await NotificationModel.findById(id).lean<{ delivery: Delivery }>()
    expect(row?.delivery.resent).toEqual([{ byPersonId: admin.personId, at: expect.any(Date) }])
  })
  it('and of which nobody knows are sent again only when it is said that they may arrive twice', async () => {
    const { id, arrived } = await ended('cut')
    expect((await admin.call('deliveries.list', { query: { state: 'unknown' } })).items).toMatchObject([
      { id, state: 'unknown', reason: 'WeChat did not answer; it may have arrived' },
    ])
    expect(await arrived()).toBe(1)
    const refused = await again(id)
    expect(refused).toMatchObject({ status: 409, body: { code: 'conflict', detail: '这条消息可能已经送到，再发可能会收到两次' } })
    expect((await again(id, { mayArriveTwice: true })).status).toBe(200)
    await service.drain()
    expect(await arrived()).toBe(2)
  })
  it('are sent again once, however many press', async () => {
    const { id, arrived } = await ended('busy')
    const answers = await Promise.all(Array.from({ length: 12 }, () => again(id)))
    expect(answers.map((one) => one.status).sort()).toEqual([200, ...Array(11).fill(409)])
    await service.drain()
    expect(await arrived()).toBe(1)
  })
  it('concern an administrator of the city and nobody else', async () => {
    const { id } = await ended('cut')
    const others = [mediator, await service.staff('admin', { regionCode: CITY.county }), await service.staff('supervisor')]
    for (const other of others) {
      expect((await other.raw('GET', '/api/deliveries')).status).toBe(403)
      expect((await other.raw('GET', '/api/deliveries/counts')).status).toBe(403)
      expect((await again(id, { mayArriveTwice: true }, other)).status).toBe(403)
    }
    expect((await again(new ObjectId().toHexString())).status).toBe(404)
    expect((await again('nothing')).status).toBe(404)
    expect((await admin.raw('GET', '/api/deliveries?state=sent')).status).toBe(400)
  })
  it('come in pages, newest first', async () => {
    for (let n = 0; n < 2; n += 1) await ended('cut')
    const first = await admin.call('deliveries.list', { query: { state: 'unknown', limit: 1 } })
    const second = await admin.call('deliveries.list', { query: { state: 'unknown', limit: 1, cursor: first.nextCursor ?? '' } })
    const all = await admin.call('deliveries.list', { query: { state: 'unknown' } })
    expect([...first.items, ...second.items].map((one) => one.id)).toEqual(all.items.slice(0, 2).map((one) => one.id))
  })
})
