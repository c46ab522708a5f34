import { SubscriptionModel } from '@server/modules/notifications/subscription.model'
import { aCase, aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'

let service: Service
let mediator: Client

beforeAll(async () => {
  service = await aService()
  mediator = await aMediator(service, { name: '王秀兰', capacity: 200 })
})
afterAll(() => service.close())

const accept = async (id: string) => {
  const { revision } = await mediator.call('cases.get', { params: { id } })
  await mediator.call('cases.move', { params: { id }, body: { move: 'accept', revision } })
}

describe('the message centre', () => {
  it('shows one sort alone, or what is unread, in pages', async () => {
    const reader = await service.login('分类看的人')
    const ids: string[] = []
    for (let n = 0; n < 3; n += 1) {
      const { id } = await aCase(service, reader)
      ids.push(id)
      await accept(id)
      await mediator.call('messages.send', { params: { id }, body: { room: 'applicant', text: '收到了' } })
    }
    await service.drain()
    const of = async (query: object) => (await reader.call('notifications.list', { query })).items
    expect((await of({ sort: 'talk' })).map((one) => one.sort)).toEqual(['talk', 'talk', 'talk'])
    expect((await of({ sort: 'progress' })).map((one) => one.caseId)).toEqual([...ids].reverse())
    expect(await of({ sort: 'work' })).toEqual([])
    const [newest] = await of({ sort: 'progress', limit: 1 })
    expect(newest).toMatchObject({ page: `packages/resident/pages/case/index?id=${ids[2]}`, urgent: false, read: false })
    await reader.call('notifications.markOne', { params: { id: newest?.id ?? '' } })
    await reader.call('notifications.markOne', { params: { id: newest?.id ?? '' } })
    expect(await of({ unread: true })).toHaveLength(5)
    expect((await of({ unread: false })).map((one) => one.id)).toEqual([newest?.id])
    const first = await reader.call('notifications.list', { query: { unread: true, sort: 'progress', limit: 1 } })
    const second = await reader.call('notifications.list', {
      query: { unread: true, sort: 'progress', limit: 5, cursor: first.nextCursor ?? '' },
    })
    expect([...first.items, ...second.items].map((one) => one.caseId)).toEqual([ids[1], ids[0]])
    expect((await reader.raw('GET', '/api/notifications?sort=other')).status).toBe(400)
  })
  it('tells who handles cases of new ones as work, and lets nobody mark what is not theirs', async () => {
    const { id } = await aCase(service, await service.login('别人'))
    await service.drain()
    const [told] = (await mediator.call('notifications.list', { query: { sort: 'work', limit: 1 } })).items
    expect(told).toMatchObject({ caseId: id, page: `packages/workbench/pages/case/index?id=${id}` })
    const stranger = await service.login('路人')
    expect((await stranger.raw('POST', `/api/notifications/${told?.id}/read`)).status).toBe(404)
    expect((await stranger.raw('POST', '/api/notifications/nothing/read')).status).toBe(404)
    expect((await mediator.call('notifications.list', { query: { sort: 'work', limit: 1 } })).items[0]?.read).toBe(false)
  })
})

describe('how somebody wants to hear', () => {
  it('is not at night until they say otherwise', async () => {
    const who = await service.login('设置的人')
    expect(await who.call('noticeSettings.get')).toEqual({ quiet: { from: '22:00', to: '07:00' }, digestAt: null })
    const own = { quiet: { from: '12:30', to: '14:00' }, digestAt: null }
    expect(await who.call('noticeSettings.put', { body: own })).toEqual(own)
    expect(await who.call('noticeSettings.get')).toEqual(own)
    expect(await who.call('noticeSettings.put', { body: { quiet: null, digestAt: null } })).toEqual({ quiet: null, digestAt: null })
  })
  it('can be a digest for staff only', async () => {
    const body = { quiet: null, digestAt: '08:30' }
    expect(await mediator.call('noticeSettings.put', { body })).toEqual(body)
    await mediator.call('noticeSettings.put', { body: { quiet: null, digestAt: null } })
    const resident = await (await service.login('居民')).raw('PUT', '/api/me/notice-settings', { body })
    expect(resident).toMatchObject({ status: 400, body: { errors: [{ path: 'digestAt', code: 'staff_only' }] } })
  })
  it.each([
    [{ quiet: { from: '22:00', to: '22:00' }, digestAt: null }, 'quiet.to'],
    [{ quiet: { from: '24:00', to: '07:00' }, digestAt: null }, 'quiet.from'],
    [{ quiet: null, digestAt: '8:30' }, 'digestAt'],
    [{ quiet: null }, 'digestAt'],
  ])('refuses %j', async (body, path) => {
    const refused = await mediator.raw('PUT', '/api/me/notice-settings', { body })
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: [expect.objectContaining({ path })] } })
  })
})

describe('the ledger', () => {
  it('says how many messages WeChat still takes, and what was answered last', async () => {
    const who = await service.login('记账的人')
    const empty = await who.call('subscriptions.ledger')
    expect(empty.items.map((one) => [one.template, one.left, one.last])).toEqual(
      ['caseProgress', 'newCase', 'message', 'session', 'notice'].map((template) => [template, 0, null]),
    )
    const accepted = { template: 'message' as const, answer: 'accept' as const }
    await who.call('subscriptions.record', { body: { answers: [accepted, accepted, { template: 'session', answer: 'reject' }] } })
    const { items } = await who.call('subscriptions.ledger')
    expect(items.find((one) => one.template === 'message')).toMatchObject({ left: 2, last: 'accept', name: '留言提醒' })
    expect(items.find((one) => one.template === 'session')).toMatchObject({ left: 0, last: 'reject' })
    expect(await SubscriptionModel.countDocuments({ _id: who.personId })).toBe(1)
  })
})
