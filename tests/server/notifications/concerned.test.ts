import { NotificationModel } from '@server/modules/notifications/notification.model'
import { CITY } from '@tests/support/city'
import { aDispute, aMediator } from '@tests/support/factories'
import { aService, type Client, openidOf, type Service } from '@tests/support/service'
import { hearAlways } from './support'

let service: Service
let applicant: Client
let mediator: Client
let dispatcher: Client
beforeAll(async () => {
  service = await aService()
  await service.clock.set('2027-03-08T10:00:00+08:00')
  mediator = await hearAlways(await aMediator(service, { name: '王秀兰', capacity: 200 }))
  dispatcher = await service.staff('dispatcher')
  applicant = await service.login('李明')
})
afterAll(() => service.close())

const titles = async (who: Client, caseId: string | null) =>
  (await NotificationModel.find({ personId: who.personId, caseId }).sort({ at: 1 }).lean()).map(({ title }) => title)
const say = (who: Client, id: string, text: string) => who.call('messages.send', { params: { id }, body: { room: 'applicant', text } })
const accept = async (id: string) => {
  const { revision } = await mediator.call('cases.get', { params: { id } })
  await mediator.call('cases.move', { params: { id }, body: { move: 'accept', revision } })
}

describe('who takes part in a case', () => {
  it('hears of it as that only, though they are staff as well', async () => {
    const { id } = await aDispute(service, applicant, { preferredMediatorId: mediator.personId })
    await accept(id)
    const { code } = await mediator.call('parties.invite', { params: { id }, body: { part: 'respondent' } })
    const other = await service.staff('dispatcher', { name: '也在综治中心的对方' })
    await other.call('parties.answer', { body: { code, agree: true } })
    await service.drain()
    const before = await titles(other, id)
    await applicant.call('avoidance.ask', { params: { id }, body: { reason: '走得近' } })
    await service.drain()
    expect(await titles(other, id)).toEqual(before)
    expect(await titles(dispatcher, id)).toContain('有人请求换调解员')
  })
})

describe('what is done', () => {
  it('is the applicant’s to confirm, and the other side is told that it waits for that', async () => {
    const { id } = await aDispute(service, applicant, { preferredMediatorId: mediator.personId })
    await accept(id)
    const { code } = await mediator.call('parties.invite', { params: { id }, body: { part: 'respondent' } })
    const other = await service.login('对方老钱')
    await other.call('parties.answer', { body: { code, agree: true } })
    for (const step of ['startMediation', 'agree', 'resolve'] as const) {
      const { revision } = await mediator.call('cases.get', { params: { id } })
      await mediator.call('cases.move', { params: { id }, body: { move: step, revision, reason: '谈妥了' } })
    }
    await service.drain()
    expect((await titles(applicant, id)).at(-1)).toBe('事情办好了，请您确认')
    expect((await titles(other, id)).at(-1)).toBe('事情办好了，等申请人确认')
  })
})

describe('talk', () => {
  it('that was read in the talk itself is told of again as soon as there is more', async () => {
    const { id } = await aDispute(service, applicant, { preferredMediatorId: mediator.personId })
    await accept(id)
    await service.drain()
    const told = async () => (await titles(mediator, id)).filter((title) => title.includes('留言')).length
    const { id: messageId } = await say(applicant, id, '今天在家')
    await service.drain()
    await say(applicant, id, '下午也在')
    await service.drain()
    expect(await told()).toBe(1)
    await mediator.call('messages.markRead', { params: { id }, body: { messageId } })
    const { items } = await mediator.call('messages.list', { params: { id }, query: { room: 'applicant' } })
    await mediator.call('messages.markRead', { params: { id }, body: { messageId: items.at(-1)?.id ?? '' } })
    await service.clock.advance(4 * 60_000)
    await say(applicant, id, '明天就不在了')
    await service.drain()
    expect(await told()).toBe(2)
  })
})

describe('what waits for the morning', () => {
  it('is not sent to who has nothing to do with the case any more', async () => {
    const before = await hearAlways(await aMediator(service, { name: '夜里还在的', regionCode: CITY.grid }))
    await before.call('noticeSettings.put', { body: { quiet: { from: '22:00', to: '07:00' }, digestAt: null } })
    const { id } = await aDispute(service, applicant, { preferredMediatorId: before.personId })
    await service.drain()
    await service.clock.set('2027-03-08T23:00:00+08:00')
    const sent = await service.double.messages(openidOf('夜里还在的'))
    await say(applicant, id, '夜里写的')
    await service.drain()
    const { revision } = await dispatcher.call('cases.get', { params: { id } })
    const body = { move: 'transfer' as const, revision, reason: '换一位', assigneeId: mediator.personId }
    await dispatcher.call('cases.move', { params: { id }, body })
    await service.drain()
    await service.clock.set('2027-03-09T08:00:00+08:00')
    await service.drain()
    const since = (await service.double.messages(openidOf('夜里还在的'))).slice(sent.length)
    expect(JSON.stringify(since)).not.toContain('留言')
    expect(since.every(({ page }) => !String(page).includes(id))).toBe(true)
    const rows = await NotificationModel.find({ personId: before.personId, caseId: id, type: 'message.sent' }).lean()
    expect(rows.map(({ delivery }) => [delivery?.state, delivery?.reason])).toEqual([['refused', 'no longer concerned']])
  })
})
