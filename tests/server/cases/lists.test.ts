import { CARD_CAN } from '@shared/cases/schemas'
import { CITY } from '@tests/support/city'
import { aCase, aMediator, type CaseView, place } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'

let service: Service
let resident: Client
let mediator: Client
let docs: CaseView[]

const MINUTE = 60_000

beforeAll(async () => {
  service = await aService()
  resident = await service.login('张三')
  mediator = await aMediator(service, { name: '李调解', capacity: 1000 })
  docs = []
  for (let index = 0; index < 12; index += 1) {
    docs.push(await aCase(service, resident, index % 3 === 0 ? { kind: 'hazard', category: 'safety.fire' } : {}))
    await service.clock.advance(MINUTE)
  }
})
afterAll(() => service?.close())

const ids = (items: { id: string }[]) => items.map((item) => item.id)
const walk = async (client: Client, query: object, limit: number): Promise<string[]> => {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await client.call('cases.list', { query: { ...query, limit, cursor } })
    expect(page.items.length).toBeLessThanOrEqual(limit)
    seen.push(...ids(page.items))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return seen
}
const newestFirst = () => ids([...docs].reverse())

test('mine: the newest first, in pages that neither repeat nor leave out', async () => {
  for (const limit of [1, 5, 12, 100]) expect(await walk(resident, { view: 'mine' }, limit)).toEqual(newestFirst())
  expect(await walk(await service.login('别人'), {}, 20)).toEqual([])
})

test('pages hold when many stand at the same instant', async () => {
  const twin = await service.login('双胞胎')
  const filed = await Promise.all(Array.from({ length: 15 }, () => aCase(service, twin)))
  const seen = await walk(twin, { view: 'mine' }, 4)
  expect([...seen].sort()).toEqual(ids(filed).sort())
  expect([...(await walk(mediator, { view: 'inbox' }, 4))].sort()).toEqual([...ids(filed), ...ids(docs)].sort())
})

test('an item is the case without its words, and offers what a card can', async () => {
  const [item] = (await resident.call('cases.list', { query: { limit: 1 } })).items
  const { can, ...doc } = await resident.call('cases.get', { params: { id: item?.id ?? '' } })
  const offered = can.filter((one) => CARD_CAN.some((known) => known === one))
  expect(can).toContain('readReads')
  expect({ ...doc, can: offered }).toMatchObject(item as object)
  expect(Object.keys(item as object)).not.toEqual(expect.arrayContaining(['text']))
})

test('filters by status, several too, and by kind', async () => {
  const [first] = docs as [CaseView]
  const moved = await mediator.call('cases.move', { params: { id: first.id }, body: { move: 'accept', revision: first.revision } })
  expect(ids((await resident.call('cases.list', { query: { status: 'accepted' } })).items)).toEqual([moved.id])
  expect((await walk(resident, { status: ['accepted', 'assigned'] }, 5)).length).toBe(12)
  expect((await walk(resident, { kind: 'hazard' }, 5)).length).toBe(4)
  expect((await resident.raw('GET', '/api/cases?status=nonsense')).status).toBe(400)
})

test('refuses what it cannot use', async () => {
  const foreign = Buffer.from(JSON.stringify(['x', 'y'])).toString('base64url')
  for (const query of ['limit=0', 'limit=101', 'cursor=abc', `cursor=${foreign}`, 'view=all', 'sort=1', 'kind[$ne]=x'])
    expect([query, (await resident.raw('GET', `/api/cases?${query}`)).status]).toEqual([query, 400])
})

describe('inbox', () => {
  test('the nearest deadline first; what was closed is gone', async () => {
    const { items } = await mediator.call('cases.list', { query: { view: 'inbox', limit: 100 } })
    const due = items.map((item) => Date.parse(item.deadline ?? '9999-12-31T00:00:00Z'))
    expect(due).toEqual([...due].sort((one, other) => one - other))
    const doc = await aCase(service, resident)
    const body = { move: 'withdraw', revision: doc.revision, reason: '已经解决' } as const
    await resident.call('cases.move', { params: { id: doc.id }, body })
    expect(await walk(mediator, { view: 'inbox' }, 100)).not.toContain(doc.id)
  })
  test('shows the queue of the own organisation', async () => {
    const dispatcher = await service.staff('dispatcher', { regionCode: CITY.city, organisationId: service.city.organisations.cityCentre })
    const doc = await aCase(service, resident, { location: place('farGrid') })
    expect(await walk(dispatcher, { view: 'inbox' }, 100)).toContain(doc.id)
    const other = await service.staff('dispatcher')
    expect(await walk(other, { view: 'inbox' }, 100)).not.toContain(doc.id)
  })
})

describe('region', () => {
  test('dispatchers and supervisors: everything in their region, the newest first, by either index', async () => {
    const far = await aCase(service, resident, { location: place('farGrid') })
    for (const role of ['dispatcher', 'supervisor'] as const) {
      for (const regionCode of [CITY.city, CITY.county, CITY.township, CITY.grid]) {
        const client = await service.staff(role, { regionCode })
        const seen = await walk(client, { view: 'region' }, 7)
        expect(seen.filter((id) => ids(docs).includes(id))).toEqual(newestFirst())
        expect(seen.includes(far.id)).toBe(regionCode === CITY.city)
      }
    }
  })
  test('grid workers and officers: the hazards', async () => {
    for (const role of ['gridWorker', 'officer'] as const) {
      const client = await service.staff(role, { regionCode: CITY.grid })
      const seen = await walk(client, { view: 'region' }, 3)
      expect(seen).toEqual(ids(docs.filter((doc) => doc.kind === 'hazard').reverse()))
    }
    expect(await walk(await service.staff('gridWorker', { regionCode: CITY.otherGrid }), { view: 'region' }, 10)).toEqual([])
  })
  test('nobody else', async () => {
    for (const client of [resident, mediator, await service.staff('admin'), await service.staff('cppccMember')])
      expect((await client.raw('GET', '/api/cases?view=region')).status).toBe(403)
  })
  test('one who watches two regions sees both, once', async () => {
    const { seedAccount } = await import('@server/modules/identity')
    const { openidOf } = await import('@tests/support/service')
    await seedAccount({
      openid: openidOf('两地'),
      name: '两地',
      roles: [CITY.county, CITY.otherCounty, CITY.grid].map((regionCode) => ({
        role: 'dispatcher' as const,
        organisationId: null,
        regionCode,
      })),
    })
    const client = await service.login('两地')
    const seen = await walk(client, { view: 'region' }, 9)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining(ids(docs)))
  })
})

test('categories come in two levels', async () => {
  const { items } = await service.anonymous.call('categories.list')
  expect(items.length).toBeGreaterThan(10)
  expect(items.every((item) => item.children.length > 0)).toBe(true)
})

test("handled: own cases that have ended, the latest first; nobody else's, and none that are open", async () => {
  const owner = await aMediator(service, { name: '王调解', regionCode: CITY.otherVillage })
  const applicant = await service.login('收尾人')
  const filed: CaseView[] = []
  for (let index = 0; index < 5; index += 1) filed.push(await aCase(service, applicant, { location: undefined, regionCode: CITY.farGrid }))
  const ended = filed.slice(0, 4)
  for (const { id, revision } of ended)
    await applicant.call('cases.move', { params: { id }, body: { move: 'withdraw', revision, reason: '不办了' } })
  expect(await walk(owner, { view: 'handled' }, 3)).toEqual(ids([...ended].reverse()))
  expect(await walk(owner, { view: 'inbox' }, 3)).toEqual(ids(filed.slice(4)))
  expect(await walk(applicant, { view: 'handled' }, 3)).toEqual([])
})
