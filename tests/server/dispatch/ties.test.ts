import { database } from '@server/platform/database'
import type { Ties } from '@shared/dispatch/schemas'
import { CITY } from '@tests/support/city'
import { aCase, aDispute, aMediator, type CaseView, type MediatorOptions } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'

let service: Service
let resident: Client
beforeAll(async () => {
  service = await aService()
  resident = await service.login('陶小雨')
})
afterAll(() => service?.close())

/** Mediators of one test: all others are on leave meanwhile. */
let staff: Client[] = []
const mediator = async (name: string, options: MediatorOptions = {}): Promise<Client> => {
  const client = await aMediator(service, { name, regionCode: CITY.grid, ...options })
  staff.push(client)
  return client
}
afterEach(async () => {
  for (const client of staff) {
    await client.call('desk.update', { body: { open: false } })
    await declare(client, {})
  }
  staff = []
})

const declare = (client: Client, ties: Partial<Ties>): Promise<Ties> =>
  client.call('ties.put', { body: { employers: [], addresses: [], people: [], ...ties } })
const why = (found: CaseView): string => found.timeline.find((entry) => entry.type === 'assign' || entry.type === 'queued')?.text ?? ''

describe('what a handler declares', () => {
  test('is read by its author alone, and can be replaced', async () => {
    const client = await mediator('登记老何')
    const ties: Ties = {
      employers: ['柳溪镇供水站'],
      addresses: ['桥头村三组12号'],
      people: [{ name: '何大海', relation: '哥哥', phone: '13811110001' }],
    }
    expect(await client.call('ties.get')).toEqual({ employers: [], addresses: [], people: [] })
    expect(await declare(client, ties)).toEqual(ties)
    expect(await client.call('ties.get')).toEqual(ties)
    const other = await mediator('登记老许')
    expect(await other.call('ties.get')).toEqual({ employers: [], addresses: [], people: [] })
    expect(await declare(client, { employers: ['石门村小学'] })).toEqual({ employers: ['石门村小学'], addresses: [], people: [] })
    expect((await client.call('ties.get')).people).toEqual([])
  })

  test('is refused to people who handle nothing, and when it cannot be right', async () => {
    expect((await resident.raw('GET', '/api/me/ties')).status).toBe(403)
    expect((await resident.raw('PUT', '/api/me/ties', { body: { employers: [], addresses: [], people: [] } })).status).toBe(403)
    const client = await mediator('登记老蓝')
    const bad = await client.raw('PUT', '/api/me/ties', {
      body: { employers: [], addresses: [], people: [{ name: '小蓝', relation: '女儿', phone: '12' }] },
    })
    expect(bad).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: [{ path: 'people.0.phone' }] } })
    expect((await client.raw('PUT', '/api/me/ties', { body: { employers: [] } })).status).toBe(400)
  })

  test('lies in the database as a cipher, and goes with the role', async () => {
    const admin = await service.staff('admin')
    const client = await mediator('登记老丘')
    await declare(client, { addresses: ['桥头村九组9号'], people: [{ name: '丘小山', relation: '儿子', phone: '13811110009' }] })
    const rows = JSON.stringify(
      await database()
        .collection('declarations')
        .find({ _id: client.personId as never })
        .toArray(),
    )
    expect(rows).toContain('cipher')
    for (const word of ['丘小山', '13811110009', '九组', '儿子']) expect(rows).not.toContain(word)
    const grant = { role: 'mediator' as const, regionCode: CITY.grid }
    await admin.call('staff.revokeRole', { params: { id: client.personId }, body: grant })
    staff = []
    const [row] = await database()
      .collection('declarations')
      .find({ _id: client.personId as never })
      .toArray()
    expect(row).toMatchObject({ sealed: null })
  })
})

test('a declaration that somebody tampered with keeps no case from being filed, and the others hold', async () => {
  const broken = await mediator('坏了老邢')
  const close = await mediator('近处老裴')
  await declare(broken, { people: [{ name: '老钱', relation: '表弟' }] })
  await declare(close, { people: [{ name: '老钱', relation: '表弟' }] })
  await database()
    .collection<{ _id: string }>('declarations')
    .updateOne({ _id: broken.personId }, { $set: { 'sealed.cipher': 'AAAA'.repeat(20) } })
  await declare(close, { people: [{ name: '老钱', relation: '堂弟' }] })
  expect((await aDispute(service, resident)).assignee?.name).toBe(broken.user.name)
})

describe('routing passes over', () => {
  test('a mediator who has declared the other side, by name or by number', async () => {
    const close = await mediator('近处老段')
    const far = await mediator('镇上老温', { regionCode: CITY.township })
    await declare(close, {
      people: [
        { name: '老钱', relation: '表弟' },
        { name: '阿昌', relation: '妹夫', phone: '13822220001' },
      ],
    })
    const byName = await aDispute(service, resident, { respondent: { name: '老钱' } })
    expect(byName.assignee?.name).toBe(far.user.name)
    expect(why(byName)).toMatch(/^派给镇上老温：有调解员按规定回避；负责/)
    const byPhone = await aDispute(service, resident, { respondent: { phone: '13822220001' } })
    expect(byPhone.assignee?.name).toBe(far.user.name)
    expect((await aDispute(service, resident, { respondent: { name: '阿昌', phone: '13822220002' } })).assignee?.name).toBe(close.user.name)
    await declare(close, {})
    const after = await aDispute(service, resident, { respondent: { name: '老钱' } })
    expect(after.assignee?.name).toBe(close.user.name)
    expect(why(after)).not.toContain('回避')
  })

  test('one who has declared the applicant, known by the own number whatever the name in WeChat', async () => {
    const close = await mediator('近处老席')
    const niece = await service.login('春风十里')
    await niece.call('me.setPhone', { body: { phone: '13833330001' } })
    await declare(close, { people: [{ name: '席小芳', relation: '侄女', phone: '13833330001' }] })
    expect(await aCase(service, niece)).toMatchObject({ status: 'submitted', assignee: { name: '东河县综治中心' } })
    expect((await aCase(service, resident)).assignee?.name).toBe(close.user.name)
  })

  test('one who lives there, or works for the other side', async () => {
    const close = await mediator('近处老卫')
    await declare(close, { addresses: ['柳溪镇桥头村二组7号'], employers: ['柳溪镇供水站'] })
    expect((await aCase(service, resident, { address: '桥头村二组7号' })).status).toBe('submitted')
    expect((await aDispute(service, resident, { respondent: { name: '柳溪镇供水站' } })).status).toBe('submitted')
    expect((await aCase(service, resident, { address: '桥头村二组8号' })).assignee?.name).toBe(close.user.name)
  })

  test('one whom the applicant wishes, without saying that it is about closeness', async () => {
    const close = await mediator('心仪老麦')
    const other = await mediator('近处老葛')
    await declare(close, { people: [{ name: '老钱', relation: '邻居' }] })
    const found = await aDispute(service, resident, { preferredMediatorId: close.personId })
    expect(found.assignee?.name).toBe(other.user.name)
    expect(why(found)).toContain('申请人想找的调解员目前不能接；')
    expect(why(found)).not.toContain('回避')
  })

  test('one who was a party beside or against them in an earlier case', async () => {
    const close = await mediator('近处老龙')
    const neighbour = await service.login('邻居老石')
    const own = await close.call('cases.submit', {
      body: { kind: 'dispute', text: '邻居的树枝伸过来压坏了瓦。', regionCode: CITY.farGrid },
    })
    const { code } = await close.call('parties.invite', { params: { id: own.id }, body: { part: 'respondent' } })
    expect((await aCase(service, neighbour)).assignee?.name).toBe(close.user.name)
    await neighbour.call('parties.answer', { body: { code, agree: true } })
    await service.drain()
    expect((await aCase(service, neighbour)).status).toBe('submitted')
    expect((await aCase(service, resident)).assignee?.name).toBe(close.user.name)
  })

  test('somebody who becomes a mediator after having been a party', async () => {
    const later = await service.login('后来老池')
    const neighbour = await service.login('邻居老谷')
    const own = await later.call('cases.submit', { body: { kind: 'dispute', text: '为了排水沟争了几次。', regionCode: CITY.farGrid } })
    const { code } = await later.call('parties.invite', { params: { id: own.id }, body: { part: 'respondent' } })
    await neighbour.call('parties.answer', { body: { code, agree: true } })
    await service.drain()
    await mediator('后来老池')
    expect((await aCase(service, neighbour)).status).toBe('submitted')
  })
})

describe('by hand', () => {
  test('a case is not given to whoever is close to it, and they are not offered', async () => {
    const dispatcher = await service.staff('dispatcher')
    const first = await mediator('手上老柯')
    const close = await mediator('近处老施')
    const found = await aDispute(service, resident, { preferredMediatorId: first.personId, respondent: { name: '施家小店' } })
    const params = { id: found.id }
    const offered = async () => (await dispatcher.call('assignees.list', { params })).items.map((one) => one.name)
    expect(await offered()).toContain(close.user.name)
    await declare(close, { people: [{ name: '施家小店', relation: '弟弟开的店' }] })
    expect(await offered()).not.toContain(close.user.name)
    const body = { move: 'transfer' as const, revision: found.revision, reason: '换人', assigneeId: close.personId }
    const refused = await dispatcher.raw('POST', `/api/cases/${found.id}/moves`, { body })
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'invalid_input', errors: [{ path: 'assigneeId', code: 'conflict_of_interest' }] },
    })
    expect(JSON.stringify(refused.body)).not.toContain('弟弟')
  })
})
