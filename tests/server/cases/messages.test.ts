import { aCase, aDispute, aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'

let service: Service
let applicant: Client
let mediator: Client

beforeAll(async () => {
  service = await aService()
  mediator = await aMediator(service, { name: '王秀兰', capacity: 200 })
  applicant = await service.login('李明')
})
afterAll(() => service?.close())

const say = (who: Client, id: string, text: string, room: 'applicant' | 'respondent' | 'joint' = 'applicant') =>
  who.call('messages.send', { params: { id }, body: { room, text } })
const read = async (who: Client, id: string) => (await who.call('messages.list', { params: { id } })).items
const unread = (who: Client) => who.call('unread.get')
const unreadOf = async (who: Client, id: string) => (await unread(who)).cases.find((one) => one.caseId === id)?.count ?? 0
const send = (who: Client, id: string, body: object, key?: string) =>
  who.raw('POST', `/api/cases/${id}/messages`, {
    body,
    headers: { Authorization: `Bearer ${who.token}`, ...(key ? { 'Idempotency-Key': key } : {}) },
  })

const wish = (side: Client, id: string, open: boolean) => side.call('rooms.joint', { params: { id }, body: { open } })

/** A dispute whose respondent has agreed to take part, with the joint room open. */
const aTalk = async (over: Parameters<typeof aDispute>[2] = {}) => {
  const { id } = await aDispute(service, applicant, over)
  const respondent = await service.login(`对方${Math.random().toString(36).slice(2, 8)}`)
  const { code } = await applicant.call('parties.invite', { params: { id }, body: { part: 'respondent' } })
  await respondent.call('parties.answer', { body: { code, agree: true } })
  for (const side of [applicant, respondent]) await wish(side, id, true)
  return { id, respondent }
}

describe('the applicant and the owner talk', () => {
  it('and each sees who the other is, and which messages are the own', async () => {
    const { id } = await aCase(service, applicant)
    await say(applicant, id, '什么时候能来看看？')
    await say(mediator, id, '明天上午我来。')
    expect(await read(applicant, id)).toMatchObject([
      { by: '王秀兰 调解员', text: '明天上午我来。', room: 'applicant', mine: false },
      { by: '李明 申请人', text: '什么时候能来看看？', mine: true },
    ])
    expect(await read(mediator, id)).toMatchObject([{ mine: true }, { mine: false }])
  })
  it('with photos, which only the sender can have uploaded', async () => {
    const { id } = await aCase(service, applicant)
    const photo = await applicant.upload(PIXEL)
    const sent = await applicant.call('messages.send', { params: { id }, body: { room: 'applicant', fileIds: [photo.id] } })
    expect(sent).toMatchObject({ text: '', files: [{ id: photo.id }] })
    expect((await send(mediator, id, { room: 'applicant', fileIds: [photo.id] })).status).toBe(400)
  })
  it('in pages, newest first', async () => {
    const { id } = await aCase(service, applicant)
    for (let n = 1; n <= 5; n += 1) await say(applicant, id, `第${n}句`)
    const first = await mediator.call('messages.list', { params: { id }, query: { limit: 2 } })
    expect(first.items.map((one) => one.text)).toEqual(['第5句', '第4句'])
    const second = await mediator.call('messages.list', { params: { id }, query: { limit: 3, cursor: first.nextCursor ?? '' } })
    expect(second.items.map((one) => one.text)).toEqual(['第3句', '第2句', '第1句'])
    expect(second.nextCursor).toBeNull()
  })
  it('but not about a case that is over', async () => {
    const { id, revision } = await aCase(service, applicant)
    const body = { room: 'applicant', text: '最后一句' }
    expect((await send(applicant, id, body, 'last-words')).status).toBe(201)
    await applicant.call('cases.move', { params: { id }, body: { move: 'withdraw', revision, reason: '已经自己解决' } })
    expect((await send(applicant, id, { room: 'applicant', text: '再说一句' })).status).toBe(409)
    // A repeat is answered all the same: it was said before.
    expect((await send(applicant, id, body, 'last-words')).status).toBe(200)
  })
})

describe('a repeated request', () => {
  it('says it once; another body under the same key is refused', async () => {
    const { id } = await aCase(service, applicant)
    const body = { room: 'applicant', text: '只说一次' }
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(applicant, id, body, 'once')))
    expect(answers.map((one) => one.status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201])
    expect(new Set(answers.map((one) => one.body.id)).size).toBe(1)
    expect(await unreadOf(mediator, id)).toBe(1)
    const other = await send(applicant, id, { ...body, text: '另一句' }, 'once')
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_mismatch'])
  })
})

describe('what cannot be said', () => {
  it.each([
    ['nothing', { room: 'applicant' }],
    ['blanks', { room: 'applicant', text: '  ' }],
    ['too much', { room: 'applicant', text: '长'.repeat(2001) }],
    ['in no room', { text: '在吗' }],
    ['an operator', { room: { $gt: '' }, text: '在吗' }],
    ['ten files', { room: 'applicant', fileIds: Array.from({ length: 10 }, (_, n) => `f${n}`) }],
    ['a file that is not there', { room: 'applicant', fileIds: ['0123456789abcdef01234567'] }],
  ])('%s', async (_, body) => {
    const { id } = await aCase(service, applicant)
    expect((await send(applicant, id, body)).status).toBe(400)
    expect(await read(applicant, id)).toEqual([])
  })
})

describe('rooms', () => {
  it('are the own side and the joint one; the owner hears all', async () => {
    const { id, respondent } = await aTalk()
    await say(applicant, id, '只对调解员说', 'applicant')
    await say(respondent, id, '对方只对调解员说', 'respondent')
    await say(mediator, id, '大家都听到', 'joint')
    const texts = async (who: Client) => (await read(who, id)).map((one) => one.text)
    expect(await texts(applicant)).toEqual(['大家都听到', '只对调解员说'])
    expect(await texts(respondent)).toEqual(['大家都听到', '对方只对调解员说'])
    expect(await texts(mediator)).toHaveLength(3)
    expect((await send(applicant, id, { room: 'respondent', text: '偷听' })).status).toBe(403)
    expect((await applicant.raw('GET', `/api/cases/${id}/messages?room=respondent`)).status).toBe(404)
  })
  it('with the respondent open only when the respondent has agreed', async () => {
    const { id } = await aDispute(service, applicant)
    for (const room of ['respondent', 'joint']) expect((await send(mediator, id, { room, text: '在吗' })).status).toBe(403)
  })
  it('hide an anonymous applicant from the other side, and nobody else', async () => {
    const { id, respondent } = await aTalk({ anonymous: true })
    await say(applicant, id, '我先说', 'joint')
    expect((await read(respondent, id))[0]?.by).toBe('匿名居民')
    expect((await read(mediator, id))[0]?.by).toBe('李明 申请人')
  })
  it('are shut to dispatchers, supervisors, contributors and strangers', async () => {
    const { id } = await aCase(service, applicant)
    await say(applicant, id, '请保密')
    const department = await service.staff('department')
    await mediator.call('contributors.ask', {
      params: { id },
      body: { organisationId: service.city.organisations.department, question: '这段路由谁养护？' },
    })
    const others = [department, await service.staff('dispatcher'), await service.staff('supervisor'), await service.login('路人')]
    for (const other of others) {
      expect((await other.raw('GET', `/api/cases/${id}/messages`)).status).toBe(404)
      expect([403, 404]).toContain((await send(other, id, { room: 'applicant', text: '我也说' })).status)
      expect(await unread(other)).toMatchObject({ messages: 0, cases: [] })
    }
    expect((await service.anonymous.raw('GET', `/api/cases/${id}/messages`)).status).toBe(401)
  })
})

describe('unread messages', () => {
  it('are counted for everybody else in the room, and set back by reading', async () => {
    const { id, respondent } = await aTalk()
    await say(applicant, id, '一', 'joint')
    const second = await say(applicant, id, '二', 'joint')
    await say(applicant, id, '三', 'applicant')
    expect(await unreadOf(mediator, id)).toBe(3)
    expect(await unreadOf(respondent, id)).toBe(2)
    expect(await unreadOf(applicant, id)).toBe(0)
    await mediator.call('messages.markRead', { params: { id }, body: { messageId: second.id } })
    expect(await unreadOf(mediator, id)).toBe(1)
    await respondent.call('messages.markRead', { params: { id }, body: { messageId: second.id } })
    expect(await unreadOf(respondent, id)).toBe(0)
  })
  it('do not come back when an older message is marked afterwards', async () => {
    const { id } = await aCase(service, applicant)
    const first = await say(applicant, id, '一')
    const second = await say(applicant, id, '二')
    for (const { id: messageId } of [second, first]) await mediator.call('messages.markRead', { params: { id }, body: { messageId } })
    expect(await unreadOf(mediator, id)).toBe(0)
  })
  it('cannot be marked by a message of another case or room', async () => {
    const { id, respondent } = await aTalk()
    const own = await say(applicant, id, '一', 'applicant')
    const path = `/api/cases/${id}/messages/read`
    expect((await respondent.raw('POST', path, { body: { messageId: own.id } })).status).toBe(404)
    expect((await mediator.raw('POST', path, { body: { messageId: '0123456789abcdef01234567' } })).status).toBe(404)
  })
  it('are right after many have spoken and read at once', async () => {
    const { id, respondent } = await aTalk()
    const first = await say(applicant, id, '开始', 'joint')
    await Promise.all([
      ...Array.from({ length: 12 }, (_, n) => say(n % 2 ? applicant : respondent, id, `第${n}句`, 'joint')),
      ...Array.from({ length: 6 }, () => mediator.call('messages.markRead', { params: { id }, body: { messageId: first.id } })),
    ])
    expect(await unreadOf(mediator, id)).toBe(12)
    expect(await unreadOf(applicant, id)).toBe(6)
  })
  it('of a case that went to somebody else are no longer told', async () => {
    const { id } = await aCase(service, applicant)
    await say(applicant, id, '在吗')
    const { revision } = await mediator.call('cases.get', { params: { id } })
    await mediator.call('cases.move', { params: { id }, body: { move: 'handBack', revision, reason: '今天请假' } })
    expect(await unreadOf(mediator, id)).toBe(0)
  })
  it('go with a case to whoever has it next, through the queue too, and back', async () => {
    const { id } = await aCase(service, applicant)
    const next = await aMediator(service, { name: '接手人', capacity: 200 })
    const dispatcher = await service.staff('dispatcher')
    const give = async (who: Client, move: 'transfer' | 'handBack' | 'assign', to?: Client) => {
      const { revision } = await who.call('cases.get', { params: { id } })
      await who.call('cases.move', { params: { id }, body: { move, revision, reason: '换人', ...(to ? { assigneeId: to.personId } : {}) } })
      await service.drain()
    }
    const first = await say(applicant, id, '一')
    await mediator.call('messages.markRead', { params: { id }, body: { messageId: first.id } })
    await say(applicant, id, '二')
    await say(mediator, id, '我看看')
    await give(mediator, 'transfer', next)
    expect(await unreadOf(next, id)).toBe(1)
    const third = await say(applicant, id, '三')
    expect(await unreadOf(next, id)).toBe(2)
    await give(next, 'handBack')
    await give(dispatcher, 'assign', mediator)
    expect([await unreadOf(next, id), await unreadOf(mediator, id)]).toEqual([0, 2])
    await mediator.call('messages.markRead', { params: { id }, body: { messageId: third.id } })
    await give(mediator, 'transfer', next)
    expect(await unreadOf(next, id)).toBe(0)
  })
})

/** A picture of one pixel. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')
