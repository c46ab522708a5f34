import type { BRIEF_VIEWS } from '@shared/briefs/schemas'
import { CITY } from '@tests/support/city'
import { aService, type Client, type Service } from '@tests/support/service'
import { aCast, type Cast, inDays } from './cast'
import { aDraft, moveBrief, signAs, submit } from './papers-support'

let service: Service
let cast: Cast
let readers: Record<string, Client>
beforeAll(async () => {
  service = await aService()
  cast = await aCast(service)
  readers = {
    ...cast,
    member: await service.staff('cppccMember', { name: '委员阿明' }),
    farMember: await service.staff('cppccMember', { regionCode: CITY.otherCounty }),
    farOffice: await service.staff('cppccOffice', { regionCode: CITY.otherCounty }),
    otherDepartment: await service.staff('department', { organisationId: service.city.organisations.centre }),
    dispatcher: await service.staff('dispatcher'),
    supervisor: await service.staff('supervisor'),
    mediator: await service.staff('mediator'),
    admin: await service.staff('admin'),
  }
})
afterAll(() => service?.close())

const readersOf = async (id: string): Promise<string[]> => {
  const seen: string[] = []
  for (const [name, client] of Object.entries(readers)) {
    const { status } = await client.raw('GET', `/api/briefs/${id}`)
    if (status === 200) seen.push(name)
    else expect([name, status]).toEqual([name, 404])
  }
  return seen.sort()
}

test('each step shows a brief to more people, and to nobody else', async () => {
  const { id } = await aDraft(service, cast.author)
  expect(await readersOf(id)).toEqual(['author'])
  await signAs(cast.author, cast.signer, id)
  expect(await readersOf(id)).toEqual(['author', 'signer'])
  await submit(cast.author, id)
  expect(await readersOf(id)).toEqual(['author', 'office', 'signer'])
  await moveBrief(cast.office, id, { move: 'return', reason: '请补充' })
  expect(await readersOf(id)).toEqual(['author', 'office', 'signer'])
  await submit(cast.author, id)
  await moveBrief(cast.office, id, { move: 'accept' })
  expect(await readersOf(id)).toEqual(['author', 'office', 'signer'])
  await moveBrief(cast.office, id, { move: 'adopt', level: 'district' })
  expect(await readersOf(id)).toEqual(['author', 'member', 'office', 'signer'])
  await moveBrief(cast.office, id, { move: 'passOn', departmentId: service.city.organisations.department, dueAt: inDays(service, 9) })
  expect(await readersOf(id)).toEqual(['author', 'department', 'member', 'office', 'signer'])
})

test('who was asked and has not signed reads it no longer than it can be signed', async () => {
  const { id } = await aDraft(service, cast.author)
  await cast.author.call('briefs.invite', { params: { id }, body: { memberId: cast.signer.personId } })
  await submit(cast.author, id)
  expect(await readersOf(id)).toEqual(['author', 'office', 'signer'])
  await moveBrief(cast.office, id, { move: 'accept' })
  expect(await readersOf(id)).toEqual(['author', 'office'])
})

test('a brief that was taken back is its author’s again', async () => {
  const { id } = await aDraft(service, cast.author)
  await submit(cast.author, id)
  await moveBrief(cast.author, id, { move: 'withdraw' })
  expect(await readersOf(id)).toEqual(['author'])
})

describe('lists', () => {
  type View = (typeof BRIEF_VIEWS)[number]
  const TITLES = ['关于甲路的反映', '关于乙路的反映', '关于丙路的反映', '关于丁路的反映', '关于戊路的反映']
  const list = async (client: Client, view: View, query: object = {}) => {
    const { items } = await client.call('briefs.list', { query: { view, limit: 100, ...query } })
    return items
      .filter(({ title }) => TITLES.includes(title))
      .map(({ title }) => title.slice(2, 3))
      .sort()
      .join('')
  }
  beforeAll(async () => {
    const drafts = []
    for (const title of TITLES) drafts.push(await aDraft(service, cast.author, { title }))
    const [, second, third, fourth, fifth] = drafts.map(({ id }) => id) as string[]
    await cast.author.call('briefs.invite', { params: { id: second ?? '' }, body: { memberId: cast.signer.personId } })
    for (const id of [third, fourth, fifth]) await submit(cast.author, id ?? '')
    for (const id of [fourth, fifth]) await moveBrief(cast.office, id ?? '', { move: 'accept' })
    await moveBrief(cast.office, fifth ?? '', {
      move: 'passOn',
      departmentId: service.city.organisations.department,
      dueAt: inDays(service, 9),
    })
  })

  test('of a view show what reading by itself would show', async () => {
    expect(await list(cast.author, 'mine')).toBe('丁丙乙戊甲')
    expect(await list(cast.signer, 'mine')).toBe('')
    expect(await list(cast.signer, 'asked')).toBe('乙')
    expect(await list(cast.office, 'office')).toBe('丁丙戊')
    expect(await list(cast.office, 'office', { state: 'submitted' })).toBe('丙')
    expect(await list(cast.department, 'department')).toBe('戊')
    expect(await list(readers.member as Client, 'adopted')).toBe('戊')
    expect(await list(readers.farMember as Client, 'adopted')).toBe('')
    expect(await list(readers.farOffice as Client, 'office')).toBe('')
    expect(await list(readers.otherDepartment as Client, 'department')).toBe('')
  })

  test('of offices, departments and members are for them alone', async () => {
    const forbidden = async (client: Client, view: View) => (await client.raw('GET', `/api/briefs?view=${view}`)).status
    for (const view of ['office', 'department', 'adopted'] as const)
      expect([view, await forbidden(cast.resident, view)]).toEqual([view, 403])
    expect(await forbidden(cast.author, 'office')).toBe(403)
    expect(await forbidden(cast.author, 'department')).toBe(403)
    expect(await forbidden(readers.dispatcher as Client, 'adopted')).toBe(403)
    expect((await service.anonymous.raw('GET', '/api/briefs')).status).toBe(401)
  })

  test('are searched by words of the title and by the number', async () => {
    expect(await list(cast.office, 'office', { q: '丁路' })).toBe('丁')
    expect(await list(cast.office, 'office', { q: '反映 丙' })).toBe('丙')
    expect(await list(cast.office, 'office', { q: '.*' })).toBe('')
    const { items } = await cast.office.call('briefs.list', { query: { view: 'office', q: '丁路' } })
    expect(await list(cast.office, 'office', { q: items[0]?.number ?? '' })).toBe('丁')
  })

  test('are not searched by what was taken out of a title', async () => {
    const { id } = await aDraft(service, cast.author, { title: '关于张建军主任门前水沟的反映' })
    await cast.author.call('briefs.invite', { params: { id }, body: { memberId: cast.signer.personId } })
    const found = async (q: string) =>
      (await cast.signer.call('briefs.list', { query: { view: 'asked', q } })).items.map(({ title }) => title)
    expect(await found('水沟')).toEqual(['关于某主任门前水沟的反映'])
    expect(await found('张建军')).toEqual([])
    const { revision } = await cast.author.call('briefs.get', { params: { id } })
    const again = await cast.author.call('briefs.write', { params: { id }, body: { revision, title: '关于李卫国主任门前水渠的反映' } })
    expect(again.title).toBe('关于李卫国主任门前水渠的反映')
    expect([await found('李卫国'), await found('水渠')]).toEqual([[], ['关于某主任门前水渠的反映']])
  })

  test('come page by page, nothing twice and nothing left out', async () => {
    const found: string[] = []
    let cursor: string | undefined
    do {
      const page = await cast.author.call('briefs.list', { query: { view: 'mine', limit: 2, ...(cursor ? { cursor } : {}) } })
      found.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    const all = await cast.author.call('briefs.list', { query: { view: 'mine', limit: 100 } })
    expect(found).toEqual(all.items.map(({ id }) => id))
    expect((await cast.author.raw('GET', '/api/briefs?cursor=abc')).status).toBe(400)
    expect((await cast.author.raw('GET', '/api/briefs?view=all')).status).toBe(400)
  })
})
