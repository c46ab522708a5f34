import { CITY } from '@tests/support/city'
import { aCase, aMediator } from '@tests/support/factories'
import type { Client, Service } from '@tests/support/service'
import { deadline, hearEvents, move, onMonday, shown, view } from './support'

let service: Service
let applicant: Client
let mediator: Client
let dispatcher: Client
let elsewhere: Client
const events = hearEvents()

beforeAll(async () => {
  ;({ service, mediator, applicant } = await onMonday())
  dispatcher = await service.staff('dispatcher')
  elsewhere = await service.staff('dispatcher', { regionCode: CITY.otherCounty })
})
afterAll(() => service.close())

const BODY = { deadline: 'total', workingDays: 5, reason: '要等设备到货' }
const ask = (who: Client, id: string, body: object = BODY, key?: string) =>
  who.raw('POST', `/api/cases/${id}/extensions`, { body, headers: key ? { 'Idempotency-Key': key } : {} })
const decide = (who: Client, id: string, granted = true) =>
  who.raw('POST', `/api/extensions/${id}/decision`, { body: { granted, reason: granted ? '情况属实' : '可以先用旧的' } })
const handling = async () => move(mediator, await move(mediator, await aCase(service, applicant), 'accept'), 'startHandling')
const asked = async () => {
  const doc = await handling()
  const { status, body } = await ask(mediator, doc.id)
  expect(status).toBe(201)
  return { doc, id: body.id as string, body }
}

describe('more time', () => {
  test('is asked for by the owner, decided by the centre, and moves the deadline by working days', async () => {
    const { doc, id, body } = await asked()
    expect(body).toMatchObject({ state: 'open', caseNumber: doc.number, dueAt: deadline(doc, 'total')?.dueAt, can: [] })
    expect([shown(body.dueAt), shown(body.newDueAt)]).toEqual(['2027-03-29T18:00', '2027-04-05T18:00'])
    expect((await view(dispatcher, doc.id)).can).toContain('decideExtension')
    expect((await dispatcher.call('extensions.list', { query: {} })).items.find((one) => one.id === id)?.can).toEqual(['decide'])
    const decided = await decide(dispatcher, id)
    expect(decided.body).toMatchObject({ state: 'granted', decision: '情况属实', can: [] })
    const after = await view(applicant, doc.id)
    expect(deadline(after, 'total')).toMatchObject({ dueAt: body.newDueAt, extended: '已延长5个工作日' })
    expect(after.deadline).toBe(body.newDueAt)
    expect((await view(dispatcher, doc.id)).can).not.toContain('decideExtension')
    await service.drain()
    expect(events(doc.id, 'extension.changed').map((one) => one.change)).toEqual(['asked', 'granted'])
  })
  test('refused changes nothing, and the reason is for the staff only', async () => {
    const { doc, id } = await asked()
    expect((await decide(dispatcher, id, false)).body.state).toBe('refused')
    expect(deadline(await view(mediator, doc.id), 'total')?.dueAt).toBe(deadline(doc, 'total')?.dueAt)
    expect((await view(mediator, doc.id)).timeline.at(-1)?.text).toContain('可以先用旧的')
    expect(JSON.stringify((await view(applicant, doc.id)).timeline)).not.toContain('可以先用旧的')
  })
  test('is added to what was granted before, and survives a pause', async () => {
    const { doc, id } = await asked()
    await decide(dispatcher, id)
    const second = await ask(mediator, doc.id, { ...BODY, workingDays: 2 })
    await decide(dispatcher, second.body.id)
    const twice = await view(mediator, doc.id)
    expect(deadline(twice, 'total')).toMatchObject({ extended: '已延长7个工作日' })
    expect(shown(deadline(twice, 'total')?.dueAt)).toBe('2027-04-07T18:00')
    const again = await move(mediator, await move(mediator, twice, 'suspend', { reason: '等设备' }), 'resume')
    expect(shown(deadline(again, 'total')?.dueAt)).toBe('2027-04-07T18:00')
  })
  test('is asked once for a key and once at a time for a deadline, however many ask at once', async () => {
    const doc = await handling()
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(mediator, doc.id, BODY, `more-${doc.id}`)))
    expect(answers.map((one) => one.status).sort()).toEqual([200, 200, 200, 200, 200, 201])
    expect((await ask(mediator, doc.id, { ...BODY, workingDays: 9 }, `more-${doc.id}`)).status).toBe(422)
    const other = await handling()
    const many = await Promise.all(Array.from({ length: 6 }, () => ask(mediator, other.id)))
    expect(many.map((one) => one.status).sort()).toEqual([201, 409, 409, 409, 409, 409])
  })
  test('is decided by one of many, who may decide differently', async () => {
    const { doc, id } = await asked()
    const colleague = await service.staff('dispatcher')
    const tries = await Promise.all(Array.from({ length: 8 }, (_, n) => decide(n % 2 ? dispatcher : colleague, id, n < 4)))
    expect(tries.filter((one) => one.status === 200)).toHaveLength(1)
    expect(tries.filter((one) => one.status === 409)).toHaveLength(7)
    const granted = tries.find((one) => one.status === 200)?.body.state === 'granted'
    expect(shown(deadline(await view(mediator, doc.id), 'total')?.dueAt)).toBe(granted ? '2027-04-05T18:00' : '2027-03-29T18:00')
  })
  test('is over with the deadline for which it was asked', async () => {
    const { doc, id } = await asked()
    const { revision } = await view(mediator, doc.id)
    await move(mediator, { id: doc.id, revision }, 'resolve', { reason: '已经修好' })
    await service.drain()
    const [row] = (await mediator.call('extensions.forCase', { params: { id: doc.id } })).items
    expect(row).toMatchObject({ id, state: 'refused', decidedBy: null, can: [] })
    expect((await decide(dispatcher, id)).status).toBe(409)
  })
  test('is over with its owner when the deadline begins anew for the next', async () => {
    const next = await aMediator(service, { name: '接手的人', regionCode: CITY.grid })
    const doc = await aCase(service, applicant, { preferredMediatorId: mediator.personId })
    const accept = { deadline: 'accept', workingDays: 10, reason: '下周出差' }
    const { body } = await ask(mediator, doc.id, accept)
    await move(mediator, await view(mediator, doc.id), 'transfer', { reason: '要出差', assigneeId: next.personId })
    // Whether or not that has been heard of yet.
    expect((await decide(dispatcher, body.id)).status).toBe(409)
    await service.drain()
    expect((await next.call('extensions.forCase', { params: { id: doc.id } })).items).toMatchObject([{ state: 'refused', can: [] }])
    expect((await ask(next, doc.id, accept)).status).toBe(201)
    await next.call('desk.update', { body: { open: false } })
  })
})

describe('nobody else', () => {
  test('asks, decides or reads', async () => {
    const { doc, id } = await asked()
    for (const other of [applicant, dispatcher]) expect((await ask(other, doc.id)).status).toBe(403)
    expect((await ask(await service.login('路人'), doc.id)).status).toBe(404)
    for (const other of [mediator, applicant, await service.staff('supervisor')]) expect((await decide(other, id)).status).toBe(403)
    for (const other of [elsewhere, await service.login('路人')]) expect((await decide(other, id)).status).toBe(404)
    expect((await decide(dispatcher, '0123456789abcdef01234567')).status).toBe(404)
    expect((await applicant.raw('GET', `/api/cases/${doc.id}/extensions`)).status).toBe(403)
    expect((await mediator.raw('GET', '/api/extensions')).status).toBe(403)
    expect((await elsewhere.call('extensions.list', { query: {} })).items).toEqual([])
  })
  test('what cannot be meant is refused with its field', async () => {
    const doc = await handling()
    for (const [body, path] of [
      [{ ...BODY, workingDays: 0 }, 'workingDays'],
      [{ ...BODY, workingDays: 61 }, 'workingDays'],
      [{ ...BODY, deadline: 'never' }, 'deadline'],
      [{ ...BODY, deadline: 'accept' }, 'deadline'],
      [{ ...BODY, deadline: 'confirm' }, 'deadline'],
      [{ ...BODY, reason: ' ' }, 'reason'],
    ] as const) {
      const { status, body: problem } = await ask(mediator, doc.id, body)
      expect([status, problem.code, problem.errors[0].path]).toEqual([400, 'invalid_input', path])
    }
    const paused = await move(mediator, doc, 'suspend', { reason: '等材料' })
    expect((await ask(mediator, paused.id)).status).toBe(403)
    expect((await dispatcher.raw('GET', '/api/extensions?cursor=nonsense')).body.errors[0].path).toBe('cursor')
  })
})

test('a long list comes in pages, newest first, each request once', async () => {
  for (let n = 0; n < 5; n += 1) await asked()
  const ids: string[] = []
  let cursor: string | null | undefined
  do {
    const page = await dispatcher.call('extensions.list', { query: { limit: 2, ...(cursor ? { cursor } : {}) } })
    ids.push(...page.items.map((one) => one.id))
    cursor = page.nextCursor
  } while (cursor)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThanOrEqual(5)
})
