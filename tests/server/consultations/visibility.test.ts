import { tellOn } from '@server/modules/consultations/commands/tell-people'
import { TellingModel } from '@server/modules/consultations/telling.model'
import { NotificationModel } from '@server/modules/notifications/notification.model'
import type { CONSULTATION_VIEWS } from '@shared/consultations/schemas'
import { CONSULTATION_STATES, isDecided } from '@shared/consultations/words'
import { CITY } from '@tests/support/city'
import { aService, type Client, type Service } from '@tests/support/service'
import {
  aStage,
  ask,
  aTopicIn,
  leadTo,
  move,
  partsFor,
  proposeAs,
  read,
  residents,
  type Stage,
  settle,
  support,
  type Topic,
  toldAbout,
} from './stages'

let service: Service
let stage: Stage
let li: Client
let stranger: Client
let mediator: Client
let farOffice: Client
beforeAll(async () => {
  service = await aService()
  await service.clock.set('2026-11-26T09:00:00+08:00')
  stage = await aStage(service)
  li = await service.login('李')
  stranger = await service.login('路人')
  mediator = await service.staff('mediator')
  farOffice = await service.staff('cppccOffice', { regionCode: CITY.otherCounty, name: '西河政协办' })
})
afterAll(() => service?.close())

const list = async (client: Client, view: (typeof CONSULTATION_VIEWS)[number], more: object = {}) =>
  (await client.call('consultations.list', { query: { view, limit: 100, ...more } })).items
const ids = async (client: Client, view: (typeof CONSULTATION_VIEWS)[number], more: object = {}) =>
  (await list(client, view, more)).map(({ id }) => id)
const isSeen = async (client: Client, id: string) => (await ask(client, 'GET', `/api/consultations/${id}`)).status === 200

describe('who sees a topic', () => {
  it.each(CONSULTATION_STATES)(
    'in the state %s: everybody, for a member has proposed it',
    async (state) => {
      const { id } = await aTopicIn(stage, state)
      for (const client of [stranger, mediator, farOffice, stage.department]) {
        const topic = await read(client, id)
        expect(topic.state).toBe(state)
        // Nobody but the office, the member in charge and an asked department has anything to do with others’ work.
        const work = [
          'choose',
          'decline',
          'openCall',
          'schedule',
          'reschedule',
          'conclude',
          'passOn',
          'report',
          'judge',
          'invite',
          'writeMinutes',
          'seeAttendees',
          'checkInOthers',
          'hideStatement',
          'brief',
        ]
        expect(topic.can.filter((ability) => work.includes(ability))).toEqual([])
        expect(topic.tasks.flatMap(({ can }) => can)).toEqual(client === stage.department && state === 'passedOn' ? ['answer'] : [])
        expect((await ids(client, 'public')).includes(id)).toBe(state !== 'declined')
      }
      expect(await service.anonymous.raw('GET', `/api/consultations/${id}`)).toMatchObject({ status: 401 })
      expect((await ids(stranger, 'public', { state })).includes(id)).toBe(true)
      expect((await read(stage.member, id)).can.includes('brief')).toBe(isDecided(state))
    },
    30_000,
  )

  it('is only its proposer and the office of its region, while a resident’s words are looked at', async () => {
    const id = await proposeAs(li)
    expect(await Promise.all([li, stage.office, stranger, stage.member, mediator, farOffice].map((one) => isSeen(one, id)))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
    expect(await ids(stranger, 'public')).not.toContain(id)
    expect(await ids(li, 'mine')).toContain(id)
    expect(await ids(stage.office, 'work')).toContain(id)
    for (const [method, path] of [
      ['PUT', 'support'],
      ['POST', 'moves'],
      ['GET', 'document'],
    ] as const) {
      const body = { support: { support: true }, moves: { move: 'choose', revision: 1 }, document: undefined }[path]
      expect([path, (await ask(stranger, method, `/api/consultations/${id}/${path}`, { body })).status]).toEqual([path, 404])
    }
  })

  it('is nobody for an id that belongs to nothing', async () => {
    for (const id of ['x', 'ffffffffffffffffffffffff'])
      expect(await ask(li, 'GET', `/api/consultations/${id}`)).toMatchObject({ status: 404 })
  })
})

describe('the history', () => {
  it('names no resident, and says who acted as what', async () => {
    const author = await service.login('甘大妈')
    const id = await proposeAs(author)
    await settle(service)
    await Promise.all((await residents(service, 20, '众')).map((one) => support(one, id)))
    const topic = await leadTo(stage, id, 'judged')
    expect(topic.history.map(({ type, by }) => `${type} ${by}`)).toEqual([
      'propose 居民',
      'choose 政协办公室',
      'openCall 政协委员',
      'schedule 政协委员',
      'minutes 政协委员',
      'conclude 政协委员',
      'passOn 政协办公室',
      'answer 东河县自然资源局',
      'report 政协办公室',
      'judge 系统',
    ])
    const told = JSON.stringify(topic)
    expect(told).not.toContain('甘大妈')
    expect(told).not.toContain(author.personId)
    const times = topic.history.map(({ at }) => Date.parse(at))
    expect(times).toEqual([...times].sort((one, other) => one - other))
  })

  it('fits on a page of Word, for whoever may see the topic', async () => {
    const { id } = await aTopicIn(stage, 'judged', { title: '河堤步道装不装栏杆' })
    const file = await ask(stranger, 'GET', `/api/consultations/${id}/document`)
    expect(file.status).toBe(200)
    expect(file.headers.get('content-type')).toContain('wordprocessingml')
    expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).toContain('河堤步道装不装栏杆')
  })
})

describe('minutes', () => {
  it('are seen by who is in charge at once, and by all from the published opinion on', async () => {
    const { id } = await aTopicIn(stage, 'scheduled')
    const put = async (client: Client) =>
      ask(client, 'PUT', `/api/consultations/${id}/minutes`, {
        body: { revision: (await read(client, id)).revision, text: '讨论了一个半小时。' },
      })
    expect(await put(stage.member)).toMatchObject({ status: 409, body: { code: 'move_not_allowed' } })
    await service.clock.advance(49 * 3_600_000)
    expect(await put(stranger)).toMatchObject({ status: 403 })
    const before = await read(stage.member, id)
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        ask(stage.member, 'PUT', `/api/consultations/${id}/minutes`, { body: { revision: before.revision, text: `第 ${index} 稿` } }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
    expect((await read(stage.office, id)).minutes?.text).toMatch(/第 \d 稿/)
    expect((await read(stranger, id)).minutes).toBeNull()
    await move(stage.member, id, { move: 'conclude', ...partsFor(stage).conclude() })
    expect((await read(stranger, id)).minutes?.text).toMatch(/第 \d 稿/)
  })
})

describe('lists', () => {
  it('have in "work" what waits for the office, the member in charge and the asked department, until it is done', async () => {
    const topic = await aTopicIn(stage, 'proposed')
    const other = await service.staff('cppccMember', { name: '别的委员' })
    const waits = async () =>
      Promise.all(
        [stage.office, stage.member, other, stage.department, farOffice, li].map(async (one) =>
          (await ids(one, 'work')).includes(topic.id),
        ),
      )
    expect(await waits()).toEqual([true, false, false, false, false, false])
    for (const state of ['chosen', 'open', 'scheduled'] as const) {
      await leadTo(stage, topic.id, state)
      expect(await waits()).toEqual([true, true, false, false, false, false])
    }
    await leadTo(stage, topic.id, 'concluded')
    expect(await waits()).toEqual([true, false, false, false, false, false])
    await leadTo(stage, topic.id, 'passedOn')
    expect(await waits()).toEqual([true, false, false, true, false, false])
    await leadTo(stage, topic.id, 'reported')
    expect(await waits()).toEqual([false, false, false, false, false, false])
  })

  it('have in "mine" what was proposed and supported, each once', async () => {
    const own = await proposeAs(li)
    const others = await proposeAs(stage.member)
    await settle(service)
    await support(li, others)
    const mine = await ids(li, 'mine')
    for (const id of [own, others]) expect(mine.filter((one) => one === id)).toHaveLength(1)
    expect(await ids(stranger, 'mine')).toEqual([])
    await support(li, others, false)
    expect(await ids(li, 'mine')).not.toContain(others)
  })

  it('of a region have what lies within it, newest first, page by page without gap or repeat', async () => {
    const far = await proposeAs(stage.member, { regionCode: CITY.otherTownship })
    const all = await list(stranger, 'public')
    const inFar = await ids(stranger, 'public', { regionCode: CITY.otherCounty })
    expect(inFar).toEqual([far])
    expect((await ids(stranger, 'public', { regionCode: CITY.county })).includes(far)).toBe(false)
    const times = all.map(({ createdAt }) => createdAt)
    expect(times).toEqual([...times].sort().reverse())
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } = await stranger.call('consultations.list', {
        query: { limit: 3, cursor },
      })
      paged.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(paged).toEqual(all.map(({ id }) => id))
    expect(await ask(stranger, 'GET', '/api/consultations?cursor=abc')).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'invalid_cursor' }] },
    })
    expect(await ask(stranger, 'GET', '/api/consultations?view=secret')).toMatchObject({ status: 400 })
  })
})

describe('people to put in charge and to ask', () => {
  it('are told to members and the office of the region only', async () => {
    const query = { regionCode: CITY.township }
    const { members, departments } = await stage.office.call('consultations.people', { query })
    expect(members).toContainEqual({ id: stage.member.personId, name: '宋委员' })
    expect(departments).toEqual([{ id: service.city.organisations.department, name: '东河县自然资源局' }])
    expect(await stage.member.call('consultations.people', { query })).toEqual({ members, departments })
    for (const one of [li, mediator, stage.department, farOffice])
      expect(await ask(one, 'GET', `/api/consultations/people?regionCode=${CITY.township}`)).toMatchObject({ status: 403 })
    expect(await ask(stage.office, 'GET', '/api/consultations/people?regionCode=880199')).toMatchObject({ status: 400 })
  })
})

describe('who is told', () => {
  it('are proposer and supporters at every step that concerns them, each once, but not who took the step', async () => {
    const id = await proposeAs(li)
    await settle(service)
    const crowd = await residents(service, 20, '众')
    await Promise.all(crowd.map((one) => support(one, id)))
    await leadTo(stage, id, 'judged')
    await settle(service)
    const steps = ['议题已立项', '请您说说看法', '协商会定了', '协商意见发布了', '协商意见已交办', '办理结果出来了，请您评议']
    expect(await toldAbout(li, id)).toEqual([...steps, '评议结束'])
    expect(await toldAbout(crowd[3] as Client, id)).toEqual(steps)
    expect(await toldAbout(stage.member, id)).toEqual(['请您牵头协商', '部门有答复了'])
    expect(await toldAbout(stage.department, id)).toEqual(['有协商意见交您单位办理'])
    expect(await toldAbout(stranger, id)).toEqual([])
    expect(await TellingModel.countDocuments()).toBe(0)
  })

  it('are those of a declined proposal, with the reason', async () => {
    const id = await proposeAs(li)
    await settle(service)
    await leadTo(stage, id, 'declined')
    await settle(service)
    const [told] = await NotificationModel.find({ personId: li.personId, title: '议题没有立项' }).lean()
    expect(told?.text).toContain('已经有部门在办')
  })

  it('are all of them also when the telling was cut off in the middle', async () => {
    const id = await proposeAs(stage.member)
    const crowd = await residents(service, 8, '接着')
    await Promise.all(crowd.map((one) => support(one, id)))
    const topic: Topic = await leadTo(stage, id, 'chosen')
    await service.drain()
    const sent = await NotificationModel.find({ title: '议题已立项', page: { $regex: id } })
      .sort({ personId: 1 })
      .lean()
    expect(sent).toHaveLength(9)
    // As a kill would leave it: some told, and only the beginning noted.
    const eventId = sent[0]?.eventId ?? ''
    await NotificationModel.deleteMany({ eventId, personId: { $gt: sent[3]?.personId } })
    const { toObjectId } = await import('@server/platform/database')
    await TellingModel.create({
      _id: eventId,
      consultationId: toObjectId(topic.id),
      move: 'choose',
      at: service.clock.now(),
      byPersonId: stage.office.personId,
      source: 0,
      after: null,
    })
    await Promise.all([tellOn(), tellOn(), tellOn()])
    await tellOn()
    expect(await NotificationModel.countDocuments({ eventId })).toBe(9)
    expect(await TellingModel.countDocuments()).toBe(0)
  })

  it('are told also when a telling before theirs cannot be told', async () => {
    const { toObjectId } = await import('@server/platform/database')
    const [bad, good] = [await proposeAs(stage.member), await proposeAs(stage.member)].map((id) => toObjectId(id))
    const rest = { byPersonId: null, source: 0, after: null }
    const at = service.clock.now()
    await TellingModel.create({ _id: 'bad', consultationId: bad, move: 'no such step' as never, at: new Date(0), ...rest })
    await TellingModel.create({ _id: 'good', consultationId: good, move: 'choose', at, ...rest })
    await expect(tellOn()).rejects.toThrow()
    expect(await NotificationModel.countDocuments({ eventId: 'good' })).toBe(1)
    expect((await TellingModel.find().lean()).map(({ _id }) => _id)).toEqual(['bad'])
    await TellingModel.deleteMany({})
  })
})
