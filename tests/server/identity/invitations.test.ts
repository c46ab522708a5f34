import { database } from '@server/platform/database'
import { CITY } from '@tests/support/city'
import { aService, type Client, type Service } from '@tests/support/service'

const DAY = 86_400_000
let service: Service
let admin: Client

beforeAll(async () => {
  service = await aService()
  admin = await service.staff('admin', { regionCode: CITY.county, name: '东河管理员' })
})
afterAll(() => service.close())

const invite = (over: object = {}, by = admin) =>
  by.call('invitations.create', { body: { role: 'supervisor', regionCode: CITY.township, name: '周督查', ...over } })
const redeem = (client: Client, code: string | undefined) => client.raw('POST', '/api/invitations/redeem', { body: { code } })

describe('an invitation', () => {
  it('gives the role at once, also to the token that the person already has', async () => {
    const person = await service.login('小周')
    expect((await person.call('me.get')).roles).toMatchObject([{ role: 'resident' }])
    expect((await person.raw('GET', '/api/staff')).status).toBe(403)
    const { code, state } = await invite({ role: 'admin' })
    expect(state).toBe('open')
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
    const user = await person.call('invitations.redeem', { body: { code: code ?? '' } })
    expect(user).toEqual({
      id: person.personId,
      name: '周督查',
      roles: [{ role: 'admin', organisationId: null, regionCode: CITY.township }],
    })
    expect((await person.raw('GET', '/api/staff')).status).toBe(200)
  })

  it('says beforehand what it offers to whoever has its code, once there is something to take up', async () => {
    const person = await service.login('先看看的人')
    const look = (code: string | undefined) => person.raw('POST', '/api/invitations/preview', { body: { code } })
    const { code, id } = await invite({ role: 'officer' })
    const { status, body } = await look(code?.toLowerCase())
    expect([status, body]).toMatchObject([200, { role: 'officer', name: '周督查', regionCode: CITY.township, state: 'open' }])
    expect(body).not.toHaveProperty('code')
    expect((await person.call('me.get')).roles).toMatchObject([{ role: 'resident' }])
    await admin.call('invitations.revoke', { params: { id } })
    expect((await look(code)).status).toBe(404)
    const other = await invite({ role: 'officer' })
    await redeem(person, other.code)
    expect(await look(other.code)).toMatchObject({ status: 409, body: { code: 'invitation_used' } })
    expect((await look('ZZZZZZZZ')).status).toBe(404)
    expect((await service.anonymous.raw('POST', '/api/invitations/preview', { body: { code } })).status).toBe(401)
  })

  it('is taken up by one of fifty people who try at once', async () => {
    const { code, id } = await invite()
    const people = await Promise.all(Array.from({ length: 50 }, (_, index) => service.login(`抢邀请的人${index}`)))
    const answers = await Promise.all(people.map((person) => redeem(person, code)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status, body }) => status === 409 && body.code === 'invitation_used')).toHaveLength(49)
    const holders = await database()
      .collection('accounts')
      .countDocuments({ roles: { $elemMatch: { role: 'supervisor', regionCode: CITY.township } } })
    expect(holders).toBe(1)
    const listed = (await admin.call('invitations.list')).items.find((one) => one.id === id)
    expect(listed).toMatchObject({ state: 'redeemed' })
    expect(listed).not.toHaveProperty('code')
  })

  it('answers who took it up the same when the answer was lost, but grants nothing that was taken away since', async () => {
    const person = await service.login('网络不好的人')
    const { code } = await invite({ role: 'officer' })
    const first = await redeem(person, code)
    expect(await redeem(person, code)).toMatchObject({ status: 200, body: first.body })
    await admin.call('staff.revokeRole', { params: { id: person.personId }, body: { role: 'officer', regionCode: CITY.township } })
    expect(await redeem(person, code)).toMatchObject({ status: 409, body: { code: 'invitation_used' } })
  })

  it('may be typed in small letters with blanks', async () => {
    const { code = '' } = await invite({ role: 'gridWorker' })
    const typed = `${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase()
    expect((await redeem(await service.login('慢慢输的人'), typed)).status).toBe(200)
  })

  it('is over after seven days', async () => {
    const { code } = await invite()
    await service.clock.advance(7 * DAY + 1000)
    expect(await redeem(await service.login('来晚的人'), code)).toMatchObject({ status: 409, body: { code: 'invitation_expired' } })
  })

  it('that was taken back, or never made, is not found', async () => {
    const person = await service.login('拿到旧码的人')
    const { id, code } = await invite()
    expect(await admin.call('invitations.revoke', { params: { id } })).toMatchObject({ state: 'revoked' })
    expect(await admin.call('invitations.revoke', { params: { id } })).toMatchObject({ state: 'revoked' })
    expect((await redeem(person, code)).status).toBe(404)
    expect((await redeem(person, '23456789')).status).toBe(404)
    expect((await redeem(person, '{"$gt":""}')).status).toBe(400)
  })

  it('is stored without its code, and repeated with its key gives the same code', async () => {
    const body = { role: 'supervisor', regionCode: CITY.township, name: '吴督查' }
    const headers = { 'Idempotency-Key': 'invite-1' }
    const [first, again] = [
      await admin.raw('POST', '/api/invitations', { body, headers }),
      await admin.raw('POST', '/api/invitations', { body, headers }),
    ]
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.body).toEqual(first.body)
    const other = await admin.raw('POST', '/api/invitations', { body: { ...body, name: '别人' }, headers })
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_mismatch' } })
    const stored = JSON.stringify(await database().collection('invitations').find().toArray())
    expect(stored).not.toContain(first.body.code)
  })
})

describe('an administrator', () => {
  it('invites only within the own region', async () => {
    for (const regionCode of [CITY.city, CITY.otherCounty, CITY.farGrid])
      expect(await admin.raw('POST', '/api/invitations', { body: { role: 'mediator', regionCode, name: '外地人' } })).toMatchObject({
        status: 403,
      })
    const resident = await service.login('普通居民')
    expect((await resident.raw('POST', '/api/invitations', { body: { role: 'admin', regionCode: CITY.grid, name: '自己' } })).status).toBe(
      403,
    )
    expect((await resident.raw('GET', '/api/invitations')).status).toBe(403)
    expect((await resident.raw('GET', '/api/staff')).status).toBe(403)
  })

  it('invites to regions that exist and to organisations that are there and fit the role', async () => {
    const { organisations } = service.city
    const refused = async (over: object, path: string) =>
      expect(
        await admin.raw('POST', '/api/invitations', { body: { role: 'mediator', regionCode: CITY.village, name: '陈调解', ...over } }),
      ).toMatchObject({ status: 400, body: { errors: [{ path }] } })
    await refused({ regionCode: '880101999' }, 'regionCode')
    await refused({ organisationId: 'nobody' }, 'organisationId')
    await refused({ organisationId: organisations.department }, 'organisationId')
    await refused({ role: 'department' }, 'organisationId')
    await refused({ role: 'admin', name: '   ' }, 'name')
    const made = await invite({ role: 'mediator', regionCode: CITY.village, organisationId: organisations.committee })
    expect(made).toMatchObject({ organisationName: '桥头村人民调解委员会', regionName: '桥头村' })
    expect(await invite({ role: 'dispatcher' })).toMatchObject({ organisationId: organisations.centre })
  })

  it('sees, and takes back, only what lies within the own region', async () => {
    const far = await service.staff('admin', { regionCode: CITY.otherCounty, name: '西河管理员' })
    const { id } = await invite()
    expect((await far.call('invitations.list')).items).toEqual([])
    expect((await far.raw('DELETE', `/api/invitations/${id}`)).status).toBe(404)
    expect((await far.raw('DELETE', '/api/invitations/nothing')).status).toBe(404)
    const names = (await far.call('staff.list')).items.map(({ name }) => name)
    expect(names).toEqual(['西河管理员'])
    const mediator = await service.staff('mediator', { name: '东河调解员' })
    const body = { role: 'mediator', regionCode: CITY.village }
    expect((await far.raw('POST', `/api/staff/${mediator.personId}/revoke`, { body })).status).toBe(404)
    expect((await mediator.call('me.get')).roles).toMatchObject([{ role: 'mediator' }])
  })

  it('takes a role away, which bites at once', async () => {
    const other = await service.staff('admin', { regionCode: CITY.village, name: '桥头管理员' })
    expect((await other.raw('GET', '/api/staff')).status).toBe(200)
    const left = await admin.call('staff.revokeRole', { params: { id: other.personId }, body: { role: 'admin', regionCode: CITY.village } })
    expect(left).toEqual({ id: other.personId, name: '桥头管理员', roles: [] })
    expect((await other.raw('GET', '/api/staff')).status).toBe(403)
  })

  it('cannot take away the role on which he stands, nor one of a region outside', async () => {
    const revoke = (role: string, regionCode: string) =>
      admin.raw('POST', `/api/staff/${admin.personId}/revoke`, { body: { role, regionCode } })
    expect((await revoke('admin', CITY.county)).status).toBe(403)
    expect((await revoke('mediator', CITY.city)).status).toBe(403)
  })

  it('reads lists in pages', async () => {
    for (let index = 0; index < 3; index++) await invite({ name: `第${index}位` })
    const first = await admin.call('invitations.list', { query: { limit: 2 } })
    expect(first.items).toHaveLength(2)
    const next = await admin.call('invitations.list', { query: { limit: 2, cursor: first.nextCursor ?? '' } })
    expect(first.items.map(({ id }) => id)).not.toContain(next.items[0]?.id)
    const staff = await admin.call('staff.list', { query: { limit: 1 } })
    expect(staff.items).toHaveLength(1)
    expect((await admin.raw('GET', '/api/staff?cursor=AAAA')).status).toBe(400)
  })
})

describe('organisations', () => {
  it('are added by administrators of their region, once', async () => {
    const body = { kind: 'studio', name: '老吴调解工作室', regionCode: CITY.village }
    const add = (client: Client, over: object = {}, key?: string) =>
      client.raw('POST', '/api/organisations', { body: { ...body, ...over }, headers: key ? { 'Idempotency-Key': key } : {} })
    const first = await add(admin, {}, 'org-1')
    expect(first).toMatchObject({ status: 201, body })
    expect(await add(admin, {}, 'org-1')).toMatchObject({ status: 200, body: first.body })
    expect(await add(admin)).toMatchObject({ status: 409, body: { code: 'already_exists' } })
    expect((await add(admin, { regionCode: CITY.otherVillage })).status).toBe(403)
    expect((await add(await service.login('想开工作室的人'))).status).toBe(403)
    expect((await add(admin, { regionCode: '880101999' })).status).toBe(400)
  })

  it('of a region are its own, those above and those within', async () => {
    const list = async (query: object) => (await admin.call('organisations.list', { query })).items.map(({ name }) => name)
    expect(await list({ regionCode: CITY.county, kind: 'centre' })).toEqual(['平安市综治中心', '东河县综治中心'])
    expect(await list({ regionCode: CITY.otherCounty })).toEqual(['平安市综治中心', '平安市政协'])
    expect(await list({ regionCode: CITY.village, kind: 'committee' })).toEqual(['桥头村人民调解委员会'])
  })
})
