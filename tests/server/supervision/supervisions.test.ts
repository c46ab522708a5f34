import { CITY } from '@tests/support/city'
import { aCase, aMediator } from '@tests/support/factories'
import type { Client, Service } from '@tests/support/service'
import { hearEvents, local, MONDAY, move, onMonday, shown, view } from './support'

let service: Service
let applicant: Client
let mediator: Client
let supervisor: Client
let dispatcher: Client
const events = hearEvents()

beforeAll(async () => {
  ;({ service, mediator, applicant } = await onMonday())
  supervisor = await service.staff('supervisor', { regionCode: CITY.county, name: '督查老何' })
  await service.staff('supervisor', { regionCode: CITY.city, name: '市督查小方' })
  dispatcher = await service.staff('dispatcher')
})
beforeEach(() => service.clock.set(MONDAY))
afterAll(() => service.close())

const TEXT = '群众反映多次没有回音，请说明情况。'
const start = (who: Client, id: string, body: object = { text: TEXT }, key?: string) =>
  who.raw('POST', `/api/cases/${id}/supervisions`, { body, headers: key ? { 'Idempotency-Key': key } : {} })
const reply = (who: Client, id: string, text = '已约好明天上门。') => who.raw('POST', `/api/supervisions/${id}/reply`, { body: { text } })
const judge = (who: Client, id: string, body: object) => who.raw('POST', `/api/supervisions/${id}/judgement`, { body })
const started = async () => {
  const doc = await aCase(service, applicant)
  const { status, body } = await start(supervisor, doc.id)
  expect(status).toBe(201)
  return { doc, id: body.id as string, body }
}

describe('supervision', () => {
  test('goes from question to reply to judgement, and once more', async () => {
    const { doc, id, body } = await started()
    expect(body).toMatchObject({ state: 'waiting', byName: '督查老何', toName: '王秀兰', overdue: false, can: ['judge'] })
    expect(shown(body.dueAt)).toBe('2027-03-09T18:00')
    expect((await view(mediator, doc.id)).can).toContain('replySupervision')
    const replied = await reply(mediator, id)
    expect(replied.body).toMatchObject({
      state: 'replied',
      words: [
        { side: 'supervisor', text: TEXT },
        { side: 'owner', by: '王秀兰' },
      ],
      can: [],
    })
    expect((await view(mediator, doc.id)).can).not.toContain('replySupervision')
    const again = await judge(supervisor, id, { done: false, text: '上门结果如何？', dueAt: local('2027-03-12T12:00') })
    expect(again.body).toMatchObject({ state: 'waiting' })
    expect(shown(again.body.dueAt)).toBe('2027-03-12T12:00')
    await reply(mediator, id, '已经修好。')
    expect((await judge(supervisor, id, { done: true })).body).toMatchObject({ state: 'done', can: [] })
    await service.drain()
    expect(events(doc.id, 'supervision.changed').map((one) => one.change)).toEqual(['asked', 'replied', 'again', 'replied', 'done'])
  })
  test('sent again is the same one, though the case is over by then and its day has passed', async () => {
    const doc = await aCase(service, applicant)
    const body = { text: TEXT, dueAt: local('2027-03-09T12:00') }
    const first = await start(supervisor, doc.id, body, 'again')
    expect(first.status).toBe(201)
    await move(applicant, await view(applicant, doc.id), 'withdraw', { reason: '已经修好了' })
    await service.clock.set(local('2027-03-12T12:00'))
    const late = (key: string) => supervisor.answer('supervisions.start', { params: { id: doc.id }, body, key })
    expect(await late('again')).toMatchObject({ status: 200, body: { id: first.body.id } })
    await expect(late('another')).rejects.toMatchObject({ status: 403 })
  })
  test('is not seen by the parties', async () => {
    const { doc } = await started()
    expect(JSON.stringify(await view(applicant, doc.id))).not.toContain('督办')
    expect((await applicant.raw('GET', `/api/cases/${doc.id}/supervisions`)).status).toBe(403)
  })
  test('is replied to once, however many try', async () => {
    const { id } = await started()
    const tries = await Promise.all(Array.from({ length: 8 }, (_, n) => reply(mediator, id, `回复${n}`)))
    expect(tries.map((one) => one.status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409])
  })
  test('is asked once for a key, and once at a time by the same person', async () => {
    const { id } = await aCase(service, applicant)
    const answers = await Promise.all(Array.from({ length: 5 }, () => start(supervisor, id, { text: TEXT }, `ask-${id}`)))
    expect(answers.map((one) => one.status).sort()).toEqual([200, 200, 200, 200, 201])
    expect((await start(supervisor, id, { text: '别的' })).body.code).toBe('already_exists')
    expect((await start(dispatcher, id)).status).toBe(201)
  })
  test('goes to whoever has the case by now', async () => {
    const { doc, id } = await started()
    const colleague = await aMediator(service, { name: '周建国', capacity: 200 })
    await service.drain()
    await move(mediator, await view(mediator, doc.id), 'transfer', { reason: '对方更熟悉', assigneeId: colleague.personId })
    await service.drain()
    expect((await reply(mediator, id)).status).toBe(404)
    const own = await colleague.call('supervisions.list', { query: { view: 'own' } })
    expect(own.items).toMatchObject([{ id, toName: '周建国', can: ['reply'] }])
    const told = (await colleague.call('notifications.list', { query: {} })).items.filter(({ type }) => type === 'supervision.changed')
    expect(told.map(({ title }) => title)).toEqual(['有一件督办请您回复'])
    expect((await reply(colleague, id)).status).toBe(200)
  })
  test('ends with the case', async () => {
    const { doc, id } = await started()
    await move(applicant, await view(applicant, doc.id), 'withdraw', { reason: '不用了' })
    await service.drain()
    const { items } = await supervisor.call('supervisions.forCase', { params: { id: doc.id } })
    expect(items).toMatchObject([{ id, state: 'done', can: [] }])
  })
  test('without a reply in time goes up to the next supervisors, each told once, and no further than the city', async () => {
    const { doc } = await started()
    await service.clock.set(local('2027-03-09T17:00'))
    await service.catchUp()
    const late = () => events(doc.id, 'deadline.escalated').filter((one) => one.supervisionId !== undefined)
    expect(late()).toEqual([])
    await service.clock.set(local('2027-03-09T18:01'))
    await Promise.all([service.catchUp(), service.catchUp()])
    await service.drain()
    expect(late()).toMatchObject([{ regionCode: CITY.city }])
    const { items } = await supervisor.call('supervisions.list', { query: { view: 'given', state: 'waiting', limit: 100 } })
    expect(items.find((one) => one.caseId === doc.id)?.overdue).toBe(true)
    for (const day of ['10', '11', '12']) {
      await service.clock.set(local(`2027-03-${day}T18:30`))
      await service.catchUp()
    }
    expect(late()).toHaveLength(1)
  })
})

describe('nobody else', () => {
  test('asks, replies or judges', async () => {
    const { doc, id } = await started()
    for (const other of [applicant, mediator]) expect((await start(other, doc.id)).status).toBe(403)
    const elsewhere = await service.staff('supervisor', { regionCode: CITY.otherCounty })
    expect((await start(elsewhere, doc.id)).status).toBe(404)
    for (const other of [applicant, supervisor, dispatcher]) expect((await reply(other, id)).status).toBe(403)
    for (const other of [mediator, dispatcher]) expect((await judge(other, id, { done: true })).status).toBe(403)
    expect((await judge(elsewhere, id, { done: true })).status).toBe(404)
    expect((await mediator.raw('GET', '/api/supervisions?view=given')).status).toBe(403)
  })
  test('what cannot be meant is refused with its field', async () => {
    const { doc, id } = await started()
    for (const [answer, path] of [
      [await start(dispatcher, doc.id, { text: '' }), 'text'],
      [await start(dispatcher, doc.id, { text: TEXT, dueAt: local('2027-03-01T10:00') }), 'dueAt'],
      [await start(dispatcher, doc.id, { text: TEXT, dueAt: local('2028-03-01T10:00') }), 'dueAt'],
      [await reply(mediator, id, '长'.repeat(1001)), 'text'],
      [await judge(supervisor, id, { done: false }), 'text'],
    ] as const)
      expect([answer.status, answer.body.code, answer.body.errors[0].path]).toEqual([400, 'invalid_input', path])
    expect((await judge(supervisor, id, { done: false, text: '还没有回复就再问' })).status).toBe(409)
  })
  test('supervises what is over', async () => {
    const doc = await aCase(service, applicant)
    await move(applicant, doc, 'withdraw', { reason: '不用了' })
    expect((await start(supervisor, doc.id)).status).toBe(403)
  })
})
