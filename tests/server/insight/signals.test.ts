import { flushReads } from '@server/modules/cases'
import { stopInsight } from '@server/modules/insight'
import { CITY } from '@tests/support/city'
import { aService, type Client, type Service } from '@tests/support/service'
import { anEverydayPast, bring, follow, people, signalsFor, WATER } from './support'

let service: Service
let member: Client
let writers: Awaited<ReturnType<typeof bring>>
const id = async () => (await signalsFor(member))[0]?.id ?? ''
const view = async (client = member) => client.call('signals.get', { params: { id: await id() } })

beforeAll(async () => {
  service = await aService()
  await anEverydayPast(service)
  member = await service.staff('cppccMember', { name: '委员老梁' })
  writers = await bring({ service, affair: WATER, names: people('近处', 8) })
  await bring({ service, affair: WATER, names: people('隔壁', 6), where: 'otherGrid' })
  await bring({ service, affair: WATER, names: people('远处', 2), where: 'farGrid' })
  await bring({ service, affair: WATER, names: Array.from({ length: 5 }, () => '一个人说很多遍') })
  await follow(service)
})
afterAll(() => service?.close())

describe('what many people bring within days', () => {
  test('is a signal, which counts people and not messages', async () => {
    const signals = await signalsFor(member)
    expect(signals).toHaveLength(1)
    expect(signals[0]).toMatchObject({ kind: 'emerging', people: 17, messages: 21, regions: 2, muted: false })
    expect(signals[0]?.name).toMatch(/水厂|自来水|银杏/)
    expect(signals[0]?.observed).toBeGreaterThanOrEqual(5)
    expect(signals[0]?.expected).toBeLessThan(signals[0]?.observed ?? 0)
    expect(signals[0]?.p).toBeLessThan(0.001)
  })

  test('has its numbers by week, region and kind, and what would be usual', async () => {
    const { byWeek, byRegion, byKind, support, opposition, history } = await view()
    expect(byWeek.reduce((sum, { people: count }) => sum + (count ?? 0), 0)).toBe(17)
    expect(byWeek.every(({ expected }) => expected >= 0)).toBe(true)
    expect(byWeek.length).toBeGreaterThan(8)
    expect(byKind).toEqual([{ kind: 'complaint', people: 17 }])
    // Two people in the one county would show in the other's number as well.
    expect(byRegion.map(({ people: count }) => count)).toEqual([null, null])
    expect([support, opposition, history]).toEqual([0, 0, []])
  })

  test('is the same after the stream was read anew', async () => {
    const before = await view()
    await stopInsight()
    await follow(service)
    expect(await view()).toEqual(before)
    expect(await signalsFor(member)).toHaveLength(1)
  })
})

describe('who reads signals', () => {
  test('a member of a county sees the numbers of that county', async () => {
    const near = await service.staff('cppccMember', { regionCode: CITY.county })
    expect((await signalsFor(near))[0]).toMatchObject({ people: 15, messages: 19, regions: 1 })
    const grid = await signalsFor(near, { regionCode: CITY.otherGrid })
    expect(grid[0]).toMatchObject({ people: 6, messages: 6 })
  })

  test('what is kept back beside its neighbours is not told when one asks for it alone', async () => {
    // 17 in the city and 15 in the one county would be 2 in the other.
    for (const regionCode of [CITY.county, CITY.township, CITY.grid]) {
      expect((await signalsFor(member, { regionCode }))[0]).toMatchObject({ people: null, messages: null })
      const { items } = await member.call('signals.map', { query: { regionCode } })
      expect(items.map(({ people: count }) => count)).toEqual(items.map(() => null))
    }
  })

  test('where fewer than five people are, none is counted', async () => {
    const far = await service.staff('cppccOffice', { regionCode: CITY.otherCounty })
    expect((await signalsFor(far))[0]).toMatchObject({ people: null, messages: null })
    const { byWeek, byRegion, byKind } = await view(far)
    expect(byWeek).toEqual([])
    expect([...byRegion, ...byKind].map(({ people: count }) => count)).toEqual([null, null])
  })

  test('a place in which nobody of it is does not see it', async () => {
    const elsewhere = await service.staff('cppccMember', { regionCode: `${CITY.village}003` })
    expect((await elsewhere.raw('GET', `/api/signals/${await id()}`)).status).toBe(404)
    expect((await elsewhere.raw('GET', `/api/signals/${await id()}/wordings`)).status).toBe(404)
  })

  test('a centre reads numbers and words, but starts neither consultation nor brief', async () => {
    const centre = await service.staff('dispatcher')
    expect((await view(centre)).can.sort()).toEqual(['merge', 'mute', 'rename', 'split'])
    expect((await view()).can.sort()).toEqual(['brief', 'consult', 'merge', 'mute', 'rename', 'split'])
  })

  test.each(['mediator', 'gridWorker', 'officer', 'department', 'supervisor', 'admin'] as const)('a %s does not', async (role) => {
    const other = await service.staff(role)
    expect((await other.raw('GET', '/api/signals')).status).toBe(403)
    expect((await other.raw('GET', '/api/signals/map')).status).toBe(403)
    for (const path of ['', '/wordings']) expect((await other.raw('GET', `/api/signals/${await id()}${path}`)).status).toBe(404)
    const body = { action: 'mute', revision: 0, reason: '试试' }
    expect((await other.raw('POST', `/api/signals/${await id()}/actions`, { body })).status).toBe(404)
  })

  test('nor does a resident, or anybody for a region of others', async () => {
    expect((await writers[0]?.client.raw('GET', '/api/signals'))?.status).toBe(403)
    const near = await service.staff('cppccMember', { regionCode: CITY.county })
    expect((await near.raw('GET', `/api/signals?regionCode=${CITY.otherCounty}`)).status).toBe(403)
  })
})

test('a map has each part of a region, with small numbers kept back', async () => {
  const near = await service.staff('cppccMember', { regionCode: CITY.county })
  const { regionName, items } = await near.call('signals.map', { query: { regionCode: CITY.village } })
  expect(regionName).toBe('桥头村')
  expect(items).toEqual(
    expect.arrayContaining([
      { regionCode: CITY.grid, name: '桥头一网格', signals: 1, people: 9 },
      { regionCode: CITY.otherGrid, name: '桥头二网格', signals: 1, people: 6 },
    ]),
  )
  const city = await member.call('signals.map', { query: { kind: 'emerging' } })
  expect(city.items.map(({ people: count }) => count)).toEqual([null, null])
  expect((await member.call('signals.map', { query: { kind: 'widespread' } })).items.map(({ signals }) => signals)).toEqual([0, 0])
})

test('its wording is de-identified, paged, each once, and every display is noted', async () => {
  const seen: string[] = []
  let cursor: string | null | undefined
  do {
    const page = await member.call('signals.wordings', { params: { id: await id() }, query: { limit: 8, ...(cursor ? { cursor } : {}) } })
    seen.push(...page.items.map((one) => one.id))
    for (const { text, regionName } of page.items)
      expect([text, regionName]).toEqual([expect.stringMatching(/自来水/), expect.not.stringMatching(/网格/)])
    cursor = page.nextCursor
  } while (cursor)
  expect(seen).toHaveLength(21)
  expect(new Set(seen).size).toBe(21)
  await flushReads()
  const [first] = writers
  const reads = await first?.client.call('cases.reads', { params: { id: first.found.id }, query: {} })
  expect(reads?.items).toMatchObject([{ by: '委员老梁', role: '政协委员', what: 'wording' }])
})

test('members and the office of its regions are told of it, once, however often the stream is read', async () => {
  for (let round = 0; round < 2; round += 1) {
    await stopInsight()
    await follow(service)
  }
  const told = (await member.call('notifications.list', { query: { sort: 'work' } })).items
  expect(told).toMatchObject([{ title: '发现新的苗头', page: `packages/member/pages/signal/index?id=${await id()}` }])
})

test.each([
  ['/api/signals?cursor=abc', 'cursor'],
  ['/api/signals?kind=loud', 'kind'],
  ['/api/signals?regionCode=12345', 'regionCode'],
  ['/api/signals?limit=1000', 'limit'],
  [`/api/signals/map?regionCode=${CITY.city}99`, 'regionCode'],
])('%s is refused, naming the field', async (path, field) => {
  const { status, body } = await member.raw('GET', path)
  expect([status, body.code, body.errors[0].path]).toEqual([400, 'invalid_input', field])
})

test.each(['none', '0'.repeat(24)])('there is no signal %s', async (unknown) => {
  for (const path of ['', '/wordings']) expect((await member.raw('GET', `/api/signals/${unknown}${path}`)).status).toBe(404)
})
