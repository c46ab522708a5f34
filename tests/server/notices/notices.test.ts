import { seedAccount } from '@server/modules/identity'
import { sendBatches } from '@server/modules/notices/commands/send-batches'
import { NoticeModel } from '@server/modules/notices/notice.model'
import { NotificationModel } from '@server/modules/notifications/notification.model'
import { CITY } from '@tests/support/city'
import { aDispute } from '@tests/support/factories'
import { aService, type Client, openidOf, type Service } from '@tests/support/service'
import { aNotice, complainers, noticeById, noticesOf, residentsIn, sendAll } from './support'

let service: Service
let dispatcher: Client
let living: Client[]
let complaining: Client[]
beforeAll(async () => {
  service = await aService()
  // In the morning, for at night WeChat keeps silent.
  await service.clock.set('2026-11-26T09:00:00+08:00')
  dispatcher = await service.staff('dispatcher')
  living = await residentsIn(service, ['甲一', '甲二', '甲三', '甲四'], CITY.village)
  complaining = await complainers(service, ['乙一', '乙二', '乙三', '乙四', '乙五', '乙六'])
})
afterEach(() => service.double.fault({ mode: 'ok' }))
afterAll(() => service?.close())

const send = async (body = aNotice(), client = dispatcher) => (await client.call('notices.send', { body })).id
const preview = (client: Client, regionCodes: string[], kinds: ('complaint' | 'dispute')[] = []) =>
  client.call('notices.preview', { body: { regionCodes, kinds } })

describe('whom a notice reaches', () => {
  it('is everybody who lives there or has brought something there', async () => {
    expect(await preview(dispatcher, [CITY.village])).toEqual({ people: 10, byWeChat: 10, few: false })
    expect(await preview(dispatcher, [CITY.grid, CITY.village])).toEqual({ people: 10, byWeChat: 10, few: false })
  })
  it('is with kinds only who has brought such a matter', async () => {
    expect(await preview(dispatcher, [CITY.village], ['complaint'])).toEqual({ people: 6, byWeChat: 6, few: false })
  })
  it('is not told when they are fewer than five', async () => {
    await aDispute(service, living[0] as Client)
    await service.drain()
    expect(await preview(dispatcher, [CITY.village], ['dispute'])).toEqual({ people: 0, byWeChat: 0, few: true })
  })
  it('is by WeChat without those who told WeChat not to send', async () => {
    await complaining[0]?.call('subscriptions.record', { body: { answers: [{ template: 'notice', answer: 'reject' }] } })
    expect(await preview(dispatcher, [CITY.village], ['complaint'])).toEqual({ people: 6, byWeChat: 5, few: false })
  })
  it('includes a respondent once they have joined', async () => {
    const wang = await service.login('王')
    const before = (await preview(dispatcher, [CITY.grid])).people
    const { id } = await aDispute(service, complaining[0] as Client)
    const { code } = await (complaining[0] as Client).call('parties.invite', { params: { id }, body: { part: 'respondent' } })
    await service.drain()
    expect((await preview(dispatcher, [CITY.grid])).people).toBe(before)
    await wang.call('parties.answer', { body: { code, agree: true } })
    await service.drain()
    expect((await preview(dispatcher, [CITY.grid])).people).toBe(before + 1)
  })
  it('changes when somebody moves away, says no more where they live, or is erased', async () => {
    const [one, two, three] = await residentsIn(service, ['丙一', '丙二', '丙三'], CITY.otherGrid)
    const before = (await preview(dispatcher, [CITY.village])).people
    await one?.call('home.put', { body: { regionCode: CITY.otherTownship } })
    await two?.call('home.put', { body: { regionCode: null } })
    await three?.call('me.erase', { body: { confirm: '注销账号' } })
    expect((await preview(dispatcher, [CITY.village])).people).toBe(before - 3)
  })
  it('includes those who were there before there were notices', async () => {
    const { ResidentModel, ResidentProgressModel } = await import('@server/modules/notices/resident.model')
    const { fillResidents } = await import('@server/modules/notices/commands/fill-residents')
    const all = () => ResidentModel.find().sort({ _id: 1 }).lean()
    const before = await all()
    await Promise.all([ResidentModel.deleteMany({}), ResidentProgressModel.deleteMany({})])
    await fillResidents()
    const places = (rows: typeof before) =>
      rows
        .filter((row) => row.home || row.brought.length > 0)
        .map((row) => [row._id, row.home, ...row.brought.map(({ regionCode, kind }) => `${regionCode} ${kind}`).sort()])
    expect(places(await all())).toEqual(places(before))
    expect(await ResidentProgressModel.countDocuments({ done: true })).toBe(2)
  })
  it('includes who brought what turned out to be of that kind', async () => {
    const before = (await preview(dispatcher, [CITY.village], ['complaint'])).people
    const { id, revision } = await aDispute(service, await service.login('丁'))
    await service.drain()
    await dispatcher.call('cases.classify', { params: { id }, body: { kind: 'complaint', category: 'traffic.road', revision } })
    await service.drain()
    expect((await preview(dispatcher, [CITY.village], ['complaint'])).people).toBe(before + 1)
  })
})

describe('a notice', () => {
  it('reaches as many as the preview said, in the list and by WeChat, under a sort of its own', async () => {
    const kinds = ['complaint' as const]
    const reach = await preview(dispatcher, [CITY.village], kinds)
    const id = await send(aNotice({ kinds, title: '停水通知' }))
    expect(await noticeById(id)).toMatchObject({ state: 'checking' })
    expect(await noticesOf(complaining[1] as Client)).toEqual([])
    await sendAll(service)
    const { items } = await dispatcher.call('notices.list', { query: {} })
    expect(items.find((one) => one.id === id)).toMatchObject({ state: 'sent', told: reach.people, can: [] })
    for (const client of complaining)
      expect(await noticesOf(client)).toMatchObject([{ title: '停水通知', sort: 'notice', page: 'pages/messages/index' }])
    expect(await noticesOf(living[1] as Client)).toEqual([])
    const { openidOf } = await import('@tests/support/service')
    const messages = await service.double.messages(openidOf('乙二'))
    expect(messages.filter(({ template_id }) => template_id === 'notice')).toHaveLength(1)
    expect((await service.double.messages(openidOf('乙一'))).filter(({ template_id }) => template_id === 'notice')).toEqual([])
  })
  it('is sent once for a key, and refused with other words under the same', async () => {
    const body = aNotice({ title: '只发一次' })
    const answers = await Promise.all(Array.from({ length: 6 }, () => dispatcher.answer('notices.send', { body, key: 'same' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201])
    expect(await NoticeModel.countDocuments({ title: '只发一次' })).toBe(1)
    const other = await dispatcher.raw('POST', '/api/notices', {
      body: { ...body, text: '别的内容' },
      headers: { 'Idempotency-Key': 'same' },
    })
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_mismatch' } })
    expect(await dispatcher.raw('POST', '/api/notices', { body })).toMatchObject({
      status: 400,
      body: { code: 'idempotency_key_required' },
    })
  })
  it('with bad words is not sent, and its author is told why', async () => {
    const id = await send(aNotice({ title: '违规测试' }))
    await sendAll(service)
    expect(await noticeById(id)).toMatchObject({ state: 'refused', reason: '涉及时政敏感内容', told: 0 })
    expect(await noticesOf(dispatcher)).toMatchObject([{ title: '通知没有发出', text: expect.stringContaining('涉及时政敏感内容') }])
    await service.drain()
    expect(await NotificationModel.countDocuments({ eventId: id })).toBe(0)
  })
  it('of which WeChat is not sure waits for somebody else than its author', async () => {
    const id = await send(aNotice({ title: '复核测试' }))
    await sendAll(service)
    expect(await noticeById(id)).toMatchObject({ state: 'checking' })
    expect((await dispatcher.call('checks.list', { query: {} })).items).toEqual([])
    const admin = await service.staff('admin')
    const [check] = (await admin.call('checks.list', { query: {} })).items
    expect(check).toMatchObject({ subject: 'notice', text: expect.stringContaining('复核测试') })
    await admin.call('checks.decide', { params: { id: check?.id ?? '' }, body: { pass: true, reason: '没有问题' } })
    await sendAll(service)
    expect(await noticeById(id)).toMatchObject({ state: 'sent' })
  })
  it('can be taken back while it is looked at, and not any more when it was sent', async () => {
    await service.double.fault({ mode: 'down', path: 'msg_sec_check' })
    const id = await send(aNotice({ title: '先不发了' }))
    await sendAll(service)
    const taken = await dispatcher.call('notices.withdraw', { params: { id } })
    expect(taken).toMatchObject({ state: 'withdrawn', can: [] })
    await service.double.fault({ mode: 'ok' })
    await service.clock.advance(5 * 60_000)
    await sendAll(service)
    expect(await noticeById(id)).toMatchObject({ state: 'withdrawn' })
    expect(await NotificationModel.countDocuments({ eventId: id })).toBe(0)
    const sent = await send(aNotice({ title: '已经发了' }))
    await sendAll(service)
    expect(await dispatcher.raw('POST', `/api/notices/${sent}/withdrawal`)).toMatchObject({ status: 409, body: { code: 'conflict' } })
  })
  it('that was cut off in the middle goes on, and tells nobody twice', async () => {
    const people = await residentsIn(
      service,
      Array.from({ length: 8 }, (_, index) => `丁${index}`),
      CITY.otherVillage,
    )
    const cityCentre = await service.staff('dispatcher', { regionCode: CITY.city, organisationId: service.city.organisations.cityCentre })
    const id = await send(aNotice({ regionCodes: [CITY.otherVillage], title: '接着发' }), cityCentre)
    await sendAll(service)
    // As a kill between telling and writing down how far it got would leave it: some told, nothing noted.
    const [first] = await NotificationModel.find({ eventId: id }).sort({ personId: 1 }).lean()
    await NotificationModel.deleteMany({ eventId: id, personId: { $gt: first?.personId } })
    await NoticeModel.updateOne({ _id: id }, { $set: { state: 'sending', cursor: null, told: 0 } })
    await Promise.all([sendBatches(), sendBatches(), sendBatches()])
    expect(await noticeById(id)).toMatchObject({ state: 'sent', told: 8 })
    for (const client of people) expect(await noticesOf(client)).toHaveLength(1)
  })
})

describe('who may tell', () => {
  it('are dispatchers, administrators and the CPPCC office within their regions', async () => {
    for (const role of ['admin', 'cppccOffice'] as const) {
      const client = await service.staff(role)
      expect((await preview(client, [CITY.village])).few).toBe(false)
      expect(await noticeById(await send(aNotice(), client))).toMatchObject({ state: 'checking' })
    }
    const body = aNotice({ regionCodes: [CITY.village, CITY.otherVillage] })
    for (const path of ['/api/notices', '/api/notices/preview']) {
      const { title, text, ...audience } = body
      const asked = path.endsWith('preview') ? audience : body
      expect(await dispatcher.raw('POST', path, { body: asked, headers: { 'Idempotency-Key': 'x' } })).toMatchObject({
        status: 403,
        body: { code: 'forbidden' },
      })
    }
  })
  it('is nobody else', async () => {
    const others = [
      await service.login('李'),
      await service.staff('mediator'),
      await service.staff('supervisor'),
      await service.staff('cppccMember'),
    ]
    for (const client of others) {
      expect(await client.raw('POST', '/api/notices', { body: aNotice(), headers: { 'Idempotency-Key': 'y' } })).toMatchObject({
        status: 403,
      })
      expect(await client.raw('POST', '/api/notices/preview', { body: { regionCodes: [CITY.village], kinds: [] } })).toMatchObject({
        status: 403,
      })
      expect(await client.raw('GET', '/api/notices')).toMatchObject({ status: 403 })
    }
    expect(await service.anonymous.raw('GET', '/api/notices')).toMatchObject({ status: 401 })
  })
  it('knows of notices of other regions as little as of none', async () => {
    const id = await send()
    const elsewhere = await service.staff('dispatcher', {
      regionCode: CITY.otherCounty,
      organisationId: service.city.organisations.cityCentre,
    })
    expect((await elsewhere.call('notices.list', { query: {} })).items).not.toContainEqual(expect.objectContaining({ id }))
    for (const one of [id, 'a'.repeat(24), 'nothing'])
      expect(await elsewhere.raw('POST', `/api/notices/${one}/withdrawal`)).toMatchObject({ status: 404 })
  })
  it('finds the own one to two counties, which is nobody else’s of either', async () => {
    const organisationId = service.city.organisations.cityCentre
    const roles = [CITY.county, CITY.otherCounty].map((regionCode) => ({ role: 'dispatcher' as const, organisationId, regionCode }))
    await seedAccount({ openid: openidOf('两县值班'), name: '两县值班', roles })
    const both = await service.login('两县值班')
    const id = await send(aNotice({ regionCodes: [CITY.county, CITY.otherCounty] }), both)
    const listed = async (client: Client) => (await client.call('notices.list', { query: {} })).items.map((one) => one.id)
    expect(await listed(both)).toContain(id)
    expect(await listed(dispatcher)).not.toContain(id)
  })
  it('reads them in pages, newest first', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await dispatcher.call('notices.list', { query: { limit: 2, cursor } })
      seen.push(...page.items.map((one) => one.at))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual([...seen].sort().reverse())
    expect(seen.length).toBeGreaterThan(4)
  })
  it.each([
    ['no region', { regionCodes: [] }, 'regionCodes'],
    ['a region that is not there', { regionCodes: [`${CITY.village}999`] }, 'regionCodes'],
    ['a region of another form', { regionCodes: ['88x'] }, 'regionCodes.0'],
    ['a kind that is not there', { kinds: ['rumour'] }, 'kinds.0'],
    ['an empty title', { title: ' ' }, 'title'],
    ['a title that is too long', { title: '长'.repeat(41) }, 'title'],
    ['a text that is too long', { text: '长'.repeat(501) }, 'text'],
  ])('is refused with %s', async (_, over, path) => {
    const answer = await dispatcher.raw('POST', '/api/notices', { body: { ...aNotice(), ...over }, headers: { 'Idempotency-Key': 'z' } })
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: [{ path }] } })
  })
})

describe('where one lives', () => {
  it('is what one says, on the own page as well, until one says no more', async () => {
    const client = await service.login('孙')
    expect(await client.call('home.get')).toEqual({ regionCode: null })
    expect(await client.call('home.put', { body: { regionCode: CITY.village } })).toEqual({ regionCode: CITY.village })
    expect(await client.call('home.get')).toEqual({ regionCode: CITY.village })
    expect((await client.call('me.profile')).homeRegionCode).toBe(CITY.village)
    await client.call('me.update', { body: { homeRegionCode: CITY.grid } })
    expect(await client.call('home.get')).toEqual({ regionCode: CITY.grid })
    expect(await client.call('home.put', { body: { regionCode: null } })).toEqual({ regionCode: null })
    expect(await client.call('home.get')).toEqual({ regionCode: null })
  })
  it('is a region that exists', async () => {
    const answer = await living[0]?.raw('PUT', '/api/me/home-region', { body: { regionCode: '990000' } })
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: [{ path: 'regionCode', code: 'unknown_region' }] } })
    expect(await service.anonymous.raw('GET', '/api/me/home-region')).toMatchObject({ status: 401 })
  })
})
