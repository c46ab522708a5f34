import { ConsultationModel } from '@server/modules/consultations/consultation.model'
import { isNearly, keyOf } from '@server/modules/consultations/sameness'
import { StatementModel } from '@server/modules/consultations/statement.model'
import { VoteSheetModel } from '@server/modules/consultations/vote.model'
import { NotificationModel } from '@server/modules/notifications/notification.model'
import { toObjectId } from '@server/platform/database'
import { aService, type Client, type Service } from '@tests/support/service'
import { raw } from './meetings'
import { aStage, aTopicIn, leadTo, move, partsFor, proposeAs, residents, type Stage, settle } from './stages'

let service: Service
let stage: Stage
let crowd: Client[]
const one = (index: number): Client => crowd[index] as Client
beforeAll(async () => {
  service = await aService()
  await service.clock.set('2026-11-26T09:00:00+08:00')
  stage = await aStage(service)
  crowd = await residents(service, 12, '说话人')
})
afterAll(() => service?.close())

const add = (client: Client, id: string, text: string, key?: string) =>
  client.call('statements.add', { params: { id }, body: { text }, key })
const tryAdd = (client: Client, id: string, text: string, key?: string) =>
  raw(client, 'POST', `/api/consultations/${id}/statements`, { body: { text }, headers: key ? { 'Idempotency-Key': key } : {} })
const list = async (client: Client, id: string, view: 'next' | 'mine' | 'all' = 'all', limit = 100) =>
  (await client.call('statements.list', { params: { id }, query: { view, limit } })).items
const answer = (client: Client, id: string, statementId: string, said: 'agree' | 'disagree' | 'pass' = 'agree') =>
  client.call('statements.answer', { params: { id, statementId }, body: { answer: said } })
const tryAnswer = (client: Client, id: string, statementId: string, said = 'agree') =>
  raw(client, 'PUT', `/api/consultations/${id}/statements/${statementId}/answer`, { body: { answer: said } })
const tryHide = (client: Client, id: string, statementId: string, reason = '重复刷屏') =>
  raw(client, 'POST', `/api/consultations/${id}/statements/${statementId}/hide`, { body: { reason } })

const THOUGHTS = [
  '送孩子的时段不许货车进巷',
  '早市搬到河滩空地上办',
  '停车收费，钱用来修路灯',
  '给老人留一条能走轮椅的道',
  '摊位要画线，谁越线谁收摊',
  '请志愿者早上来疏导',
  '垃圾车改到夜里来收',
  '公交站往东挪一点',
  '多装几个监控看着路口',
  '电动车充电棚不能占人行道',
  '周末可以把这条街变成步行街',
  '雨天积水要先解决排水口',
]

const anOpenTopic = async () => (await aTopicIn(stage, 'open')).id
/** An open topic with statements that everybody sees, each by another resident. */
const aTopicWith = async (texts: string[]) => {
  const id = await anOpenTopic()
  const made = []
  for (const [index, text] of texts.entries()) made.push((await add(one(index), id, text)).id)
  await settle(service)
  return { id, ids: made }
}
const told = (client: Client, title: string) => NotificationModel.countDocuments({ personId: client.personId, title })

describe('a statement', () => {
  it('is its author’s alone until it has been looked at, and then everybody’s, without its author', async () => {
    const id = await anOpenTopic()
    const made = await add(one(0), id, '早市期间只留一侧停车。')
    expect(made).toMatchObject({ state: 'checking', mine: true, answer: null, can: [] })
    expect(await list(one(1), id)).toEqual([])
    expect((await tryAnswer(one(1), id, made.id)).status).toBe(404)
    expect((await tryAnswer(one(0), id, made.id)).status).toBe(409)
    expect(await list(one(0), id, 'mine')).toMatchObject([{ id: made.id, state: 'checking' }])
    await settle(service)
    const [seen] = await list(one(1), id)
    expect(seen).toEqual({
      id: made.id,
      text: '早市期间只留一侧停车。',
      state: 'shown',
      reason: null,
      mine: false,
      answer: null,
      can: ['answer'],
    })
    expect((await list(stage.member, id))[0]?.can).toEqual(['answer', 'hide'])
  })

  it('that is refused stays its author’s, who is told why, once; others may say it in better words', async () => {
    const id = await anOpenTopic()
    const text = '这里写一条违规测试的话。'
    const { id: statementId } = await add(one(2), id, text)
    await settle(service)
    await settle(service)
    const [mine] = await list(one(2), id, 'mine')
    expect(mine).toMatchObject({ id: statementId, state: 'refused', reason: expect.stringMatching(/.+/) })
    expect(await list(one(3), id)).toEqual([])
    expect(await told(one(2), '您的看法没有通过内容检查')).toBe(1)
    expect((await tryAdd(one(3), id, text)).status).toBe(201)
  })

  it('is shown without what tells who people are', async () => {
    const id = await anOpenTopic()
    const { text } = await add(one(0), id, '有事请打13812345678找我，停车要收费。')
    expect(text).not.toContain('13812345678')
    expect(text).toContain('停车要收费')
  })

  it('is refused when the topic has it in nearly the same words; its opposite and other numbers are something else', async () => {
    const { id } = await aTopicWith(['菜场门口应该划出三轮车专用车位'])
    for (const same of ['菜场门口应该划出三轮车专用车位！', '菜场门口，应该划出 三轮车 专用车位。', '菜场门口应该划出三轮车的专用车位'])
      expect(await tryAdd(one(1), id, same)).toMatchObject({ status: 409, body: { code: 'already_exists' } })
    expect((await tryAdd(one(1), id, '菜场门口不应该划出三轮车专用车位')).status).toBe(201)
    expect((await tryAdd(one(1), id, '把早市挪到河边空地去办')).status).toBe(201)
    expect(isNearly(keyOf('停车位至少要有20个才够用'), keyOf('停车位至少要有50个才够用'))).toBe(false)
  })

  it('of ten who say the same at the same moment is one', async () => {
    const id = await anOpenTopic()
    const answers = await Promise.all(crowd.slice(0, 10).map((client) => tryAdd(client, id, '晚上九点以后路口可以停车')))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ body }) => body.code === 'already_exists')).toHaveLength(9)
  })

  it('is the eleventh of nobody, however many are sent at once', async () => {
    const id = await anOpenTopic()
    const answers = await Promise.all(THOUGHTS.map((text) => tryAdd(one(4), id, text)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(2)
    expect(await list(one(4), id, 'mine')).toHaveLength(10)
  })

  it('sent again with the same key is the same one, even as the tenth; other words are refused', async () => {
    const id = await anOpenTopic()
    for (const text of THOUGHTS.slice(0, 9)) await add(one(5), id, text)
    const both = await Promise.all([tryAdd(one(5), id, '巷子里不要停大货车', 'tenth'), tryAdd(one(5), id, '巷子里不要停大货车', 'tenth')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 201])
    expect(await tryAdd(one(5), id, '巷子里不要停大货车', 'tenth')).toMatchObject({ status: 200, body: { id: both[0]?.body.id } })
    expect(await tryAdd(one(5), id, '换一句别的话来说', 'tenth')).toMatchObject({ status: 422, body: { code: 'idempotency_mismatch' } })
  })

  it('sent again when the topic takes no more is still the one that was made', async () => {
    const id = await anOpenTopic()
    const first = await tryAdd(one(6), id, '傍晚留一条车道给公交', 'late')
    expect(first.status).toBe(201)
    await ConsultationModel.updateOne({ _id: toObjectId(id) }, { $set: { state: 'closed' } })
    expect(await tryAdd(one(6), id, '傍晚留一条车道给公交', 'late')).toMatchObject({ status: 200, body: { id: first.body.id } })
    expect((await tryAdd(one(6), id, '早上留一条车道给公交')).status).toBe(409)
  })

  it('needs words, not too many, and a topic that takes them', async () => {
    const id = await anOpenTopic()
    for (const text of ['', '太短', '长'.repeat(141), 7])
      expect(await tryAdd(one(0), id, text as string)).toMatchObject({
        status: 400,
        body: { code: 'invalid_input', errors: [{ path: 'text' }] },
      })
    const { id: chosen } = await aTopicIn(stage, 'chosen')
    expect((await tryAdd(one(0), chosen, '还没有开始征询')).status).toBe(409)
    const hidden = await proposeAs(one(0))
    expect((await tryAdd(one(1), hidden, '看不见的议题')).status).toBe(404)
  })
})

describe('an answer', () => {
  it('is one for each person and statement, the last one said', async () => {
    const { id, ids } = await aTopicWith(['路口要装反光镜'])
    const statementId = ids[0] as string
    await Promise.all((['agree', 'disagree', 'pass', 'agree', 'disagree'] as const).map((said) => answer(one(6), id, statementId, said)))
    expect(await answer(one(6), id, statementId, 'disagree')).toMatchObject({ answer: 'disagree' })
    const sheets = await VoteSheetModel.find({ consultationId: toObjectId(id), personId: one(6).personId }).lean()
    expect(sheets.map(({ answers }) => answers)).toEqual([{ [statementId]: -1 }])
    expect((await StatementModel.findById(statementId).lean())?.voters).toBe(1)
    expect(await list(one(6), id)).toMatchObject([{ answer: 'disagree' }])
    expect(await list(one(7), id)).toMatchObject([{ answer: null }])
  })

  it('said again is no new vote', async () => {
    const { id, ids } = await aTopicWith(['学校门口要有护学岗'])
    const sheet = () => VoteSheetModel.findOne({ consultationId: toObjectId(id), personId: one(7).personId }).lean()
    await answer(one(7), id, ids[0] as string)
    const first = await sheet()
    await service.clock.advance(60_000)
    await answer(one(7), id, ids[0] as string)
    expect((await sheet())?.at).toEqual(first?.at)
    await answer(one(7), id, ids[0] as string, 'pass')
    expect((await sheet())?.at).not.toEqual(first?.at)
  })

  it('is asked first where the fewest have spoken, never to one’s own, and each once', async () => {
    const { id, ids } = await aTopicWith(['甲处设一个停车场', '乙处增加公交班次', '丙处修一条步行道', '丁处拆掉旧围栏'])
    const [a, b, c, d] = ids as [string, string, string, string]
    for (const client of crowd.slice(6, 9)) await answer(client, id, a)
    for (const client of crowd.slice(6, 8)) await answer(client, id, b)
    await answer(one(6), id, d)
    expect((await list(one(10), id, 'next')).map((item) => item.id)).toEqual([c, d, b, a])
    expect((await list(one(1), id, 'next')).map((item) => item.id)).toEqual([c, d, a])
    expect((await list(one(6), id, 'next')).map((item) => item.id)).toEqual([c])
    const pages: string[] = []
    let cursor: string | null = null
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } = await one(10).call('statements.list', {
        params: { id },
        query: { view: 'next', limit: 3, ...(cursor ? { cursor } : {}) },
      })
      pages.push(...page.items.map((item) => item.id))
      cursor = page.nextCursor
    } while (cursor)
    expect(pages).toEqual([c, d, b, a])
  })

  it('of another kind, to another topic’s statement or once all is concluded is refused', async () => {
    const { id, ids } = await aTopicWith(['雨天要有人疏导'])
    expect(await tryAnswer(one(0), id, ids[0] as string, 'maybe')).toMatchObject({ status: 400, body: { errors: [{ path: 'answer' }] } })
    expect((await tryAnswer(one(0), await anOpenTopic(), ids[0] as string)).status).toBe(404)
    expect((await tryAnswer(one(0), id, 'no-such')).status).toBe(404)
    expect((await raw(one(0), 'GET', `/api/consultations/${id}/statements?cursor=bm8`)).status).toBe(400)
    await leadTo(stage, id, 'concluded')
    expect((await tryAnswer(one(0), id, ids[0] as string)).status).toBe(409)
    expect((await tryAdd(one(0), id, '会后才想起来的话')).status).toBe(409)
    expect(await list(one(0), id)).toMatchObject([{ can: [] }])
  })
})

describe('hiding a statement', () => {
  it('is for who is in charge, with a reason that its author is told, once', async () => {
    const { id, ids } = await aTopicWith(['某某家的车天天乱停'])
    const statementId = ids[0] as string
    expect((await tryHide(one(1), id, statementId)).status).toBe(403)
    expect((await tryHide(stage.department, id, statementId)).status).toBe(403)
    expect(await tryHide(stage.member, id, statementId, '')).toMatchObject({ status: 400, body: { errors: [{ path: 'reason' }] } })
    const pressed = await Promise.all([stage.member, stage.office, stage.member].map((client) => tryHide(client, id, statementId)))
    expect(pressed.filter(({ status }) => status === 200)).toHaveLength(1)
    await settle(service)
    await settle(service)
    expect(await list(one(1), id)).toEqual([])
    expect((await tryAnswer(one(1), id, statementId)).status).toBe(404)
    expect(await list(one(0), id, 'mine')).toMatchObject([{ state: 'hidden', reason: '重复刷屏' }])
    expect(await told(one(0), '您的看法不再展示')).toBe(1)
  })
})

describe('whoever is erased', () => {
  it('takes along votes and what nobody has seen; statements that others have seen are nobody’s', async () => {
    const id = await anOpenTopic()
    const going = await service.login('要注销的人')
    const { id: statementId } = await add(going, id, '公园里多放几条长椅')
    await settle(service)
    await add(going, id, '还没有人看过的一句话')
    await answer(going, id, statementId)
    const { parts } = await going.call('me.export')
    expect(JSON.stringify(parts.participation)).toContain('公园里多放几条长椅')
    await going.call('me.erase', { body: { confirm: '注销账号' } })
    expect(await StatementModel.find({ consultationId: toObjectId(id) }).lean()).toMatchObject([{ authorId: null, state: 'shown' }])
    expect(await VoteSheetModel.countDocuments({ personId: going.personId })).toBe(0)
    expect(await list(one(0), id)).toMatchObject([{ id: statementId, mine: false }])
  })
})

it('voting goes on while a meeting is planned', async () => {
  const { id, ids } = await aTopicWith(['会前也还可以再说说看'])
  await move(stage.member, id, { move: 'schedule', ...partsFor(stage).schedule() })
  expect((await tryAnswer(one(9), id, ids[0] as string)).status).toBe(200)
})
