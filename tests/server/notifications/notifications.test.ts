import { aCase, aDispute, aMediator } from '@tests/support/factories'
import { aService, type Client, openidOf, type Service } from '@tests/support/service'
import { hearAlways } from './support'

let service: Service
let applicant: Client
let mediator: Client

beforeAll(async () => {
  service = await aService()
  mediator = await hearAlways(await aMediator(service, { name: '王秀兰', capacity: 200 }))
  applicant = await service.login('李明')
})
afterAll(() => service.close())

const list = async (who: Client, caseId?: string) => {
  await service.drain()
  const { items } = await who.call('notifications.list', { query: { limit: 100 } })
  return items.filter((one) => caseId === undefined || one.caseId === caseId)
}
const titles = async (who: Client, caseId: string) => (await list(who, caseId)).map((one) => one.title)
const move = async (who: Client, id: string, body: object) => {
  const { revision } = await who.call('cases.get', { params: { id } })
  return who.call('cases.move', { params: { id }, body: { revision, ...body } as never })
}
const say = (who: Client, id: string, text: string, room: 'applicant' | 'joint' = 'applicant') =>
  who.call('messages.send', { params: { id }, body: { room, text } })
/** A dispute with a respondent who has agreed. */
const aTalk = async (over: object = {}) => {
  const { id } = await aDispute(service, applicant, over)
  await service.drain()
  const respondent = await service.login(`对方${Math.random().toString(36).slice(2, 8)}`)
  const { code } = await applicant.call('parties.invite', { params: { id }, body: { part: 'respondent' } })
  await respondent.call('parties.answer', { body: { code, agree: true } })
  for (const side of [applicant, respondent]) await side.call('rooms.joint', { params: { id }, body: { open: true } })
  return { id, respondent }
}

describe('who is told', () => {
  it('of a new case: who has to handle it, and not who filed it', async () => {
    const { id, number, title } = await aCase(service, applicant)
    const [told] = await list(mediator, id)
    expect(told).toMatchObject({ type: 'case.submitted', title: '有一件新的事派给您', caseId: id, read: false })
    expect(told?.text).toContain(`${title}（${number}）`)
    expect(await list(applicant, id)).toEqual([])
  })
  it('of a move: the sides that its timeline entry is for, never who made it', async () => {
    const { id, respondent } = await aTalk()
    await move(mediator, id, { move: 'accept' })
    await move(mediator, id, { move: 'startMediation' })
    expect(await titles(applicant, id)).toEqual(['调解开始了', '您的事已经受理', '共同的房间打开了', '对方当事人同意参加了'])
    expect(await titles(respondent, id)).toEqual(['调解开始了', '对方想和您一起谈'])
    expect(await titles(mediator, id)).toEqual(['共同的房间打开了', '对方当事人同意参加了', '有一件新的事派给您'])
  })
  it('of a case that changes hands: the new owner, all who handle the queue, and who had it', async () => {
    const { id } = await aCase(service, applicant)
    const dispatchers = [await service.staff('dispatcher'), await service.staff('dispatcher')]
    const other = await aMediator(service, { name: '赵和', categories: ['medical'] })
    await move(mediator, id, { move: 'handBack', reason: '与当事人是亲戚' })
    for (const dispatcher of dispatchers) expect(await titles(dispatcher, id)).toEqual(['队列里来了一件事'])
    const [dispatcher] = dispatchers as [Client]
    await move(dispatcher, id, { move: 'assign', assigneeId: mediator.personId })
    await move(dispatcher, id, { move: 'transfer', assigneeId: other.personId, reason: '请他办理' })
    expect(await titles(other, id)).toEqual(['有一件新的事派给您'])
    expect((await list(mediator)).filter((one) => one.type === 'case.moved' && one.caseId === null)).toMatchObject([
      { title: '有一件事转给了别人' },
    ])
    expect(await titles(applicant, id)).toContain('您的事转给了别人办理')
  })
  it('of confirming, objecting and reopening: the owner, and of reopening the nearest supervisor too', async () => {
    const { id } = await aCase(service, applicant)
    const near = await service.staff('supervisor')
    const far = await service.staff('supervisor', { regionCode: '8801' })
    for (const body of [{ move: 'accept' }, { move: 'startHandling' }, { move: 'resolve', reason: '已修好' }])
      await move(mediator, id, body)
    await move(applicant, id, { move: 'object', reason: '还不亮' })
    await move(mediator, id, { move: 'resolve', reason: '换了灯泡' })
    await move(applicant, id, { move: 'confirm' })
    await move(applicant, id, { move: 'reopen', reason: '又坏了' })
    expect((await titles(mediator, id)).slice(0, 3)).toEqual(['申请人要求重新办理', '申请人确认办好了', '申请人认为还没有办好'])
    expect(await titles(near, id)).toEqual(['一件办结的事被要求重新办理'])
    expect(await titles(far, id)).toEqual([])
    expect(JSON.stringify(await list(mediator, id))).not.toContain('还不亮')
  })
  it('of a message: the others in its room, once until they have read or ten minutes have passed', async () => {
    const { id, respondent } = await aTalk({ anonymous: true })
    await say(applicant, id, '第一句悄悄话', 'joint')
    await say(applicant, id, '第二句', 'joint')
    const of = async (who: Client) => (await list(who, id)).filter((one) => one.type === 'message.sent')
    expect(await of(applicant)).toEqual([])
    expect(await of(mediator)).toMatchObject([{ title: '您有新的留言' }])
    expect((await of(mediator))[0]?.text).toMatch(/^申请人在“/)
    const [told] = await of(respondent)
    expect(told?.text).toContain('匿名居民')
    expect(JSON.stringify(told)).not.toMatch(/李明|悄悄话/)
    await respondent.call('notifications.markRead', { body: { upTo: service.clock.now().toISOString() } })
    await say(applicant, id, '第三句', 'joint')
    expect(await of(respondent)).toHaveLength(2)
    expect(await of(mediator)).toHaveLength(1)
  })
  it('of a question: who was asked, without the case’s title; of the answer: the owner', async () => {
    const { id, title } = await aCase(service, applicant, { title: '老张家院墙渗水' })
    const department = await hearAlways(await service.staff('department'))
    const { questions } = await mediator.call('contributors.ask', {
      params: { id },
      body: { organisationId: service.city.organisations.department, question: '谁养护？' },
    })
    const asked = await list(department, id)
    expect(asked).toMatchObject([{ title: '有一件事请您协助', type: 'question.asked' }])
    expect(JSON.stringify(asked)).not.toContain(title)
    expect(JSON.stringify(await service.double.messages(openidOf(department.user.name)))).not.toContain(title)
    await department.call('contributors.answer', { params: { id, questionId: questions[0]?.id ?? '' }, body: { answer: '镇里' } })
    expect((await titles(mediator, id))[0]).toBe('协助的事有答复了')
  })
  it('of a meeting: the other side, with time and place in the WeChat message', async () => {
    const { id } = await aCase(service, applicant)
    const from = service.clock.now()
    const to = new Date(from.getTime() + 20 * 86_400_000)
    await mediator.call('workingPlan.put', {
      body: {
        hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '12:00' })),
        sessionMinutes: 60,
        noticeHours: 0,
        daysOff: [],
      },
    })
    await move(mediator, id, { move: 'accept' })
    const { items } = await applicant.call('slots.list', {
      params: { id },
      query: { from: from.toISOString(), to: to.toISOString(), mode: 'onsite' },
    })
    const slot = items[0]
    await applicant.call('bookings.create', {
      params: { id },
      body: { startsAt: slot?.startsAt ?? '', mode: 'onsite', venueId: slot?.venueIds[0] },
    })
    expect((await list(mediator, id))[0]).toMatchObject({ title: '约您见面，请确认', type: 'booking.changed' })
    const sent = (await service.double.messages(openidOf('王秀兰'))).filter((one) => one.template_id === 'session').at(-1)
    expect(sent?.data).toMatchObject({ phrase4: { value: '待确认' }, thing3: { value: expect.stringContaining('桥头村议事厅') } })
    expect((await list(applicant, id)).filter((one) => one.type === 'booking.changed')).toEqual([])
  })
  it('of a bad rating: the supervisor, and nobody of those who handled the case', async () => {
    const { id } = await aCase(service, applicant)
    const supervisor = await service.staff('supervisor')
    for (const body of [{ move: 'accept' }, { move: 'startHandling' }, { move: 'resolve', reason: '已修好' }])
      await move(mediator, id, body)
    await move(applicant, id, { move: 'confirm' })
    await applicant.call('feedback.give', { params: { id }, body: { overall: 1 } })
    expect(await titles(supervisor, id)).toEqual(['有一条不满意评价等您处理'])
    expect((await list(mediator, id)).filter((one) => one.type === 'feedback.given')).toEqual([])
  })
  it('of a deadline that passes: the owner, and the supervisor, too; each once', async () => {
    const { id } = await aCase(service, applicant)
    const supervisor = await service.staff('supervisor')
    await move(mediator, id, { move: 'accept' })
    await service.drain()
    await service.clock.advance(30 * 86_400_000)
    const lights = async (who: Client) => {
      await service.catchUp()
      return (await list(who, id)).filter((one) => one.type === 'light.changed').map((one) => one.title)
    }
    const told = ['有一件事已经超过首次答复期限、开始办理期限、办结期限']
    expect(await lights(mediator)).toEqual(told)
    expect(await lights(supervisor)).toEqual(told)
    await service.clock.advance(3_600_000)
    expect(await lights(supervisor)).toEqual(told)
  })
})

describe('an event that comes again', () => {
  it('tells nobody twice', async () => {
    const { notificationListener } = await import('@server/modules/notifications')
    const { id } = await aCase(service, applicant)
    const before = await list(mediator, id)
    const sent = (await service.double.messages(openidOf('王秀兰'))).length
    const event = { id: 'event-again', type: 'case.submitted', at: service.clock.now(), data: { caseId: id } }
    await Promise.all(Array.from({ length: 5 }, () => notificationListener([event, event])))
    expect(await list(mediator, id)).toHaveLength(before.length + 1)
    expect(await service.double.messages(openidOf('王秀兰'))).toHaveLength(sent + 1)
  })
})

describe('the message list', () => {
  it('comes in pages, newest first, and is the own', async () => {
    const reader = await service.login('翻页的人')
    const ids = []
    for (let n = 0; n < 3; n += 1) ids.push((await aCase(service, reader)).id)
    for (const id of ids) await move(mediator, id, { move: 'accept' })
    await service.drain()
    const first = await reader.call('notifications.list', { query: { limit: 2 } })
    const second = await reader.call('notifications.list', { query: { limit: 2, cursor: first.nextCursor ?? '' } })
    expect([...first.items, ...second.items].map((one) => one.caseId)).toEqual([...ids].reverse())
    expect(second.nextCursor).toBeNull()
    expect(await list(await service.login('新来的'))).toEqual([])
    expect((await service.anonymous.raw('GET', '/api/notifications')).status).toBe(401)
  })
  it('counts what is unread, and forgets it up to an instant', async () => {
    const reader = await service.login('有未读的人')
    const { id } = await aCase(service, reader)
    await move(mediator, id, { move: 'accept' })
    await say(mediator, id, '我明天来')
    await service.drain()
    expect(await reader.call('unread.get')).toEqual({ notifications: 2, messages: 1, cases: [{ caseId: id, count: 1 }] })
    const [newest, oldest] = await list(reader)
    await reader.call('notifications.markRead', { body: { upTo: oldest?.at ?? '' } })
    expect((await list(reader)).map((one) => one.read)).toEqual([false, true])
    await reader.call('notifications.markRead', { body: { upTo: newest?.at ?? '' } })
    expect(await reader.call('unread.get')).toMatchObject({ notifications: 0, messages: 1 })
    expect((await reader.raw('POST', '/api/notifications/read', { body: { upTo: 'yesterday' } })).status).toBe(400)
  })
})
