import { compareWaiting } from '@server/modules/duplicates/commands/compare-waiting'
import { CITY } from '@tests/support/city'
import { aMediator, dispute } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { aHazard, COVER, COVER_AGAIN, east, get, moveNow, settle } from './support'

let service: Service
let owner: Client
let writer: Client

beforeAll(async () => {
  service = await aService()
  owner = await aMediator(service, { name: '李调解', capacity: 100_000 })
  writer = await service.login('写信人')
})
afterAll(() => service?.close())

const nearby = async (client: Client, text = COVER_AGAIN, metres = 100) =>
  (await client.call('duplicates.nearby', { body: { text, location: east(metres) } })).items

describe('while somebody writes', () => {
  test('hazards reported nearby that read alike are shown, and nothing of who reported them', async () => {
    const lead = await aHazard(await service.login('张三丰'))
    await settle(service)
    const [found, ...more] = await nearby(writer)
    expect(more).toEqual([])
    expect(found).toMatchObject({
      id: lead.id,
      people: 1,
      status: 'assigned',
      categoryName: '安全隐患 · 其他隐患',
      words: null,
      photo: null,
    })
    expect(found?.metres).toBeGreaterThan(90)
    expect(JSON.stringify(found)).not.toContain('张三丰')
    expect(JSON.stringify(found)).not.toContain(lead.number)
    expect((await writer.raw('GET', `/api/cases/${lead.id}`)).status).toBe(404)
  })
  test('nothing of it is kept', async () => {
    const { database } = await import('@server/platform/database')
    const before = await database().collection('fingerprints').countDocuments({})
    await nearby(writer)
    expect(await database().collection('fingerprints').countDocuments({})).toBe(before)
  })
  test('what is far away, reads otherwise, has been done, or is no hazard, is not shown', async () => {
    expect(await nearby(writer, COVER_AGAIN, 30_000 / 3.2)).toEqual([])
    expect(await nearby(writer, '河里漂着很多死鱼，味道很大。')).toEqual([])
    const own = await service.login('有纠纷的人')
    await own.call('cases.submit', { body: dispute({ text: '邻居的空调外机正对着我家窗户吹热风', location: east(0) }) })
    await settle(service)
    expect(await nearby(writer, '邻居的空调外机正对着我家窗户吹热风')).toEqual([])
    const done = await aHazard(own, { text: '公厕后面的化粪池盖板塌了，露出一个大洞。' })
    await settle(service)
    const text = '公厕后边化粪池的盖板没了，大洞就那么敞着。'
    expect(await nearby(writer, text)).toHaveLength(1)
    await moveNow(own, done.id, 'withdraw', { reason: '自己盖上了' })
    await settle(service)
    expect(await nearby(writer, text)).toEqual([])
  })
  test('what ended before it was compared is not shown', async () => {
    const own = await service.login('很快改变主意的人')
    const doc = await aHazard(own, { text: '凉亭顶上的瓦片一直往下掉。' })
    await moveNow(own, doc.id, 'withdraw', { reason: '看错了' })
    await settle(service)
    expect(await nearby(writer, '凉亭顶的瓦片往下掉')).toEqual([])
    const { FingerprintModel } = await import('@server/modules/duplicates/fingerprint.model')
    expect((await FingerprintModel.findById(doc.id).lean())?.endedAt).toBeInstanceOf(Date)
  })
  test('bad input is refused with its field', async () => {
    const ask = async (body: object) => {
      const answer = await writer.raw('POST', '/api/duplicates/nearby', { body })
      return [answer.status, answer.body.errors?.[0]?.path, answer.body.errors?.[0]?.code]
    }
    expect(await ask({ text: '井盖' })).toEqual([400, 'regionCode', 'region_or_location'])
    expect(await ask({ text: ' ', regionCode: CITY.grid })).toEqual([400, 'text', 'too_small'])
    expect(await ask({ text: '井盖', regionCode: '990101001' })).toEqual([400, 'regionCode', 'unknown_region'])
    expect(await ask({ text: '井盖', location: { type: 'Point', coordinates: [10, 10] } })).toEqual([400, 'location', 'outside'])
    expect((await service.anonymous.raw('POST', '/api/duplicates/nearby', { body: { text: '井盖', regionCode: CITY.grid } })).status).toBe(
      401,
    )
  })
  test('words are shown where their author allows it and they have been looked at; telephone numbers never', async () => {
    const author = await service.login('愿意公开的人')
    const text = '村部旁健身器材铁管断了电话13812345678'
    const doc = await aHazard(author, { text, opinionUse: true })
    await service.drain()
    await compareWaiting()
    const again = '健身器材断了一根铁管，就在村部旁边，小孩玩容易划伤。'
    expect(await nearby(writer, again)).toMatchObject([{ id: doc.id, words: null }])
    const { CheckModel } = await import('@server/modules/moderation/check.model')
    await CheckModel.updateMany({ 'subject.id': doc.id }, { $set: { state: 'passed' } })
    const [shown] = await nearby(writer, again)
    expect(shown?.words).toContain('健身器材')
    expect(shown?.words).not.toMatch(/\d/)
  })
})

describe('who joins', () => {
  test('is handled together with the others at once, and still hears for themselves', async () => {
    const lead = await aHazard(await service.login('甲'), { text: '红旗桥桥面塌了个坑，看得见钢筋。' })
    const joined = await aHazard(writer, { text: '桥上那个坑我也看到了', joinId: lead.id, location: east(60) })
    expect(joined.status).toBe('assigned')
    await settle(service)
    expect(await get(writer, joined.id)).toMatchObject({ status: 'suspended', merged: true })
    expect((await get(owner, lead.id)).linked?.followers).toBe(1)
    expect(await nearby(writer, '红旗桥上有个坑，看得见钢筋')).toMatchObject([{ id: lead.id, people: 2 }])
  })
  test('through one that was merged comes to its lead', async () => {
    const lead = await aHazard(await service.login('甲'), { text: '水库坝脚有渗水。' })
    const second = await aHazard(await service.login('乙'), { text: '坝脚渗水', joinId: lead.id })
    await settle(service)
    const third = await aHazard(await service.login('丙'), { text: '坝脚渗水', joinId: second.id })
    await settle(service)
    expect((await get(owner, third.id)).linked).toMatchObject({ leadId: lead.id })
  })
  test('what is somewhere else, something else, or not there at all, goes on alone; the staff read why', async () => {
    const lead = await aHazard(await service.login('甲'), { text: '加油站对面的广告牌松了' })
    const other = await aHazard(await service.login('甲'), { kind: 'complaint', category: 'environment.rubbish', text: '垃圾没有人收' })
    for (const over of [
      { joinId: lead.id, location: { type: 'Point' as const, coordinates: [110.11, 30.01] as [number, number] } },
      { joinId: other.id },
      { joinId: '0123456789abcdef01234567' },
      { joinId: 'nonsense' },
    ]) {
      const alone = await aHazard(await service.login('丁'), { text: '广告牌要掉下来了', ...over })
      await settle(service)
      const dispatcher = await service.staff('dispatcher', { regionCode: CITY.city, organisationId: service.city.organisations.cityCentre })
      const seen = await get(dispatcher, alone.id)
      expect(seen.merged).toBe(false)
      expect(seen.timeline.filter(({ type }) => type === 'joinRefused')).toHaveLength(1)
      expect((await get(await service.login('丁'), alone.id)).timeline.map(({ type }) => type)).not.toContain('joinRefused')
    }
    expect((await get(owner, lead.id)).linked).toBeNull()
  })
})

describe('a hundred people with one hazard', () => {
  const PEOPLE = 100
  let lead: string
  const residents: Client[] = []
  const ids: string[] = []
  beforeAll(async () => {
    const first = await aHazard(await service.login('第一人'), { text: COVER, location: east(400) })
    lead = first.id
    for (let i = 0; i < PEOPLE - 1; i += 1) residents.push(await service.login(`居民${i}`))
    for (const resident of residents) ids.push((await aHazard(resident, { text: COVER, joinId: lead, location: east(410) })).id)
    await settle(service)
  })

  test('are one case to handle, and each keeps their own', async () => {
    expect((await get(owner, lead)).linked?.followers).toBe(PEOPLE - 1)
    const { items } = await owner.call('linked.list', { params: { id: lead } })
    expect(items).toHaveLength(PEOPLE - 1)
    expect(new Set(items.map(({ by }) => by)).size).toBe(PEOPLE - 1)
    expect((await get(owner, lead)).can).toContain('tellLinked')
  })
  test('are told all at once, each in their own room, and once however often it is pressed', async () => {
    const body = { text: '明天上午换井盖，请绕行。' }
    const press = () => owner.answer('linked.tell', { params: { id: lead }, body, key: 'one-press' })
    const first = await press()
    expect([first.status, first.body.told]).toEqual([201, PEOPLE])
    const again = await press()
    expect([again.status, again.body.told]).toEqual([200, PEOPLE])
    for (const i of [0, 50, PEOPLE - 2]) {
      const { items } = await (residents[i] as Client).call('messages.list', { params: { id: ids[i] as string }, query: {} })
      expect(items.map(({ text }) => text)).toEqual([body.text])
    }
    const other = await owner.raw('POST', `/api/cases/${lead}/linked/messages`, {
      body: { text: '别的话' },
      headers: { 'Idempotency-Key': 'one-press' },
    })
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_mismatch'])
  })
  test('nobody but who handles it may say so, or see the others', async () => {
    const [resident, id] = [residents[0] as Client, ids[0] as string]
    expect((await resident.raw('GET', `/api/cases/${id}/linked`)).status).toBe(403)
    expect((await resident.raw('GET', `/api/cases/${lead}/linked`)).status).toBe(404)
    expect((await resident.raw('POST', `/api/cases/${lead}/linked/messages`, { body: { text: '大家好' } })).status).toBe(404)
    const dispatcher = await service.staff('dispatcher')
    expect((await dispatcher.raw('POST', `/api/cases/${lead}/linked/messages`, { body: { text: '大家好' } })).status).toBe(403)
    expect((await dispatcher.call('linked.list', { params: { id } })).items).toHaveLength(PEOPLE - 1)
    const answer = await owner.raw('POST', `/api/cases/${id}/linked/messages`, { body: { text: '单独一件' } })
    expect([answer.status, answer.body.code]).toEqual([409, 'conflict'])
  })
  test('an answer of one of them is counted as unread there', async () => {
    await residents[3]?.call('messages.send', { params: { id: ids[3] as string }, body: { room: 'applicant', text: '谢谢' } })
    const { items } = await owner.call('linked.list', { params: { id: lead } })
    expect(items.filter(({ unread }) => unread > 0)).toMatchObject([{ id: ids[3], unread: 1 }])
  })
  test('are asked for their word, each, when it is done', async () => {
    for (const move of ['accept', 'startHandling'] as const) await moveNow(owner, lead, move)
    await moveNow(owner, lead, 'resolve', { reason: '井盖已换' })
    await settle(service)
    for (const i of [0, 42, PEOPLE - 2]) expect((await get(residents[i] as Client, ids[i] as string)).status).toBe('resolved')
    expect((await get(owner, lead)).linked).toBeNull()
    const { reconcileLoads } = await import('@server/modules/dispatch')
    await service.clock.advance(120_000)
    expect(await reconcileLoads()).toBe(0)
  })
})
