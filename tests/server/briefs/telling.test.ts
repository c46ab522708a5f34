import { briefListener } from '@server/modules/briefs'
import { BriefModel } from '@server/modules/briefs/brief.model'
import { remindDepartments } from '@server/modules/briefs/commands/remind-departments'
import { database } from '@server/platform/database'
import type { DomainEvent } from '@server/platform/outbox'
import { aService, type Client, type Service } from '@tests/support/service'
import { aCast, type Cast, inDays, toldTo } from './cast'
import { aDraft, carryThrough, moveBrief, signAs, submit } from './papers-support'

let service: Service
let cast: Cast
beforeAll(async () => {
  service = await aService()
  cast = await aCast(service)
})
afterAll(() => service?.close())

const titlesOf = async (client: Client): Promise<string[]> => (await toldTo(client)).map(({ title }) => title)
const count = async (client: Client, title: string): Promise<number> => (await titlesOf(client)).filter((one) => one === title).length
const ADOPTED = '您反映的事被采用了'
const ANSWERED = '您反映的事有了答复'

const residents = (names: string[]): Promise<Client[]> => Promise.all(names.map((name) => service.login(name)))
const aSubmitted = async (people: Client[], title = '关于村口路灯的反映') => {
  const { id } = await aDraft(service, cast.author, { title, residents: people })
  return submit(cast.author, id)
}

test('author and signers hear of every step, the office of what waits for it, the department of its date', async () => {
  const { id } = await aDraft(service, cast.author)
  await signAs(cast.author, cast.signer, id)
  await submit(cast.author, id)
  await service.drain()
  expect(await titlesOf(cast.office)).toContain('有社情民意信息待审核')
  const { number } = await carryThrough({ service, office: cast.office, department: cast.department, id })
  await service.drain()
  for (const client of [cast.author, cast.signer])
    expect((await titlesOf(client)).slice(0, 5)).toEqual([
      '社情民意信息有了答复',
      '社情民意信息已交办',
      '社情民意信息被采用',
      '社情民意信息已立案',
      '社情民意信息已提交',
    ])
  expect((await toldTo(cast.author))[2]?.text).toBe(`《关于村口路灯的反映》（${number}）被区县采用`)
  expect((await toldTo(cast.department))[0]).toMatchObject({
    title: '有社情民意信息请您答复',
    page: `packages/member/pages/brief/index?id=${id}`,
  })
  expect(await titlesOf(cast.office)).toContain('社情民意信息有了答复')
  expect(await titlesOf(cast.resident)).toEqual([])
})

describe('the residents whose words it rests on', () => {
  test('hear once that it was adopted and once of the answer, in words that tell of nobody', async () => {
    const people = await residents(['阿甲', '阿乙', '阿丙'])
    const { id } = await aSubmitted(people, '关于张建军主任说的路灯的反映')
    await moveBrief(cast.office, id, { move: 'accept' })
    await service.drain()
    for (const one of people) expect(await titlesOf(one)).not.toContain(ADOPTED)
    await moveBrief(cast.office, id, { move: 'adopt', level: 'district' })
    await service.drain()
    await moveBrief(cast.office, id, { move: 'adopt', level: 'city' })
    await service.drain()
    const departmentId = service.city.organisations.department
    await moveBrief(cast.office, id, { move: 'passOn', departmentId, dueAt: inDays(service, 20) })
    await moveBrief(cast.department, id, { move: 'answer', text: '已经为刘桂花家门口装灯。' })
    await service.drain()
    for (const one of people) {
      expect([await count(one, ADOPTED), await count(one, ANSWERED)]).toEqual([1, 1])
      const texts = (await toldTo(one)).map(({ text }) => text).join('')
      for (const secret of ['张建军', '刘桂花', '阿甲', '阿乙', '阿丙']) expect(texts).not.toContain(secret)
    }
  })

  test('hear it once when the same event is told again', async () => {
    const people = await residents(['阿丁'])
    const { id } = await aSubmitted(people)
    await moveBrief(cast.office, id, { move: 'accept' })
    const before = await moveBrief(cast.office, id, { move: 'adopt', level: 'district' })
    const events = ((
      await BriefModel.findOne({ title: before.title, 'adoptions.0': { $exists: true }, pendingAt: { $exists: true } }).lean()
    )?.pending ?? []) as DomainEvent[]
    expect(events.map(({ data }) => data.move)).toContain('adopt')
    await service.drain()
    await briefListener(events)
    await briefListener(events)
    expect(await count(people[0] as Client, ADOPTED)).toBe(1)
  })

  test('go along into the brief that theirs is merged into, even when that was adopted before', async () => {
    const [one, other] = await residents(['阿戊', '阿己'])
    const target = await aSubmitted([one as Client])
    const source = await aSubmitted([other as Client], '关于村尾路灯的反映')
    await moveBrief(cast.office, target.id, { move: 'accept' })
    await moveBrief(cast.office, target.id, { move: 'adopt', level: 'district' })
    await service.drain()
    expect(await count(other as Client, ADOPTED)).toBe(0)
    await moveBrief(cast.office, source.id, { move: 'merge', intoId: target.id })
    await service.drain()
    expect([await count(one as Client, ADOPTED), await count(other as Client, ADOPTED)]).toEqual([1, 1])
  })

  test('who is erased stands behind no brief any more, and takes along what is held', async () => {
    const [leaving] = await residents(['阿庚'])
    const person = leaving as Client
    const { id } = await aSubmitted([person])
    const data = await person.call('me.export')
    expect(JSON.stringify(data)).toContain('quoted')
    const rows = () => database().collection('briefResidents').countDocuments({ personId: person.personId })
    expect(await rows()).toBe(1)
    const { items } = await person.call('cases.list', { query: {} })
    for (const { id: caseId, revision } of items)
      await person.call('cases.move', { params: { id: caseId }, body: { move: 'withdraw', revision, reason: '不用办了' } })
    await person.call('me.erase', { body: { confirm: '注销账号' } })
    expect(await rows()).toBe(0)
    const stored = JSON.stringify(await BriefModel.find({}).lean())
    expect(stored).not.toContain(person.personId)
    expect((await cast.office.call('briefs.get', { params: { id } })).evidence.length).toBeGreaterThan(0)
  })
})

test('the department is reminded once before its date, and once with the office when it is late', async () => {
  const { id } = await aSubmitted([])
  await moveBrief(cast.office, id, { move: 'accept' })
  const departmentId = service.city.organisations.department
  await moveBrief(cast.office, id, { move: 'passOn', departmentId, dueAt: inDays(service, 10) })
  await service.drain()
  const ofThis = async (client: Client, title: string) =>
    (await toldTo(client)).filter((one) => one.title === title && one.page.endsWith(id)).length
  expect(await ofThis(cast.department, '有社情民意信息请您答复')).toBe(1)
  await remindDepartments()
  expect(await ofThis(cast.department, '有社情民意信息请您答复')).toBe(1)
  const DAY = 24 * 3_600_000
  await service.clock.advance(8 * DAY)
  await Promise.all([remindDepartments(), remindDepartments()])
  await remindDepartments()
  expect(await ofThis(cast.department, '有社情民意信息请您答复')).toBe(2)
  await service.clock.advance(3 * DAY)
  await Promise.all([remindDepartments(), remindDepartments()])
  expect(await ofThis(cast.department, '社情民意信息答复超期')).toBe(1)
  expect(await ofThis(cast.office, '社情民意信息答复超期')).toBe(1)
})
