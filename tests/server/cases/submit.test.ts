import { randomUUID } from 'node:crypto'
import { database } from '@server/platform/database'
import { isNumber } from '@shared/cases/number'
import { CITY, POINTS } from '@tests/support/city'
import { aCase, aDispute, aMediator, complaint, dispute, place } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import sharp from 'sharp'

let service: Service
let resident: Client
let mediator: Client

beforeAll(async () => {
  service = await aService()
  resident = await service.login('张三')
  mediator = await aMediator(service, { name: '李调解', capacity: 1000 })
})
afterAll(() => service?.close())

const refusal = async (client: Client, body: object, key: string | undefined = randomUUID()) => {
  const answer = await client.raw('POST', '/api/cases', { body, headers: key ? { 'Idempotency-Key': key } : {} })
  return [answer.status, answer.body.code, answer.body.errors?.[0]?.path]
}
const mine = async (client: Client) => (await client.call('cases.list', { query: { view: 'mine', limit: 100 } })).items
const load = async () => (await mediator.call('desk.get')).load
const photo = () =>
  sharp({ create: { width: 20, height: 20, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()

describe('a submission', () => {
  test('has a number, an owner, a deadline, and says in plain words why this mediator', async () => {
    const doc = await aCase(service, resident)
    expect(isNumber(doc.number)).toBe(true)
    expect(doc).toMatchObject({
      kind: 'complaint',
      category: 'utility.lamp',
      status: 'assigned',
      regionCode: CITY.grid,
      assignee: { id: mediator.personId, name: '李调解', role: 'mediator' },
      relation: 'applicant',
      booking: null,
      feedback: null,
    })
    expect(doc.deadline).toMatch(/T18:00:00\.000\+08:00$/)
    expect(doc.timeline.map((entry) => [entry.type, entry.by])).toEqual([
      ['submitted', '张三'],
      ['assign', '系统'],
    ])
    expect(doc.timeline[1]?.text).toContain('李调解')
    expect(doc.can).toEqual(expect.arrayContaining(['withdraw', 'message', 'inviteHelper', 'readReads']))
  })

  test('takes its title from the first sentence, or from the category when only a voice speaks', async () => {
    expect((await aCase(service, resident, { text: '路灯坏了。已经一周。' })).title).toBe('路灯坏了')
    const long = await aCase(service, resident, { text: '👵'.repeat(30) })
    expect([...long.title]).toHaveLength(20)
    const numbered = await aCase(service, resident, { text: '村部旁健身器材铁管断了电话138-1234-5678找老王' })
    expect(numbered.title).toBe('村部旁健身器材铁管断了电话…')
    for (const number of ['138 1234 5678', '一三八一二三四五六七八', '13812345678,13812345678']) {
      const { title } = await aCase(service, resident, { text: `路灯坏了很久了请你们打${number}找老王，${number}` })
      expect(title).toBe('路灯坏了很久了请你们打…')
      expect((await aCase(service, resident, { text: `${number}，${number}` })).title).not.toMatch(/1|一/)
    }
    expect((await aCase(service, resident, { title: '路灯' })).title).toBe('路灯')
  })

  test('nobody to be found: the queue of the governance centre, never nowhere', async () => {
    const doc = await aCase(service, resident, { location: place('farGrid') })
    expect(doc).toMatchObject({ status: 'submitted', assignee: { id: service.city.organisations.cityCentre, role: 'dispatcher' } })
    expect(doc.timeline[1]?.text).toContain('综治中心')
    expect(doc.deadline).not.toBeNull()
  })

  test('of a place above all centres goes to the widest centre below it', async () => {
    const doc = await aCase(service, resident, { location: undefined, regionCode: CITY.province })
    expect(doc).toMatchObject({ status: 'submitted', assignee: { id: service.city.organisations.cityCentre, role: 'dispatcher' } })
  })

  test('a mediator does not handle a case of their own', async () => {
    const doc = await aCase(service, mediator)
    expect(doc.assignee?.id).not.toBe(mediator.personId)
    expect(doc.relation).toBe('applicant')
  })

  test('a respondent is named, not told, and sees nothing before agreeing', async () => {
    const doc = await aDispute(service, resident)
    expect(doc.parties).toMatchObject([
      { side: 'applicant', name: '张三', accepted: true, phoneMasked: null },
      { side: 'respondent', name: '老钱', accepted: false, phoneMasked: null },
    ])
    const seen = await mediator.call('cases.get', { params: { id: doc.id } })
    expect(seen.parties[1]?.phoneMasked).toMatch(/^139\*+0001$/)
    const only = await aDispute(service, resident, { respondent: { phone: '13900000002' } })
    expect(only.parties[1]?.name).toBe('对方当事人')
  })

  test('photos are those of the person who files, and photos', async () => {
    const file = await resident.upload(await photo())
    const doc = await aCase(service, resident, { fileIds: [file.id] })
    expect(doc.files).toMatchObject([{ id: file.id, mime: 'image/jpeg' }])
    const foreign = await mediator.upload(await photo())
    expect(await refusal(resident, complaint({ fileIds: [foreign.id] }))).toEqual([400, 'invalid_input', 'fileIds'])
    expect(await refusal(resident, complaint({ audioFileId: file.id }))).toEqual([400, 'invalid_input', 'audioFileId'])
  })
})

describe('after a counter was restored from an older backup', () => {
  test.each([
    ['a complaint', complaint()],
    ['a dispute, with a respondent who comes into being with it', dispute()],
  ])('%s gets a number that is free', async (_, body) => {
    const { dropNumbers } = await import('@server/modules/cases/number')
    await aCase(service, resident)
    dropNumbers()
    await database()
      .collection<{ last: number }>('counters')
      .updateMany({}, { $inc: { last: -200 } })
    const { number } = await resident.call('cases.submit', { body })
    expect(await database().collection('cases').countDocuments({ number })).toBe(1)
  })
})

describe('what cannot be filed', () => {
  test.each<[string, object, string]>([
    ['a place outside of the city', { location: place('nowhere') }, 'location'],
    ['an unknown region', { location: undefined, regionCode: '880199' }, 'regionCode'],
    ['neither place nor region', { location: undefined }, 'regionCode'],
    ['neither text nor voice', { text: undefined }, 'text'],
    ['an unknown category', { category: 'no.such' }, 'category'],
    ['a category of another kind', { category: 'family.marriage' }, 'category'],
    ['a text of blanks', { text: ' \n ' }, 'text'],
    ['a text of 100,000 characters', { text: '长'.repeat(5001) }, 'text'],
    ['a lone surrogate', { text: 'a\ud800' }, 'text'],
    ['an operator for a value', { text: { $gt: '' } }, 'text'],
    ['an operator in a place', { location: { type: 'Point', coordinates: [{ $gt: '' }, 1] } }, 'location.coordinates.0'],
    ['an unknown field', { status: 'closed' }, 'status'],
    ['ten photos', { fileIds: Array.from({ length: 10 }, () => 'a'.repeat(24)) }, 'fileIds'],
    ['a photo that is not there', { fileIds: ['0123456789abcdef01234567'] }, 'fileIds'],
  ])('%s', async (_, over, path) => {
    const before = [(await mine(resident)).length, await load()]
    expect(await refusal(resident, { ...complaint(), ...over })).toEqual([400, 'invalid_input', path])
    expect([(await mine(resident)).length, await load()]).toEqual(before)
  })
  test('without a key', async () => {
    const answer = await resident.raw('POST', '/api/cases', { body: complaint() })
    expect([answer.status, answer.body.code]).toEqual([400, 'idempotency_key_required'])
  })
  test('by nobody', async () => expect((await refusal(service.anonymous, complaint()))[0]).toBe(401))
})

describe('on behalf of somebody', () => {
  const forOther = (over = {}) => complaint({ onBehalfOf: { name: '王奶奶', phone: '13900000003' }, ...over })

  test('a grid worker files for a person, who is the applicant; both names are where they belong', async () => {
    const worker = await service.staff('gridWorker', { name: '孙网格', regionCode: CITY.grid })
    const doc = await worker.call('cases.submit', { body: forOther() })
    expect(doc).toMatchObject({ relation: 'filer', parties: [{ side: 'applicant', name: '王奶奶' }] })
    expect(doc.timeline[0]).toMatchObject({ type: 'submitted', by: '孙网格', text: '由孙网格代为提交' })
    expect((await mine(worker)).map((item) => item.id)).toEqual([doc.id])
    expect(doc.can).toEqual([])
  })
  test('only by those whose role holds the region', async () => {
    const far = await service.staff('gridWorker', { regionCode: CITY.farGrid })
    for (const client of [resident, mediator, far, await service.staff('supervisor')])
      expect((await refusal(client, forOther())).slice(0, 2)).toEqual([403, 'forbidden'])
    for (const role of ['officer', 'dispatcher', 'importer'] as const)
      expect((await (await service.staff(role)).answer('cases.submit', { body: forOther() })).status).toBe(201)
  })
  test('importers alone say when it was written, and give each writer one person', async () => {
    const importer = await service.staff('importer', { name: '导入员' })
    const submittedAt = '2024-03-01T10:00:00+08:00'
    const file = (ref: string, text: string) =>
      importer.call('cases.submit', { body: forOther({ text, submittedAt, onBehalfOf: { name: '网友', ref } }) })
    const [first, second, other] = [await file('writer-1', '第一条'), await file('writer-1', '第二条'), await file('writer-2', '第三条')]
    expect(first?.createdAt).toBe('2024-03-01T10:00:00.000+08:00')
    expect(first?.timeline[0]?.at).toBe(first?.createdAt)
    const person = async (id: string | undefined) => {
      const { findCase } = await import('@server/modules/cases')
      return (await findCase(id ?? '')).parties[0]?.personId
    }
    expect(await person(first?.id)).toBe(await person(second?.id))
    expect(await person(first?.id)).not.toBe(await person(other?.id))
    expect((await refusal(resident, complaint({ submittedAt }))).slice(0, 2)).toEqual([403, 'forbidden'])
    expect(await refusal(importer, complaint({ submittedAt: '2999-01-01T00:00:00Z' }))).toEqual([400, 'invalid_input', 'submittedAt'])
  })
})

describe('a repeated request', () => {
  test('changes nothing and gives the same answer with 200', async () => {
    const key = randomUUID()
    const before = await load()
    const first = await resident.answer('cases.submit', { body: dispute(), key })
    const again = await resident.answer('cases.submit', { body: dispute(), key })
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.body).toEqual(first.body)
    expect(await load()).toBe(before + 1)
  })
  test('with another body is refused', async () => {
    const key = randomUUID()
    await resident.call('cases.submit', { body: complaint(), key })
    const body = complaint({ text: '另外一件事' })
    expect((await refusal(resident, body, key)).slice(0, 2)).toEqual([422, 'idempotency_mismatch'])
  })
  test('is another request when somebody else makes it', async () => {
    const key = randomUUID()
    const other = await service.login('李四')
    const [one, two] = [
      await resident.call('cases.submit', { body: complaint(), key }),
      await other.call('cases.submit', { body: complaint(), key }),
    ]
    expect(one?.id).not.toBe(two?.id)
  })
  test.each<[string, () => object]>([
    ['complaint', complaint],
    ['dispute with a respondent', dispute],
  ])('twenty at once file one %s and claim one place', async (_, make) => {
    const key = randomUUID()
    const [count, before] = [(await mine(resident)).length, await load()]
    const body = make()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => resident.raw('POST', '/api/cases', { body, headers: { 'Idempotency-Key': key } })),
    )
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(19)
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
    expect((await mine(resident)).length).toBe(count + 1)
    expect(await load()).toBe(before + 1)
  })
  test('gets through after the case has moved on, and shows it as it is now', async () => {
    const key = randomUUID()
    const first = await resident.call('cases.submit', { body: complaint(), key })
    await mediator.call('cases.move', { params: { id: first.id }, body: { move: 'accept', revision: first.revision } })
    expect((await resident.call('cases.submit', { body: complaint(), key })).status).toBe('accepted')
  })
})

describe('two hundred at once', () => {
  test('get two hundred numbers, leave nobody above capacity and everybody about as full as the others', async () => {
    const capacities = [10, 20, 30, 40, 200]
    const team = await Promise.all(
      capacities.map((capacity, index) => aMediator(service, { name: `西河${index}`, regionCode: CITY.otherVillage, capacity })),
    )
    const body = complaint({ location: { type: 'Point', coordinates: [...POINTS.farGrid] } })
    const docs = await Promise.all(Array.from({ length: 200 }, () => resident.call('cases.submit', { body })))
    expect(new Set(docs.map((doc) => doc.number)).size).toBe(200)
    expect(docs.every((doc) => doc.status === 'assigned')).toBe(true)
    const loads = await Promise.all(team.map(async (one) => (await one.call('desk.get')).load))
    expect(loads.reduce((sum, one) => sum + one, 0)).toBe(200)
    // 200 cases for 300 places: two thirds of what each takes on, and a case more or less.
    const off = loads.map((load, index) => Math.abs(load - ((capacities[index] ?? 0) * 2) / 3))
    expect(off.filter((cases) => cases > 4)).toEqual([])
  })
})
