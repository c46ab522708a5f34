import { database } from '@server/platform/database'
import { CITY } from '@tests/support/city'
import { aCase, aDispute, aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { aRule, putInForce, rulesOf } from './routing-support'

let service: Service
let resident: Client
let dispatcher: Client
let mediator: Client
beforeAll(async () => {
  service = await aService()
  resident = await service.login('规则居民')
  dispatcher = await service.staff('dispatcher', { regionCode: CITY.county })
  mediator = await aMediator(service, { name: '格里调解', regionCode: CITY.grid, capacity: 200 })
})
afterAll(() => service.close())
afterEach(() => putInForce(dispatcher, []))

const why = (found: Awaited<ReturnType<typeof aCase>>): string => found.timeline.at(-1)?.text ?? ''

describe('a rule', () => {
  test('keeps with the centre what it says, by kind, category and place', async () => {
    await putInForce(dispatcher, [aRule('噪声先看', { to: 'queue' }, { kinds: ['dispute'], categories: ['neighbour.noise'] })])
    expect((await aDispute(service, resident, { category: 'neighbour.leak' })).assignee?.name).toBe('格里调解')
    const held = await aDispute(service, resident, { category: 'neighbour.noise' })
    expect(held).toMatchObject({ status: 'submitted', assignee: { name: '东河县综治中心' } })
    expect(why(held)).toBe('这类事项先由东河县综治中心看过再安排')
    await putInForce(dispatcher, [aRule('别处', { to: 'queue' }, { regionCodes: [CITY.otherGrid] })])
    expect((await aDispute(service, resident, { category: 'neighbour.noise' })).status).toBe('assigned')
  })

  test('gives to a department by its id, or to the nearest of a kind whose name fits', async () => {
    const id = service.city.organisations.department
    await putInForce(dispatcher, [
      aRule('路灯', { to: 'organisation', organisationId: id }, { kinds: ['complaint'] }),
      aRule('隐患', { to: 'organisation', organisationKind: 'department', nameHas: '资源' }, { kinds: ['hazard'] }),
      aRule('没有的', { to: 'organisation', organisationKind: 'department', nameHas: '没有这样的局' }),
    ])
    const department = { id, name: '东河县自然资源局' }
    const complaint = await aCase(service, resident)
    expect(complaint).toMatchObject({ status: 'assigned', assignee: department })
    expect(why(complaint)).toBe('派给东河县自然资源局：这类事项由东河县自然资源局办理')
    expect(await aCase(service, resident, { kind: 'hazard' })).toMatchObject({ status: 'assigned', assignee: department })
    expect(await aDispute(service, resident)).toMatchObject({ status: 'submitted', assignee: { name: '东河县综治中心' } })
    const clerk = await service.staff('department')
    const inbox = await clerk.call('cases.list', { query: { view: 'inbox' } })
    expect(inbox.items.map((one) => one.id)).toContain(complaint.id)
  })

  test('narrows the search to specialists and levels; nobody among them: the queue', async () => {
    await aMediator(service, { name: '县里专家', regionCode: CITY.county, categories: ['labour'], capacity: 1 })
    await putInForce(dispatcher, [
      aRule('欠薪找专家', { to: 'mediator', specialistsOnly: true, levels: ['county'] }, { categories: ['labour'] }),
    ])
    expect((await aDispute(service, resident, { category: 'labour.wage' })).assignee?.name).toBe('县里专家')
    expect((await aDispute(service, resident, { category: 'labour.wage' })).status).toBe('submitted')
    expect((await aDispute(service, resident, { category: 'neighbour.leak' })).assignee?.name).toBe('格里调解')
  })

  test('answers at once what is no matter for us, in its own words, and tells the resident; never when somebody is in danger', async () => {
    const text = '这件事请向县人民法院起诉，立案窗口在和平路1号。'
    await putInForce(dispatcher, [aRule('诉讼', { to: 'answer', text }, { kinds: ['complaint'] })])
    const found = await aCase(service, resident)
    expect(found).toMatchObject({ status: 'submitted', assignee: { name: '东河县综治中心' } })
    await service.drain()
    const now = await resident.call('cases.get', { params: { id: found.id } })
    expect(now).toMatchObject({ status: 'returned', assignee: null })
    expect(why(now)).toBe(`未受理：${text}`)
    const { items } = await resident.call('notifications.list', { query: {} })
    expect(items.some((one) => one.caseId === found.id)).toBe(true)
    // The event is heard once more, as after a kill.
    const event = { id: 'again', type: 'case.submitted', at: new Date(0), data: { caseId: found.id, answered: true } }
    const pending = { $set: { pendingAt: new Date(0), pending: [event] } }
    await database().collection('cases').updateOne({ number: found.number }, pending)
    await service.drain()
    expect((await resident.call('cases.get', { params: { id: found.id } })).revision).toBe(now.revision)
    const danger = await aCase(service, resident, { text: '我不想活了，准备从楼上跳下去。' })
    await service.drain()
    expect((await resident.call('cases.get', { params: { id: danger.id } })).status).toBe('assigned')
  })

  test('counts before the rules of a wider region', async () => {
    const above = await service.staff('dispatcher', { regionCode: CITY.city })
    await putInForce(above, [aRule('全市先看', { to: 'queue' })], {}, CITY.city)
    await putInForce(dispatcher, [])
    expect((await aCase(service, resident)).status).toBe('assigned')
    const far = await aMediator(service, { regionCode: CITY.otherCounty })
    const there = await aCase(service, resident, { location: undefined, regionCode: CITY.farGrid })
    expect(there).toMatchObject({ status: 'submitted' })
    await putInForce(above, [], {}, CITY.city)
    expect((await aCase(service, resident, { location: undefined, regionCode: CITY.farGrid })).assignee?.id).toBe(far.personId)
  })
})

describe('weights', () => {
  test('decide: a specialist farther away may come before whoever is nearest', async () => {
    const expert = await aMediator(service, { name: '镇上专家', regionCode: CITY.township, categories: ['family'] })
    expect((await aDispute(service, resident, { category: 'family.support' })).assignee?.id).toBe(mediator.personId)
    await putInForce(dispatcher, [], { weights: { speciality: 100, level: 10, language: 0, distance: 0, load: 10, fairness: 0 } })
    expect((await aDispute(service, resident, { category: 'family.support' })).assignee?.id).toBe(expert.personId)
    await expert.call('desk.update', { body: { open: false } })
  })

  test('let a resident who names a language have a mediator who speaks it', async () => {
    const other = await aMediator(service, { name: '会说客家话', regionCode: CITY.grid, capacity: 200 })
    await other.call('desk.update', { body: { languages: ['客家话'] } })
    await putInForce(dispatcher, [], { weights: { speciality: 0, level: 100, language: 50, distance: 0, load: 10, fairness: 0 } })
    for (let i = 0; i < 3; i += 1) {
      const found = await aCase(service, resident, { text: '我妈只会说客家话，路灯坏了她说不清楚，请来人看看。' })
      expect(found.assignee?.id).toBe(other.personId)
    }
    await other.call('desk.update', { body: { open: false } })
  })
})

describe('rules are made', () => {
  test('by the centre of the region or one above, as drafts by which nothing goes yet', async () => {
    const body = rulesOf([aRule('都先看', { to: 'queue' })])
    for (const other of [
      resident,
      mediator,
      await service.staff('supervisor'),
      await service.staff('dispatcher', { regionCode: CITY.otherCounty }),
    ])
      expect((await other.raw('POST', '/api/routing-rules', { body })).status).toBe(403)
    const saved = await dispatcher.call('routing.save', { body })
    expect(saved).toMatchObject({ state: 'draft', regionCode: CITY.county, savedBy: dispatcher.user.name })
    expect((await aCase(service, resident)).status).toBe('assigned')
    const above = await service.staff('dispatcher', { regionCode: CITY.city })
    expect((await above.call('routing.list')).items.map((one) => one.id)).toContain(saved.id)
    const elsewhere = await service.staff('dispatcher', { regionCode: CITY.otherCounty })
    expect((await elsewhere.call('routing.list')).items.map((one) => one.id)).not.toContain(saved.id)
    for (const path of ['trial', 'activation'])
      expect(
        (await elsewhere.raw('POST', `/api/routing-rules/${saved.id}/${path}`, { body: path === 'trial' ? {} : undefined })).status,
      ).toBe(404)
    expect((await mediator.raw('GET', '/api/routing-rules')).status).toBe(403)
  })

  test('once for a request, with a version of their own, however many save at once', async () => {
    const body = rulesOf([])
    const first = await dispatcher.call('routing.save', { body, key: 'same' })
    expect((await dispatcher.call('routing.save', { body, key: 'same' })).id).toBe(first.id)
    const other = await dispatcher.raw('POST', '/api/routing-rules', {
      body: { ...body, note: '别的' },
      headers: { 'Idempotency-Key': 'same' },
    })
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_mismatch' } })
    const saved = await Promise.all(Array.from({ length: 12 }, () => dispatcher.call('routing.save', { body })))
    expect(new Set(saved.map((one) => one.version)).size).toBe(12)
  })

  test.each([
    ['rules.0.when.regionCodes.0', 'outside', aRule('别县', { to: 'queue' }, { regionCodes: [CITY.otherGrid, CITY.farGrid].slice(1) })],
    ['rules.0.then.organisationKind', 'takes_no_cases', aRule('政协', { to: 'organisation', organisationKind: 'cppcc' })],
    ['rules.0.then.organisationId', 'unknown_organisation', aRule('没有', { to: 'organisation', organisationId: 'f'.repeat(24) })],
    ['rules.0.then.organisationId', 'one_of', aRule('都没写', { to: 'organisation' })],
  ])('with what exists: %s %s', async (path, code, rule) => {
    const refused = await dispatcher.raw('POST', '/api/routing-rules', { body: rulesOf([rule]) })
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path, code }] } })
  })

  test('with weights and hours within bounds', async () => {
    const body = { ...rulesOf([]), silenceHours: 0, weights: { ...rulesOf([]).weights, level: 101 } }
    const refused = await dispatcher.raw('POST', '/api/routing-rules', { body })
    expect(refused.status).toBe(400)
    expect(refused.body.errors.map((one: { path: string }) => one.path).sort()).toEqual(['silenceHours', 'weights.level'])
  })

  test('to count one at a time: of many put into force at once one is, and the others retired or refused', async () => {
    const drafts = await Promise.all(Array.from({ length: 8 }, () => dispatcher.call('routing.save', { body: rulesOf([]) })))
    const answers = await Promise.all(drafts.map(({ id }) => dispatcher.raw('POST', `/api/routing-rules/${id}/activation`)))
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true)
    const { items } = await dispatcher.call('routing.list')
    expect(items.filter((one) => one.state === 'active' && one.regionCode === CITY.county)).toHaveLength(1)
    const [active] = items.filter((one) => one.state === 'active' && one.regionCode === CITY.county)
    expect(await dispatcher.call('routing.activate', { params: { id: active?.id ?? '' } })).toEqual(active)
    const before = items.find((one) => one.state === 'retired')
    expect((await dispatcher.call('routing.activate', { params: { id: before?.id ?? '' } })).state).toBe('active')
  })
})

describe('a trial', () => {
  test('tells which of the latest cases would have gone elsewhere by the rules, and moves none', async () => {
    const made = []
    for (const category of ['neighbour.noise', 'neighbour.leak', 'neighbour.noise'])
      made.push(await aDispute(service, resident, { category }))
    const body = rulesOf([aRule('噪声先看', { to: 'queue' }, { categories: ['neighbour.noise'] })])
    const { id } = await dispatcher.call('routing.save', { body })
    const trial = await dispatcher.call('routing.tryOut', { params: { id }, body: { cases: 3 } })
    expect(trial).toMatchObject({ tried: 3, changed: 2 })
    expect(trial.examples).toEqual(
      [made[2], made[0]].map((one) => ({
        caseNumber: one?.number,
        category: '邻里 · 噪声扰民',
        was: '格里调解',
        would: '东河县综治中心',
        rule: '噪声先看',
      })),
    )
    for (const one of made) expect((await resident.call('cases.get', { params: { id: one.id } })).revision).toBe(one.revision)
    expect((await dispatcher.call('routing.list')).items.find((one) => one.id === id)?.state).toBe('draft')
    expect((await dispatcher.raw('POST', `/api/routing-rules/${id}/trial`, { body: { cases: 0 } })).status).toBe(400)
  })

  test('counts no case of a region below that has rules of its own, for they go on there', async () => {
    const city = await service.staff('dispatcher', { regionCode: CITY.city, organisationId: service.city.organisations.cityCentre })
    const { number } = await aCase(service, resident)
    const { id } = await city.call('routing.save', { body: rulesOf([aRule('全部先看', { to: 'queue' })], {}, CITY.city) })
    const told = async (client: Client, of: string) =>
      (await client.call('routing.tryOut', { params: { id: of }, body: {} })).examples.map(({ caseNumber }) => caseNumber)
    expect(await told(city, id)).not.toContain(number)
    const own = await dispatcher.call('routing.save', { body: rulesOf([aRule('全部先看', { to: 'queue' })]) })
    expect(await told(dispatcher, own.id)).toContain(number)
  })

  test('of rules that say the same as those in force changes nothing, however full the desks are', async () => {
    await mediator.call('desk.update', { body: { capacity: 1 } })
    await aCase(service, resident)
    const { id } = await dispatcher.call('routing.save', { body: rulesOf([]) })
    const trial = await dispatcher.call('routing.tryOut', { params: { id }, body: {} })
    expect(trial.tried).toBeGreaterThan(5)
    expect(trial.changed).toBe(0)
    await mediator.call('desk.update', { body: { capacity: 200 } })
  })
})

describe('why somebody has a case', () => {
  test('is kept with the best five who came into question; the centre and supervisors read it, nobody else', async () => {
    const staff = []
    for (let i = 0; i < 6; i += 1) staff.push(await aMediator(service, { name: `候选${i}`, regionCode: CITY.village }))
    const found = await aDispute(service, resident, { category: 'neighbour.leak' })
    const params = { id: found.id }
    const { items } = await dispatcher.call('assignments.forCase', { params })
    expect(items).toHaveLength(1)
    const [first] = items
    expect(first).toMatchObject({ by: 'submission', rule: null, chosen: '格里调解' })
    expect(first?.version).toBeGreaterThan(0)
    expect(found.timeline.at(-1)?.text).toBe(`派给格里调解：${first?.why}`)
    expect(first?.candidates).toHaveLength(5)
    expect(first?.candidates[0]).toMatchObject({ name: '格里调解', parts: { level: 1 } })
    const scores = first?.candidates.map((one) => one.score) ?? []
    expect([...scores].sort((one, other) => other - one)).toEqual(scores)
    const supervisor = await service.staff('supervisor')
    expect((await supervisor.call('assignments.forCase', { params })).items).toEqual(items)
    expect((await dispatcher.call('cases.get', { params })).can).toContain('readAssignment')
    for (const other of [resident, mediator]) {
      expect((await other.raw('GET', `/api/cases/${found.id}/assignments`)).status).toBe(403)
      expect((await other.call('cases.get', { params })).can).not.toContain('readAssignment')
    }
    expect((await (await service.login('外人')).raw('GET', `/api/cases/${found.id}/assignments`)).status).toBe(404)
    const body = { move: 'transfer' as const, revision: found.revision, reason: '换一位', assigneeId: staff[0]?.personId ?? '' }
    await dispatcher.call('cases.move', { params, body })
    const after = await dispatcher.call('assignments.forCase', { params })
    expect(after.items.map((one) => [one.by, one.chosen])).toEqual([
      ['hand', '候选0'],
      ['submission', '格里调解'],
    ])
  })
})
