import { NotificationModel } from '@server/modules/notifications/notification.model'
import { SubscriptionModel } from '@server/modules/notifications/subscription.model'
import { aCase, aMediator } from '@tests/support/factories'
import { aService, type Client, openidOf, type Service } from '@tests/support/service'
import { hearAlways } from './support'

let service: Service
let mediator: Client
let count = 0

const MINUTE = 60_000
const SEND = 'POST /cgi-bin/message/subscribe/send'

beforeAll(async () => {
  service = await aService()
  mediator = await hearAlways(await aMediator(service, { name: '王秀兰', capacity: 200 }))
})
afterAll(() => service.close())
beforeEach(async () => {
  await service.double.fault({ mode: 'ok' })
  await service.drain()
})

/** Somebody new, whose case has just been accepted: one message waits for them. */
const somebodyToTell = async () => {
  count += 1
  const name = `收信人${count}`
  const who = await hearAlways(await service.login(name))
  const { id } = await aCase(service, who)
  await service.drain()
  return { who, name, id, accept: () => move(id, { move: 'accept' }) }
}
const move = async (id: string, body: object, who = mediator) => {
  const { revision } = await who.call('cases.get', { params: { id } })
  return who.call('cases.move', { params: { id }, body: { revision, ...body } as never })
}
const arrived = async (name: string) => (await service.double.messages(openidOf(name))).length
const deliveries = async (who: Client) =>
  (await NotificationModel.find({ personId: who.personId }).sort({ at: 1 }).lean()).map((one) => one.delivery)

describe('a WeChat message', () => {
  it('says what kind of news it is, cut to what WeChat takes, and nothing of the matter but its title', async () => {
    const who = await hearAlways(await service.login('长标题的人'))
    const title = '楼上装修漏水泡坏了客厅天花板和地板，找了三次都没有人管'
    const text = '这些细节不应该离开系统'
    const { id } = await aCase(service, who, { title, text })
    await move(id, { move: 'accept' })
    await service.drain()
    const [message] = await service.double.messages(openidOf('长标题的人'))
    expect(message).toMatchObject({ template_id: 'caseProgress', page: `packages/resident/pages/case/index?id=${id}` })
    expect(message?.data.thing1?.value).toBe('楼上装修漏水泡坏了客厅天花板和地板，找…')
    expect(message?.data.phrase2?.value).toBe('已受理')
    expect(message?.data.time4?.value).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}$/)
    expect(JSON.stringify(message)).not.toContain('细节')
  })
  it('goes to each person once, however many processes and runs send', async () => {
    const { sendDue } = await import('@server/modules/notifications')
    const { name, accept } = await somebodyToTell()
    await accept()
    await Promise.all([service.drain(), sendDue(), sendDue(), service.drain()])
    expect(await arrived(name)).toBe(1)
  })
})

describe('when WeChat is busy', () => {
  it('people go on working, and the message goes out later, once', async () => {
    const { who, name, id, accept } = await somebodyToTell()
    await service.double.fault({ mode: 'busy', path: 'subscribe' })
    expect((await accept()).status).toBe('accepted')
    await service.drain()
    expect(await arrived(name)).toBe(0)
    expect((await who.call('notifications.list')).items.map((one) => one.caseId)).toEqual([id])
    await service.double.fault({ mode: 'ok' })
    await service.drain()
    expect(await arrived(name)).toBe(0)
    await service.clock.advance(2 * MINUTE)
    await service.drain()
    await service.drain()
    expect(await arrived(name)).toBe(1)
    expect(await deliveries(who)).toMatchObject([{ state: 'sent', tries: 2 }])
  })
  it('the order is kept: what comes later waits behind what has to wait', async () => {
    const { who, name, id, accept } = await somebodyToTell()
    await service.double.fault({ mode: 'busy', path: 'subscribe', count: 1 })
    await accept()
    await service.drain()
    await move(id, { move: 'startHandling' })
    await service.drain()
    expect(await arrived(name)).toBe(0)
    await service.clock.advance(2 * MINUTE)
    await service.drain()
    const states = (await service.double.messages(openidOf(name))).map((one) => one.data.phrase2?.value)
    expect(states).toEqual(['已受理', '办理中'])
    expect(await deliveries(who)).toMatchObject([{ tries: 2 }, { tries: 1 }])
  })
  it('it is given up after eight tries within a day, with the reason', async () => {
    const { who, name, accept } = await somebodyToTell()
    await service.double.fault({ mode: 'busy', path: 'subscribe' })
    await accept()
    await service.drain()
    for (let n = 0; n < 12; n += 1) {
      await service.clock.advance(2 * 60 * MINUTE)
      await service.drain()
    }
    expect(await deliveries(who)).toMatchObject([{ state: 'dead', tries: 8, errcode: -1, reason: 'WeChat answered -1' }])
    await service.double.fault({ mode: 'ok' })
    await service.clock.advance(24 * 60 * MINUTE)
    await service.drain()
    expect(await arrived(name)).toBe(0)
  })
})

describe('when WeChat is away', () => {
  it('and cannot even give a token, the message goes out later, once', async () => {
    const { name, accept } = await somebodyToTell()
    await service.double.revokeTokens()
    await service.double.fault({ mode: 'down', path: 'stable_token' })
    await accept()
    await service.drain()
    await service.double.fault({ mode: 'ok' })
    await service.clock.advance(2 * MINUTE)
    await service.drain()
    expect(await arrived(name)).toBe(1)
  })
  it('and nobody can tell whether it took the message, it is never sent again', async () => {
    const { who, name, accept } = await somebodyToTell()
    await accept()
    await service.double.fault({ mode: 'down', path: 'subscribe' })
    const before = await service.double.count(SEND)
    await service.drain()
    expect(await deliveries(who)).toMatchObject([{ state: 'unknown', tries: 1 }])
    await service.double.fault({ mode: 'ok' })
    for (let n = 0; n < 3; n += 1) {
      await service.clock.advance(8 * 60 * MINUTE)
      await service.drain()
    }
    expect(await deliveries(who)).toMatchObject([{ state: 'unknown', tries: 1 }])
    expect(await arrived(name)).toBe(0)
    expect(await service.double.count(SEND)).toBeGreaterThan(before)
  })
  it('or only slow, nothing that people do waits for it', async () => {
    const { name, id, accept } = await somebodyToTell()
    await service.double.fault({ mode: 'slow', path: 'subscribe', ms: 4000 })
    let over = false
    const sending = accept()
      .then(() => service.drain())
      .then(() => {
        over = true
      })
    await mediator.call('messages.send', { params: { id }, body: { room: 'applicant', text: '收到' } })
    expect(over).toBe(false)
    await sending
    expect(await arrived(name)).toBeGreaterThan(0)
  })
})

describe('a process that was killed while sending', () => {
  it('leaves an unknown outcome, which is not sent again', async () => {
    const { who, name, accept } = await somebodyToTell()
    await service.double.fault({ mode: 'busy', path: 'subscribe' })
    await accept()
    await service.drain()
    await service.double.fault({ mode: 'ok' })
    await NotificationModel.updateOne(
      { personId: who.personId },
      { $set: { 'delivery.state': 'sending', 'delivery.startedAt': service.clock.now() } },
    )
    await service.clock.advance(5 * MINUTE)
    await service.drain()
    expect(await deliveries(who)).toMatchObject([{ state: 'unknown', reason: 'the service was stopped while sending' }])
    expect(await arrived(name)).toBe(0)
  })
})

describe('the ledger of subscriptions', () => {
  const record = (who: Client, answers: object[], key?: string) =>
    who.raw('POST', '/api/subscriptions', { body: { answers }, headers: key ? { 'Idempotency-Key': key } : {} })
  const ledger = (who: Client) => SubscriptionModel.findById(who.personId).lean()

  it('offers every template to ask about', async () => {
    const { items } = await mediator.call('subscriptions.templates')
    expect(items).toEqual(['caseProgress', 'newCase', 'message', 'session', 'notice'].map((template) => ({ template, id: template })))
  })
  it('adds one for each acceptance, once for a key, and takes one off for each message', async () => {
    const { who, accept } = await somebodyToTell()
    const accepted = [{ template: 'caseProgress', answer: 'accept' }]
    await Promise.all(Array.from({ length: 5 }, () => record(who, accepted, 'first')))
    await record(who, accepted, 'second')
    expect((await ledger(who))?.left).toEqual({ caseProgress: 2 })
    expect((await record(who, [{ template: 'message', answer: 'accept' }], 'first')).status).toBe(422)
    await accept()
    await service.drain()
    expect((await ledger(who))?.left).toEqual({ caseProgress: 1 })
  })
  it.each(['reject', 'ban'])('keeps quiet for who answered %s, in WeChat only', async (answer) => {
    const { who, name, accept } = await somebodyToTell()
    await record(who, [{ template: 'caseProgress', answer }])
    await accept()
    await service.drain()
    expect(await arrived(name)).toBe(0)
    expect((await who.call('notifications.list')).items).toHaveLength(1)
  })
  it('is corrected when WeChat says that nothing is left, and the message is refused for good', async () => {
    const { who, name, accept } = await somebodyToTell()
    await record(who, [{ template: 'caseProgress', answer: 'accept' }])
    await service.double.ask('POST', '/double/accept', { openid: openidOf(name), template_id: 'caseProgress', count: 0 })
    await accept()
    await service.drain()
    expect(await deliveries(who)).toMatchObject([{ state: 'refused', errcode: 43101, tries: 1 }])
    expect((await ledger(who))?.left).toEqual({ caseProgress: 0 })
  })
  it.each([[[]], [[{ template: 'caseProgress', answer: 'maybe' }]], [[{ template: 'other', answer: 'accept' }]], [[{ $gt: '' }]]])(
    'refuses %j',
    async (answers) => {
      const { who } = await somebodyToTell()
      expect((await record(who, answers)).status).toBe(400)
      expect(await ledger(who)).toBeNull()
    },
  )
})
