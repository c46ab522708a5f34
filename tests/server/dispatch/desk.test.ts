import { reconcileLoads, seedDesk } from '@server/modules/dispatch'
import { changeLoad } from '@server/modules/dispatch/commands/change-load'
import { noteRoleChanges } from '@server/modules/identity/commands/tell-role-changes'
import { database } from '@server/platform/database'
import { CITY } from '@tests/support/city'
import { aCase, aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'

let service: Service
let resident: Client
beforeAll(async () => {
  service = await aService()
  resident = await service.login('何小雨')
})
afterAll(() => service.close())

describe('a desk', () => {
  test('comes with the role, is changed by its mediator, and is nobody else’s', async () => {
    const client = await service.staff('mediator', { regionCode: CITY.farGrid })
    const first = { regionCodes: [CITY.farGrid], categories: [], capacity: 12, load: 0, open: true, absences: [], languages: [] }
    expect(await client.call('desk.get')).toEqual(first)
    const changed = await client.call('desk.update', { body: { categories: ['family', 'family', 'house'], capacity: 3, open: false } })
    expect(changed).toEqual({ ...first, categories: ['family', 'house'], capacity: 3, open: false })
    expect((await client.raw('PATCH', '/api/me/desk', { body: { categories: ['family.support'] } })).status).toBe(400)
    expect((await client.raw('PATCH', '/api/me/desk', { body: { load: 0 } })).status).toBe(400)
    for (const other of [resident, await service.staff('dispatcher'), await service.staff('gridWorker')])
      expect((await other.raw('GET', '/api/me/desk')).status).toBe(403)
  })

  test('that is made smaller than its load is full, and takes cases again when made larger', async () => {
    const client = await aMediator(service, { regionCode: CITY.grid })
    await aCase(service, resident)
    await client.call('desk.update', { body: { capacity: 1 } })
    const waiting = await aCase(service, resident)
    expect(waiting.status).toBe('submitted')
    const dispatcher = await service.staff('dispatcher')
    const offered = async () =>
      (await dispatcher.call('assignees.list', { params: { id: waiting.id } })).items.some((one) => one.id === client.personId)
    expect(await offered()).toBe(false)
    await client.call('desk.update', { body: { capacity: 2 } })
    expect(await offered()).toBe(true)
    expect((await aCase(service, resident)).assignee?.id).toBe(client.personId)
    await client.call('desk.update', { body: { open: false } })
  })

  test('gets nothing on the days on which its mediator is away, and everything else', async () => {
    const client = await aMediator(service, { name: '明天起不在', regionCode: CITY.grid })
    const day = (ahead: number) => new Date(service.clock.now().getTime() + 8 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10)
    const backwards = await client.raw('PATCH', '/api/me/desk', { body: { absences: [{ from: day(3), until: day(2) }] } })
    expect(backwards).toMatchObject({ status: 400, body: { errors: [{ path: 'absences.0.until', code: 'before_start' }] } })
    const absences = [{ from: day(1), until: day(2) }]
    expect((await client.call('desk.update', { body: { absences } })).absences).toEqual(absences)
    expect((await aCase(service, resident)).assignee?.id).toBe(client.personId)
    await client.call('desk.update', { body: { absences: [{ from: day(-1), until: day(0) }] } })
    const waiting = await aCase(service, resident)
    expect(waiting.status).toBe('submitted')
    const dispatcher = await service.staff('dispatcher')
    const body = { move: 'assign' as const, revision: waiting.revision, assigneeId: client.personId }
    const refused = await dispatcher.raw('POST', `/api/cases/${waiting.id}/moves`, { body })
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ code: 'desk_closed' }] } })
    await client.call('desk.update', { body: { absences: [] } })
    expect((await aCase(service, resident)).assignee?.id).toBe(client.personId)
    await client.call('desk.update', { body: { open: false } })
  })

  test('closes with the role', async () => {
    const admin = await service.staff('admin')
    const client = await service.staff('mediator', { regionCode: CITY.grid })
    await admin.call('staff.revokeRole', { params: { id: client.personId }, body: { role: 'mediator', regionCode: CITY.grid } })
    expect((await aCase(service, resident)).status).toBe('submitted')
  })
})

describe('mediators to choose from', () => {
  test('serve the place and the category, nearest first, without those on leave and without oneself', async () => {
    const far = await aMediator(service, { name: '县上的', regionCode: CITY.county })
    const near = await aMediator(service, { name: '格里的', regionCode: CITY.grid, categories: ['traffic'] })
    const away = await aMediator(service, { name: '休假的', regionCode: CITY.grid })
    await away.call('desk.update', { body: { open: false } })
    const { items } = await resident.call('mediators.list', { query: { regionCode: CITY.grid } })
    expect(items.map((one) => one.name)).toEqual(['格里的', '县上的'])
    expect(items[0]).toEqual({
      id: near.personId,
      name: '格里的',
      organisationName: '桥头村人民调解委员会',
      categories: ['traffic'],
      load: 0,
      capacity: 12,
    })
    const family = await resident.call('mediators.list', { query: { regionCode: CITY.grid, category: 'family.child' } })
    expect(family.items.map((one) => one.name)).toEqual(['县上的'])
    expect((await far.call('mediators.list', { query: { regionCode: CITY.county } })).items).toEqual([])
    for (const client of [far, near]) await client.call('desk.update', { body: { open: false } })
  })
})

describe('a change of roles that a killed process has told nobody', () => {
  /** What granting and revoking write in their transaction, and nothing of what comes after it. */
  const changeOnly = async (client: Client, roles: object[]) => {
    const { personId } = client
    await database().collection('accounts').updateOne({ personId }, { $set: { roles } })
    await noteRoleChanges({ personId, name: client.user.name, grants: [GRANT] })
    await service.clock.advance(31_000)
    await service.catchUp()
    expect(await database().collection('roleChanges').countDocuments()).toBe(0)
  }
  const GRANT = { role: 'mediator' as const, organisationId: null, regionCode: CITY.farGrid }
  const deskOf = ({ personId }: Client) => database().collection('desks').findOne({ personId })

  test('opens the desk of who has the role now, and closes that of who has it no longer', async () => {
    const client = await service.login('刚上任的人')
    expect(await deskOf(client)).toBeNull()
    await changeOnly(client, [GRANT])
    expect(await deskOf(client)).toMatchObject({ open: true, regionCodes: [CITY.farGrid] })
    await changeOnly(client, [])
    expect(await deskOf(client)).toMatchObject({ open: false, regionCodes: [] })
  })
})

describe('a place that was claimed for a case which could not be filed', () => {
  test('is given back, and does not count as work that was given', async () => {
    const client = await aMediator(service, { regionCode: CITY.grid })
    const days = async () => Object.values((await database().collection('desks').findOne({ personId: client.personId }))?.days ?? {})
    await aCase(service, resident)
    expect(await days()).toEqual([1])
    const changes = { personId: client.personId, delta: -1 } as const
    await changeLoad({ ...changes, undone: true })
    expect([await days(), (await client.call('desk.get')).load]).toEqual([[0], 0])
    await client.call('desk.update', { body: { open: false } })
  })
})

describe('a recount', () => {
  test('corrects what a killed process left behind, once the desk has been quiet for a minute', async () => {
    const client = await aMediator(service, { regionCode: CITY.grid })
    await aCase(service, resident)
    await aCase(service, resident)
    await database()
      .collection('desks')
      .updateOne({ personId: client.personId }, { $set: { load: 9 } })
    await reconcileLoads()
    expect(await client.call('desk.get')).toMatchObject({ load: 9 })
    await service.clock.advance(61_000)
    await reconcileLoads()
    expect(await client.call('desk.get')).toMatchObject({ load: 2 })
    expect(await reconcileLoads()).toBe(0)
    await client.call('desk.update', { body: { open: false } })
  })

  test('never undoes a claim that is made meanwhile', async () => {
    const client = await aMediator(service, { regionCode: CITY.grid, capacity: 100 })
    const submit = () => aCase(service, resident)
    await service.clock.advance(61_000)
    await Promise.all([reconcileLoads(), ...Array.from({ length: 20 }, submit), reconcileLoads(), reconcileLoads()])
    expect(await client.call('desk.get')).toMatchObject({ load: 20 })
    await seedDesk({ personId: client.personId, name: '又一格', organisationId: null, regionCodes: [CITY.otherGrid] })
    expect(await client.call('desk.get')).toMatchObject({ load: 20, capacity: 100, regionCodes: [CITY.grid, CITY.otherGrid] })
  })
})
