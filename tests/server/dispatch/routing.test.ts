import { CITY } from '@tests/support/city'
import { aCase, aDispute, aMediator, type MediatorOptions, place } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'

let service: Service
let resident: Client
beforeAll(async () => {
  service = await aService()
  resident = await service.login('林小满')
})
afterAll(() => service.close())

/** Mediators of one test: all others are on leave meanwhile. */
let staff: Client[] = []
const mediator = async (options: MediatorOptions): Promise<Client> => {
  const client = await aMediator(service, options)
  staff.push(client)
  return client
}
afterEach(async () => {
  for (const client of staff) await client.call('desk.update', { body: { open: false } })
  staff = []
})
const why = (found: Awaited<ReturnType<typeof aCase>>): string => found.timeline.find((entry) => entry.type === 'assign')?.text ?? ''

describe('routing', () => {
  test('takes the nearest level that has room: grid, village, township, county', async () => {
    const county = await mediator({ name: '县里老孙', regionCode: CITY.county, capacity: 1 })
    const township = await mediator({ name: '镇上老吴', regionCode: CITY.township, capacity: 1 })
    const village = await mediator({ name: '村里老郑', regionCode: CITY.village, capacity: 1 })
    const grid = await mediator({ name: '网格老冯', regionCode: CITY.grid, capacity: 1 })
    const owners = []
    for (let i = 0; i < 5; i += 1) owners.push(await aCase(service, resident))
    expect(owners.map((one) => one.assignee?.name)).toEqual([
      grid.user.name,
      village.user.name,
      township.user.name,
      county.user.name,
      '东河县综治中心',
    ])
    expect(owners.map((one) => one.status)).toEqual(['assigned', 'assigned', 'assigned', 'assigned', 'submitted'])
  })

  test('leaves out who serves another place, has other categories, or is on leave', async () => {
    await mediator({ name: '别的网格', regionCode: CITY.otherGrid })
    await mediator({ name: '只管家事', regionCode: CITY.grid, categories: ['family'] })
    const away = await mediator({ name: '正在休假', regionCode: CITY.grid })
    await away.call('desk.update', { body: { open: false } })
    const found = await aDispute(service, resident, { category: 'neighbour.leak' })
    expect(found).toMatchObject({ status: 'submitted', assignee: { name: '东河县综治中心' } })
    expect((await aDispute(service, resident, { category: 'family.support' })).assignee?.name).toBe('只管家事')
  })

  test('takes the least busy, then the longest unassigned, in turn', async () => {
    const names = ['甲一', '乙二', '丙三']
    for (const name of names) await mediator({ name, regionCode: CITY.grid })
    const order = []
    for (let i = 0; i < 6; i += 1) order.push((await aCase(service, resident)).assignee?.name)
    expect(new Set(order.slice(0, 3))).toEqual(new Set(names))
    expect(order.slice(3)).toEqual(order.slice(0, 3))
  })

  test('says why in plain words', async () => {
    await mediator({ name: '王秀兰', regionCode: CITY.grid, categories: ['neighbour'], capacity: 9 })
    await aDispute(service, resident, { category: 'neighbour.leak' })
    const second = await aDispute(service, resident, { category: 'neighbour.noise' })
    expect(why(second)).toBe('派给王秀兰：负责柳溪镇桥头一网格，擅长邻里纠纷，手上1件（最多9件）')
  })

  test('gives the mediator whom the applicant wishes, unless full, elsewhere, or otherwise occupied', async () => {
    const near = await mediator({ name: '近处老蒋', regionCode: CITY.grid })
    const wished = await mediator({ name: '心仪老沈', regionCode: CITY.township, capacity: 1 })
    const far = await mediator({ name: '远处老韩', regionCode: CITY.farGrid })
    const wish = (client: Client) => aCase(service, resident, { preferredMediatorId: client.personId })
    const first = await wish(wished)
    expect(first.assignee?.name).toBe('心仪老沈')
    expect(why(first)).toMatch(/^派给心仪老沈：按申请人的意愿，负责/)
    const second = await wish(wished)
    expect(second.assignee?.name).toBe(near.user.name)
    expect(why(second)).toMatch(/^派给近处老蒋：申请人想找的调解员目前不能接；负责/)
    expect((await wish(far)).assignee?.name).toBe(near.user.name)
  })

  test('never gives a case to its own applicant', async () => {
    const own = await mediator({ name: '自家老杨', regionCode: CITY.grid })
    const found = await own.call('cases.submit', {
      body: { kind: 'complaint', text: '自家门口的路灯坏了。', location: place('grid'), preferredMediatorId: own.personId },
    })
    expect(found.status).toBe('submitted')
  })

  test('gives a place back when the case is done with or handed back', async () => {
    const client = await mediator({ name: '一件老朱', regionCode: CITY.grid, capacity: 1 })
    const found = await aCase(service, resident)
    expect(await client.call('desk.get')).toMatchObject({ load: 1 })
    const body = { move: 'handBack' as const, revision: found.revision, reason: '不在我的片区' }
    await client.call('cases.move', { params: { id: found.id }, body })
    expect(await client.call('desk.get')).toMatchObject({ load: 0 })
  })
})
