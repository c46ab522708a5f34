import { ObjectId } from '@server/platform/database'
import { CITY } from '@tests/support/city'
import { aMediator, dispute, place } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { SAME } from './pairs'
import { aHazard, COVER, COVER_AGAIN, east, get, moveNow, settle } from './support'

let service: Service
let owner: Client
let dispatcher: Client

beforeAll(async () => {
  service = await aService()
  owner = await aMediator(service, { name: '李调解', capacity: 100_000 })
  dispatcher = await service.staff('dispatcher', { name: '赵派单' })
})
afterAll(() => service?.close())

const similar = async (client: Client, id: string) => (await client.call('duplicates.forCase', { params: { id } })).items

/** Two reports of one matter by two people, each time another matter: the tests do not find one another's. */
let matters = 0
const aPair = async (over: { first?: Client; second?: Client } = {}) => {
  matters += 1
  const [, one, other] = SAME[matters] ?? []
  const [first, second] = [over.first ?? (await service.login(`甲${matters}`)), over.second ?? (await service.login(`乙${matters}`))]
  const older = await aHazard(first, { text: one, preferredMediatorId: owner.personId })
  await settle(service)
  const newer = await aHazard(second, { text: other, preferredMediatorId: owner.personId })
  await settle(service)
  return { first, second, older, newer }
}

describe('what looks like one matter', () => {
  test('is proposed to the centre and to whoever handles both, with why, and told once', async () => {
    const [zhang, wang] = [await service.login('张三'), await service.login('王五')]
    const older = await aHazard(zhang)
    await settle(service)
    const newer = await aHazard(wang, { text: COVER_AGAIN, location: east(100) })
    await settle(service)
    for (const client of [owner, dispatcher]) {
      const [pair, ...more] = await similar(client, newer.id)
      expect(more).toEqual([])
      expect(pair).toMatchObject({ why: 'sameMatter', state: 'proposed', can: ['merge', 'dismiss'] })
      expect(pair?.cases.map(({ id }) => id)).toEqual([older.id, newer.id])
      expect(pair?.metres).toBeGreaterThan(90)
      expect(pair?.metres).toBeLessThan(110)
      expect(pair?.words.join()).toContain('井盖')
    }
    expect((await dispatcher.call('duplicates.list', { query: {} })).items[0]?.cases.map(({ id }) => id)).toContain(newer.id)
    expect((await get(owner, newer.id)).can).toContain('readSimilar')
    const { database } = await import('@server/platform/database')
    expect(
      await database()
        .collection('similarPairs')
        .countDocuments({ pendingAt: { $exists: true } }),
    ).toBe(0)
  })
  test('is never shown to those who brought it, nor to anybody who has neither', async () => {
    const { first, second, older, newer } = await aPair()
    for (const client of [first, second]) {
      const own = client === first ? older : newer
      expect((await client.raw('GET', `/api/cases/${own.id}/similar`)).status).toBe(403)
      expect((await get(client, own.id)).can).not.toContain('readSimilar')
    }
    expect((await first.raw('GET', `/api/cases/${newer.id}/similar`)).status).toBe(404)
    expect((await owner.raw('GET', '/api/similar-cases')).status).toBe(403)
    expect((await first.raw('GET', '/api/similar-cases')).status).toBe(403)
    const [pair] = await similar(owner, newer.id)
    for (const [client, status] of [
      [first, 404],
      [await service.staff('dispatcher', { regionCode: CITY.otherCounty }), 404],
      [await service.staff('supervisor'), 404],
    ] as const)
      expect((await client.raw('POST', `/api/similar-cases/${pair?.id}/dismissal`)).status).toBe(status)
  })
  test('shows a mediator nothing of the case that another mediator has', async () => {
    const colleague = await aMediator(service, { name: '王调解' })
    const { older, newer } = await aPair()
    await moveNow(dispatcher, newer.id, 'transfer', { assigneeId: colleague.personId, reason: '换人' })
    const [pair] = await similar(colleague, newer.id)
    expect(pair?.cases.map(({ id }) => id)).toEqual([newer.id])
    expect(pair?.can).toEqual([])
    expect((await colleague.raw('POST', `/api/similar-cases/${pair?.id}/dismissal`)).status).toBe(403)
    expect(JSON.stringify(pair)).not.toContain(older.number)
  })
  test('shows nobody a case next to one in which they take part', async () => {
    const { older, newer } = await aPair({ first: dispatcher })
    expect(older.relation).toBe('applicant')
    expect(await similar(dispatcher, newer.id)).toEqual([])
  })
  test('of the same person is called a repeat, wherever it is written', async () => {
    const zhang = await service.login('张反复')
    const older = await zhang.call('cases.submit', { body: dispute({ text: '楼上卫生间漏水把我家吊顶泡坏了。' }) })
    await settle(service)
    const body = dispute({ text: '我再说一次，楼上卫生间还在漏水，吊顶已经掉下来一块。', location: place('farGrid') })
    const newer = await zhang.call('cases.submit', { body })
    await settle(service)
    const seen = await similar(dispatcher, older.id)
    expect(seen).toMatchObject([{ why: 'samePerson' }])
    // The other is in another county: the dispatcher of this one does not learn its number.
    expect(JSON.stringify(seen)).not.toContain(newer.number)
    const city = await service.staff('dispatcher', { regionCode: CITY.city, organisationId: service.city.organisations.cityCentre })
    expect((await similar(city, older.id))[0]?.cases.map(({ id }) => id)).toEqual([older.id, newer.id])
  })
  test('is not proposed when it only sounds alike: another house, another street, another time', async () => {
    const zhou = await service.login('周一')
    const lifts = [3, 7].map((house) => ({
      text: `${house}号楼电梯停在五楼不动了，把人关在里面`,
      location: undefined,
      regionCode: CITY.village,
    }))
    const one = await aHazard(zhou, lifts[0])
    const two = await aHazard(await service.login('周二'), lifts[1])
    await settle(service)
    expect([await similar(dispatcher, one.id), await similar(dispatcher, two.id)]).toEqual([[], []])
    await service.clock.advance(100 * 86_400_000)
    const late = await aHazard(await service.login('周三'), { ...lifts[0] })
    await settle(service)
    expect(await similar(await service.staff('dispatcher'), late.id)).toEqual([])
  })
})

describe('a decision on a pair', () => {
  const dismiss = (client: Client, id: string) => client.raw('POST', `/api/similar-cases/${id}/dismissal`)
  test('that they are not the same is made once, and the pair is not proposed again', async () => {
    const { newer } = await aPair()
    const [pair] = await similar(owner, newer.id)
    const answers = await Promise.all(Array.from({ length: 8 }, () => dismiss(owner, pair?.id ?? '')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)])
    expect(answers.find(({ status }) => status === 200)?.body).toMatchObject({ state: 'dismissed', can: [] })
    expect(await similar(owner, newer.id)).toEqual([])
    const { noteUncompared } = await import('@server/modules/duplicates/uncompared.model')
    await noteUncompared([new ObjectId(newer.id)])
    await settle(service)
    expect(await similar(owner, newer.id)).toEqual([])
    const { items } = await dispatcher.call('duplicates.list', { query: { state: 'dismissed' } })
    expect(items.map(({ id }) => id)).toContain(pair?.id)
    expect((await dismiss(owner, 'nonsense')).status).toBe(404)
  })
  test('merged and taken apart again by somebody, it is not proposed again', async () => {
    const { older, newer } = await aPair()
    await moveNow(owner, newer.id, 'merge', { leadId: older.id })
    await settle(service)
    expect(await similar(owner, newer.id)).toMatchObject([{ state: 'merged', can: [] }])
    await moveNow(owner, newer.id, 'unmerge')
    await settle(service)
    expect(await similar(owner, newer.id)).toEqual([])
  })
  test('is not asked for any more from the very moment at which they are merged', async () => {
    const { older, newer } = await aPair()
    await moveNow(owner, newer.id, 'merge', { leadId: older.id })
    expect(await similar(owner, newer.id)).toMatchObject([{ state: 'merged', can: [] }])
    const { items } = await dispatcher.call('duplicates.list', { query: { limit: 100 } })
    expect(items.flatMap(({ cases }) => cases.map(({ id }) => id))).not.toContain(newer.id)
  })
  test('is not asked for any more when one of the two has ended', async () => {
    const { older, newer, first } = await aPair()
    const listed = async () =>
      (await dispatcher.call('duplicates.list', { query: { limit: 100 } })).items.flatMap(({ cases }) => cases.map(({ id }) => id))
    expect(await listed()).toContain(newer.id)
    await moveNow(first, older.id, 'withdraw', { reason: '补好了' })
    await settle(service)
    expect(await listed()).not.toContain(newer.id)
    expect(await similar(owner, newer.id)).toMatchObject([{ can: ['dismiss'] }])
  })
  test('the list is paged, newest first', async () => {
    const all = await dispatcher.call('duplicates.list', { query: { limit: 100 } })
    expect(all.items.length).toBeGreaterThanOrEqual(3)
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const page = await dispatcher.call('duplicates.list', { query: { limit: 2, ...(cursor ? { cursor } : {}) } })
      ids.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(ids).toEqual(all.items.map(({ id }) => id))
    const bad = await dispatcher.raw('GET', '/api/similar-cases?cursor=abc')
    expect([bad.status, bad.body.errors[0].path]).toEqual([400, 'cursor'])
    expect((await dispatcher.raw('GET', '/api/similar-cases?state=lost')).status).toBe(400)
  })
})

test('hearing of the same case again, and comparing it again, makes no second pair', async () => {
  const { newer } = await aPair()
  const { duplicateListener } = await import('@server/modules/duplicates')
  const { compareWaiting } = await import('@server/modules/duplicates/commands/compare-waiting')
  const event = { id: 'e', type: 'case.submitted', at: new Date(), data: { caseId: newer.id } }
  await Promise.all([duplicateListener([event]), duplicateListener([event])])
  await Promise.all([compareWaiting(), compareWaiting()])
  expect(await similar(owner, newer.id)).toHaveLength(1)
})

test('words of a case are not kept a second time', async () => {
  const { database } = await import('@server/platform/database')
  const prints = await database().collection('fingerprints').find({}).limit(50).toArray()
  expect(prints.length).toBeGreaterThan(5)
  expect(JSON.stringify(prints)).not.toContain(COVER.slice(0, 4))
})
