import { findCases } from '@server/modules/cases'
import { closeAvoidance } from '@server/modules/dispatch/commands/close-avoidance'
import { findAvoidance } from '@server/modules/dispatch/queries/find-avoidances'
import { CITY } from '@tests/support/city'
import { aCase } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { aDisputeWith, ask, inGrid, joins, read, requestsOf } from './avoidance-support'

let service: Service
let applicant: Client
let respondent: Client
let dispatcher: Client
beforeAll(async () => {
  service = await aService()
  applicant = await service.login('祝小满')
  respondent = await service.login('老戴')
  dispatcher = await service.staff('dispatcher', { name: '派单小颜' })
})
afterAll(() => service?.close())

const decide = (client: Client, id: string, body: { granted: boolean; reason: string; assigneeId?: string }) =>
  client.raw('POST', `/api/avoidance-requests/${id}/decision`, { body })

const assignments = async (id: string) => (await dispatcher.call('assignments.forCase', { params: { id } })).items

/** Two mediators of the grid: the first has the case. */
const aPair = async (name: string) => {
  const first = await inGrid(service, `${name}甲`)
  const second = await inGrid(service, `${name}乙`)
  const found = await aDisputeWith(service, applicant, first)
  const leave = async () => {
    for (const one of [first, second]) await one.call('desk.update', { body: { open: false } })
  }
  return { first, second, id: found.id, leave }
}

describe('a party that wants another mediator', () => {
  test('asks with a reason, which its own side and the centre read, and the mediator does not', async () => {
    const { first, id, leave } = await aPair('问')
    await joins(applicant, id, respondent)
    expect((await read(applicant, id)).can).toContain('askOtherMediator')
    const asked = await ask(applicant, id)
    expect(asked).toMatchObject({ by: 'applicant', state: 'open', mediatorName: first.user.name, decision: null, can: [] })
    expect((await read(applicant, id)).can).not.toContain('askOtherMediator')
    expect((await read(respondent, id)).can).toContain('askOtherMediator')
    expect(await requestsOf(applicant, id)).toEqual([asked])
    expect(await requestsOf(respondent, id)).toEqual([])
    expect(await requestsOf(first, id)).toEqual([])
    expect(await requestsOf(dispatcher, id)).toEqual([{ ...asked, can: ['decide'] }])
    expect((await read(dispatcher, id)).can).toContain('decideAvoidance')
    const told = (await read(first, id)).timeline.find((entry) => entry.type === 'avoidance.asked')
    expect(told?.text).toBe('申请人请求换一位调解员，由综治中心决定')
    expect((await read(respondent, id)).timeline.some((entry) => entry.type === 'avoidance.asked')).toBe(false)
    await leave()
  })

  test('has one open request; the same key gives the same answer', async () => {
    const { id, leave } = await aPair('一')
    const call = (key: string, reason: string) => applicant.answer('avoidance.ask', { params: { id }, body: { reason }, key })
    const made = await call('k1', '说话偏心')
    expect(made.status).toBe(201)
    expect(await call('k1', '说话偏心')).toEqual({ status: 200, body: made.body })
    await expect(call('k1', '别的原因')).rejects.toMatchObject({ status: 422 })
    await expect(call('k2', '说话偏心')).rejects.toMatchObject({ status: 409, problem: { code: 'already_exists' } })
    const crowd = await aPair('众')
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => applicant.raw('POST', `/api/cases/${crowd.id}/avoidance`, { body: { reason: `第${at}次` } })),
    )
    expect(answers.map((one) => one.status).sort()).toEqual([201, ...Array(9).fill(409)])
    expect(await requestsOf(applicant, crowd.id)).toHaveLength(1)
    await leave()
    await crowd.leave()
  })

  test('is refused without a reason, to strangers, to helpers of the staff, and where nobody has the case', async () => {
    const { id, leave } = await aPair('拒')
    const path = `/api/cases/${id}/avoidance`
    expect(await applicant.raw('POST', path, { body: {} })).toMatchObject({ status: 400, body: { errors: [{ path: 'reason' }] } })
    expect(await applicant.raw('POST', path, { body: { reason: ' ' } })).toMatchObject({ status: 400 })
    expect((await (await service.login('路人')).raw('POST', path, { body: { reason: '不行' } })).status).toBe(404)
    expect((await dispatcher.raw('POST', path, { body: { reason: '不行' } })).status).toBe(403)
    await leave()
    const queued = await aCase(service, applicant)
    expect(queued.can).not.toContain('askOtherMediator')
    const nobody = await applicant.raw('POST', `/api/cases/${queued.id}/avoidance`, { body: { reason: '换人' } })
    expect(nobody).toMatchObject({ status: 409, body: { code: 'conflict' } })
  })
})

describe('the centre', () => {
  test('grants: the case goes to whom it names, and never to the first again', async () => {
    const { first, second, id, leave } = await aPair('给')
    const { id: requestId } = await ask(applicant, id)
    const decided = await decide(dispatcher, requestId, { granted: true, reason: '换一位更合适', assigneeId: second.personId })
    expect(decided).toMatchObject({ status: 200, body: { state: 'granted', decision: '换一位更合适', can: [] } })
    const now = await read(dispatcher, id)
    expect(now).toMatchObject({ status: 'assigned', assignee: { id: second.personId } })
    expect(now.timeline.map((entry) => entry.type)).toEqual(expect.arrayContaining(['avoidance.asked', 'avoidance.granted', 'transfer']))
    const body = { move: 'transfer' as const, revision: now.revision, reason: '再换', assigneeId: first.personId }
    const back = await dispatcher.raw('POST', `/api/cases/${id}/moves`, { body })
    expect(back).toMatchObject({ status: 400, body: { errors: [{ path: 'assigneeId', code: 'conflict_of_interest' }] } })
    expect(await first.call('desk.get')).toMatchObject({ load: 0 })
    expect(await second.call('desk.get')).toMatchObject({ load: 1 })
    await service.drain()
    expect((await read(dispatcher, id)).assignee?.id).toBe(second.personId)
    expect((await assignments(id))[0]).toMatchObject({ by: 'hand', chosen: second.user.name })
    expect((await aDisputeWith(service, applicant, first)).assignee?.id).not.toBe(first.personId)
    await leave()
  })

  test('grants without naming anybody: whoever fits best, or else its own queue', async () => {
    const { first, second, id, leave } = await aPair('选')
    const one = await ask(applicant, id)
    await decide(dispatcher, one.id, { granted: true, reason: '同意' })
    expect((await read(applicant, id)).assignee?.id).toBe(second.personId)
    const two = await ask(applicant, id, '还是想换')
    await first.call('desk.update', { body: { open: false } })
    await decide(dispatcher, two.id, { granted: true, reason: '同意' })
    expect(await read(dispatcher, id)).toMatchObject({ status: 'assigned', assignee: { name: '东河县综治中心' } })
    expect((await assignments(id)).map(({ by, chosen }) => [by, chosen])).toEqual([
      ['avoidance', '东河县综治中心'],
      ['avoidance', second.user.name],
      ['submission', first.user.name],
    ])
    expect((await requestsOf(applicant, id)).map((row) => row.state)).toEqual(['granted', 'granted'])
    await leave()
  })

  test('refuses with its reason, and the side may ask again', async () => {
    const { first, id, leave } = await aPair('否')
    const asked = await ask(applicant, id)
    expect((await decide(dispatcher, asked.id, { granted: false, reason: '没有需要回避的情形' })).status).toBe(200)
    const now = await read(applicant, id)
    expect(now.assignee?.id).toBe(first.personId)
    expect(now.can).toContain('askOtherMediator')
    expect(now.timeline.at(-1)).toMatchObject({ type: 'avoidance.refused', text: '综治中心没有同意换人：没有需要回避的情形' })
    await leave()
  })

  test('decides once: of many at the same time one', async () => {
    const { id, leave } = await aPair('抢')
    const { id: requestId } = await ask(applicant, id)
    const colleague = await service.staff('dispatcher')
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        decide(at % 2 ? dispatcher : colleague, requestId, { granted: at % 3 === 0, reason: `意见${at}` }),
      ),
    )
    expect(answers.map((one) => one.status).sort()).toEqual([200, ...Array(9).fill(409)])
    const winner = answers.find((one) => one.status === 200)
    expect((await requestsOf(applicant, id))[0]).toMatchObject({ state: winner?.body.state, decision: winner?.body.decision })
    await leave()
  })

  test('is the centre of the region, and nobody in their own matter', async () => {
    const { first, id, leave } = await aPair('权')
    const asked = await ask(applicant, id)
    const body = { granted: true, reason: '同意' }
    const elsewhere = await service.staff('dispatcher', { regionCode: CITY.otherCounty })
    expect((await decide(elsewhere, asked.id, body)).status).toBe(404)
    expect((await decide(first, asked.id, body)).status).toBe(403)
    expect((await decide(applicant, asked.id, body)).status).toBe(403)
    expect((await decide(dispatcher, 'nothing', body)).status).toBe(404)
    expect(await decide(dispatcher, asked.id, { granted: true, reason: '' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'reason' }] },
    })
    const both = await decide(dispatcher, asked.id, { granted: false, reason: '不', assigneeId: first.personId })
    expect(both).toMatchObject({ status: 400, body: { errors: [{ path: 'assigneeId', code: 'not_wanted' }] } })
    const same = await decide(dispatcher, asked.id, { ...body, assigneeId: first.personId })
    expect(same).toMatchObject({ status: 400, body: { errors: [{ path: 'assigneeId', code: 'same_assignee' }] } })
    expect((await requestsOf(applicant, id))[0]?.state).toBe('open')
    const late = await service.staff('dispatcher')
    const waits = async () => (await late.call('avoidance.list', { query: { limit: 100 } })).items.some((row) => row.id === asked.id)
    expect(await waits()).toBe(true)
    await joins(applicant, id, late)
    expect(await waits()).toBe(false)
    await leave()
  })

  test('reads what waits for it by pages, and nobody else does', async () => {
    const { leave, id } = await aPair('列')
    await ask(applicant, id)
    const all = await dispatcher.call('avoidance.list', { query: { limit: 100 } })
    expect(all.items.every((row) => row.state === 'open' && row.can.includes('decide'))).toBe(true)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await dispatcher.call('avoidance.list', { query: { limit: 2, cursor } })
      seen.push(...page.items.map((row) => row.id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(all.items.map((row) => row.id))
    const elsewhere = await service.staff('dispatcher', { regionCode: CITY.otherCounty })
    expect((await elsewhere.call('avoidance.list', { query: {} })).items).toEqual([])
    expect((await applicant.raw('GET', '/api/avoidance-requests')).status).toBe(403)
    expect((await dispatcher.raw('GET', '/api/avoidance-requests?cursor=abc')).status).toBe(400)
    await leave()
  })
})

describe('a mediator who declares a conflict', () => {
  test('has handed the case over at once, and is kept from these people from then on', async () => {
    const { first, second, id, leave } = await aPair('报')
    await joins(applicant, id, respondent)
    expect((await read(first, id)).can).toContain('declareConflict')
    const call = () => first.answer('avoidance.ask', { params: { id }, body: { reason: '对方是我的老同事' }, key: 'own' })
    const declared = await call()
    expect(declared).toMatchObject({ status: 201, body: { by: 'mediator', state: 'granted' } })
    expect((await call()).status).toBe(200)
    const now = await read(respondent, id)
    expect(now.assignee?.id).toBe(second.personId)
    expect(now.timeline.find((entry) => entry.type === 'avoidance.declared')?.text).toBe('承办人自行申请回避，马上换人')
    expect(JSON.stringify(now)).not.toContain('老同事')
    expect((await first.raw('GET', `/api/cases/${id}`)).status).toBe(404)
    await service.drain()
    const next = await aDisputeWith(service, respondent, first)
    expect(next.assignee?.id).not.toBe(first.personId)
    await leave()
  })
})

describe('on bad days', () => {
  test('a decision whose process was killed before the case went on is carried out when its event is heard', async () => {
    const { second, id, leave } = await aPair('断')
    const { id: requestId } = await ask(applicant, id)
    const by = { personId: dispatcher.personId, name: dispatcher.user.name, side: 'staff' as const }
    const decision = {
      granted: true,
      decision: '同意',
      decidedBy: dispatcher.personId,
      assigneeId: null,
      by,
      text: '综治中心同意换人：同意',
    }
    await closeAvoidance({ avoidance: await findAvoidance(requestId), ...decision })
    expect((await read(applicant, id)).assignee?.id).not.toBe(second.personId)
    await service.drain()
    expect((await read(applicant, id)).assignee?.id).toBe(second.personId)
    await leave()
  })

  test('a request ends by itself when the case goes to somebody else or is over', async () => {
    const { first, second, id, leave } = await aPair('了')
    await ask(applicant, id)
    const { revision } = await read(dispatcher, id)
    const body = { move: 'transfer' as const, revision, reason: '调整分工', assigneeId: second.personId }
    await dispatcher.call('cases.move', { params: { id }, body })
    await service.drain()
    expect((await requestsOf(applicant, id))[0]).toMatchObject({ state: 'granted', decision: '这件事已经由别人办理' })
    await ask(applicant, id, '这位也想换')
    const now = await read(applicant, id)
    await applicant.call('cases.move', { params: { id }, body: { move: 'withdraw', revision: now.revision, reason: '自己谈好了' } })
    await service.drain()
    expect((await requestsOf(applicant, id))[0]).toMatchObject({ state: 'refused', decision: '这件事已经结束' })
    const [doc] = await findCases([id])
    expect(doc).toMatchObject({ avoidanceOpen: [], avoid: [first.personId] })
    await leave()
  })

  test('a tie that is found when the other side joins is put before the centre, once', async () => {
    const { first, id, leave } = await aPair('现')
    const cousin = await service.login('表哥阿福')
    await first.call('ties.put', { body: { employers: [], addresses: [], people: [{ name: '表哥阿福', relation: '表哥' }] } })
    await joins(applicant, id, cousin)
    await service.drain()
    const [found] = await requestsOf(dispatcher, id)
    expect(found).toMatchObject({ by: 'mediator', state: 'open', can: ['decide'] })
    expect(await requestsOf(first, id)).toEqual([])
    const entries = (await read(first, id)).timeline.filter((entry) => entry.type === 'avoidance.asked')
    expect(entries.map((entry) => entry.text)).toEqual(['发现承办人可能需要回避，已请综治中心核实'])
    expect((await read(applicant, id)).timeline.some((entry) => entry.type === 'avoidance.asked')).toBe(false)
    expect((await decide(dispatcher, found?.id ?? '', { granted: true, reason: '属实' })).status).toBe(200)
    expect((await read(applicant, id)).assignee?.id).not.toBe(first.personId)
    await leave()
  })

  test('a session that was booked with the first mediator is freed', async () => {
    const { first, id, leave } = await aPair('约')
    await first.call('workingPlan.put', {
      body: {
        hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
        sessionMinutes: 60,
        noticeHours: 1,
        daysOff: [],
      },
    })
    const accepted = await read(first, id)
    await first.call('cases.move', { params: { id }, body: { move: 'accept', revision: accepted.revision } })
    const { items } = await applicant.call('slots.list', { params: { id }, query: { mode: 'phone' } })
    await applicant.call('bookings.create', { params: { id }, body: { startsAt: items[0]?.startsAt ?? '', mode: 'phone' } })
    const { id: requestId } = await ask(applicant, id)
    await decide(dispatcher, requestId, { granted: true, reason: '同意' })
    await service.drain()
    expect((await read(applicant, id)).booking?.status).toBe('cancelled')
    await leave()
  })
})
