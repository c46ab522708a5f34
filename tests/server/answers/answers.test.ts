import { answerListener } from '@server/modules/answers'
import { AnswerModel } from '@server/modules/answers/answer.model'
import { abilitiesIn, answerMoves } from '@server/modules/answers/answers.policy'
import { roundedPeople } from '@server/modules/answers/answers.presenter'
import { NotificationModel } from '@server/modules/notifications/notification.model'
import { newEvent } from '@server/platform/outbox'
import { ANSWER_STATES, type AnswerDraft } from '@shared/answers/schemas'
import { CITY } from '@tests/support/city'
import { aService, type Client, type Service } from '@tests/support/service'
import fc from 'fast-check'
import { moveBrief } from '../briefs/papers-support'
import { anAnsweredBrief, anOffice, aPublished, draftOf, type Office, publish, WORDS, withdraw, write } from './support'

let service: Service
let one: Office
let office: Client
beforeAll(async () => {
  service = await aService()
  one = await anOffice(service)
  office = one.office
})
afterAll(() => service?.close())

const path = ({ id }: { id: string }) => `/api/answers/drafts/${id}`
const move = (client: Client, draft: AnswerDraft, name: 'publish' | 'withdraw', revision = draft.revision) =>
  client.raw('POST', `${path(draft)}/moves`, { body: { move: name, revision } })
const readsIt = async (id: string): Promise<boolean> => (await service.anonymous.raw('GET', `/api/answers/${id}`)).status === 200
const toldOf = async (client: Client, id: string) =>
  (await client.call('notifications.list', { query: { limit: 100 } })).items.filter((item) => item.page.endsWith(`?id=${id}`))

describe('a draft', () => {
  test('comes by itself when a department has answered a brief, with its words, and the office is told', async () => {
    const sourceId = await anAnsweredBrief(one, { title: '关于桥头照明的反映', answer: '已装灯十二盏。' })
    const draft = await draftOf(office, sourceId)
    expect(draft).toMatchObject({
      title: '关于桥头照明的反映',
      raised: '村口到学校没有路灯。',
      done: '东河县自然资源局：已装灯十二盏。',
      notDone: '',
      result: 'underWay',
      source: 'brief',
      state: 'draft',
      revision: 0,
      people: null,
      publishedAt: null,
      can: ['write', 'publish', 'withdraw'],
    })
    expect((await office.call('answers.drafts', { query: {} })).items.map(({ id }) => id)).toContain(draft.id)
    expect(await toldOf(office, draft.id)).toMatchObject([{ title: '有结果可以告诉大家了', sort: 'work' }])
    expect(await readsIt(draft.id)).toBe(false)
  })

  test('is made once, however often and by how many the result is told', async () => {
    const sourceId = await anAnsweredBrief(one)
    const { id } = await draftOf(office, sourceId)
    await AnswerModel.deleteOne({ sourceId })
    const event = newEvent('brief.moved', { briefId: sourceId, move: 'answer', to: 'answered' })
    await Promise.all(Array.from({ length: 8 }, () => answerListener([event])))
    expect(await AnswerModel.countDocuments({ sourceId })).toBe(1)
    const again = await draftOf(office, sourceId)
    expect(again.id).not.toBe(id)
    expect(await toldOf(office, again.id)).toHaveLength(1)
  })

  test('stays one, and is told of once, when its brief is adopted again', async () => {
    const sourceId = await anAnsweredBrief(one)
    const draft = await draftOf(office, sourceId)
    await moveBrief(office, sourceId, { move: 'adopt', level: 'city', by: '市委办公室' })
    await moveBrief(office, sourceId, { move: 'instruct', level: 'city', by: '市长', text: '很好。' })
    await service.drain()
    expect(await draftOf(office, sourceId)).toEqual(draft)
    expect(await toldOf(office, draft.id)).toHaveLength(1)
  })

  test('keeps what was written when the result is told again', async () => {
    const sourceId = await anAnsweredBrief(one)
    const written = await write(office, await draftOf(office, sourceId))
    await answerListener([newEvent('brief.moved', { briefId: sourceId, move: 'answer', to: 'answered' })])
    expect(await draftOf(office, sourceId)).toEqual(written)
  })

  test('is not made of other steps, nor of what has no result', async () => {
    const before = await AnswerModel.countDocuments()
    await answerListener([
      newEvent('brief.moved', { briefId: 'f'.repeat(24), move: 'answer', to: 'answered' }),
      newEvent('consultation.moved', { consultationId: 'nothing', move: 'report', to: 'reported' }),
      newEvent('brief.moved', { briefId: await anAnsweredBrief(one), move: 'adopt', to: 'adopted' }),
    ])
    expect(await AnswerModel.countDocuments()).toBe(before + 1)
  })
})

describe('writing', () => {
  test('is for who has read the latest version', async () => {
    const draft = await draftOf(office, await anAnsweredBrief(one))
    const written = await write(office, draft, { title: '  路灯亮了  ' })
    expect(written).toMatchObject({ ...WORDS, title: '路灯亮了', revision: 1 })
    const late = await office.raw('PUT', path(draft), { body: { ...WORDS, revision: 0 } })
    expect(late).toMatchObject({ status: 409, body: { code: 'conflict' } })
  })
  test('by several at once is done by one', async () => {
    const draft = await draftOf(office, await anAnsweredBrief(one))
    const bodies = Array.from({ length: 6 }, (_, i) => ({ ...WORDS, title: `路灯亮了之${i}`, revision: 0 }))
    const answers = await Promise.all(bodies.map((body) => office.raw('PUT', path(draft), { body })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409])
  })
  test('is not possible in what people read: it is taken back first', async () => {
    const published = await aPublished(one)
    expect(published.can).toEqual(['withdraw'])
    const answer = await office.raw('PUT', path(published), { body: { ...WORDS, revision: published.revision } })
    expect(answer).toMatchObject({ status: 409, body: { code: 'move_not_allowed' } })
    expect(await write(office, await withdraw(office, published), { title: '改过的标题' })).toMatchObject({
      state: 'withdrawn',
      title: '改过的标题',
    })
  })
  test.each([
    ['a short title', { title: '好' }, 'title'],
    ['a long title', { title: '长'.repeat(61) }, 'title'],
    ['nothing raised', { raised: ' ' }, 'raised'],
    ['too much done', { done: '长'.repeat(1001) }, 'done'],
    ['what is not text', { notDone: '一\u0007二' }, 'notDone'],
    ['a result that is none', { result: 'great' }, 'result'],
    ['no revision', { revision: undefined }, 'revision'],
  ])('is refused with %s', async (_, over, field) => {
    const { items } = await office.call('answers.drafts', { query: {} })
    const body = { ...WORDS, revision: items[0]?.revision, ...over }
    expect(await office.raw('PUT', path(items[0] as AnswerDraft), { body })).toMatchObject({
      status: 400,
      body: { code: 'invalid_input', errors: [{ path: field }] },
    })
  })
})

describe('publishing', () => {
  test('makes it readable for everybody, without what tells of anybody', async () => {
    const draft = await draftOf(office, await anAnsweredBrief(one))
    const written = await write(office, draft, { done: '赵主任带人装了灯，有事打13812345678。', notDone: '桥头3户还没有通电。' })
    expect(written.removed).toEqual([
      { where: '办了的', before: '赵主任', after: '某主任' },
      { where: '办了的', before: '13812345678', after: '[电话]' },
      { where: '没有办成的', before: expect.stringContaining('3户'), after: expect.stringContaining('若干') },
    ])
    const published = await publish(office, written)
    expect(published).toMatchObject({ state: 'published', removed: [], can: ['withdraw'] })
    const read = await service.anonymous.call('answers.get', { params: { id: draft.id } })
    expect(read).toMatchObject({ done: '某主任带人装了灯，有事打[电话]。', result: 'partly', people: null, regionName: '平安市 · 东河县' })
    expect(read.notDone).not.toContain('3户')
    expect(read.publishedAt).toEqual(expect.any(String))
    expect(Object.keys(read)).not.toContain('sourceId')
  })

  test.each([
    ['done', { done: ' ' }, ['done']],
    ['partly', { done: '', notDone: '' }, ['done', 'notDone']],
    ['notDone', { done: '', notDone: '' }, ['notDone']],
    ['underWay', { done: '' }, ['done']],
  ] as const)('needs what belongs to the result %s', async (result, over, fields) => {
    const draft = await write(office, await draftOf(office, await anAnsweredBrief(one)), { result, ...over })
    const answer = await move(office, draft, 'publish')
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: fields.map((field) => ({ path: field })) } })
    expect(await readsIt(draft.id)).toBe(false)
  })

  test('by many at once is done by one, and tells those behind it once', async () => {
    const residents = await Promise.all(Array.from({ length: 7 }, (_, i) => service.login(`居民${i}`)))
    const sourceId = await anAnsweredBrief(one, { residents })
    const draft = await write(office, await draftOf(office, sourceId))
    const other = await service.staff('cppccOffice')
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => move(i % 2 ? office : other, draft, 'publish')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 409)])
    await service.drain()
    // About how many: seven are more than five.
    expect((await service.anonymous.call('answers.get', { params: { id: draft.id } })).people).toBe(5)
    for (const resident of residents)
      expect(await toldOf(resident, draft.id)).toMatchObject([
        { title: '您参与的事有了结果', page: `packages/consultation/pages/answer/index?id=${draft.id}`, sort: 'progress' },
      ])
    expect((await NotificationModel.findOne({ eventId: `answer-${draft.id}` }).lean())?.text).not.toMatch(/居民\d/)
  })

  test('again after it was taken back tells nobody twice, and shows the new words', async () => {
    const resident = await service.login('居民甲')
    const draft = await write(office, await draftOf(office, await anAnsweredBrief(one, { residents: [resident] })))
    const published = await publish(office, draft)
    await service.drain()
    const withdrawn = await withdraw(office, published)
    expect(await readsIt(draft.id)).toBe(false)
    expect(withdrawn).toMatchObject({ state: 'withdrawn', can: ['write', 'publish'] })
    await publish(office, await write(office, withdrawn, { title: '路灯又亮了' }))
    await service.drain()
    expect(await toldOf(resident, draft.id)).toHaveLength(1)
    expect((await service.anonymous.call('answers.get', { params: { id: draft.id } })).title).toBe('路灯又亮了')
  })

  test('that is taken back before anybody was told tells nobody', async () => {
    const resident = await service.login('居民乙')
    const draft = await write(office, await draftOf(office, await anAnsweredBrief(one, { residents: [resident] })))
    await withdraw(office, await publish(office, draft))
    await service.drain()
    expect(await toldOf(resident, draft.id)).toEqual([])
  })

  test('tells everybody also when the telling was cut off in the middle', async () => {
    const residents = await Promise.all(Array.from({ length: 6 }, (_, i) => service.login(`居民丙${i}`)))
    const draft = await write(office, await draftOf(office, await anAnsweredBrief(one, { residents })))
    await publish(office, draft)
    await service.drain()
    const told = await NotificationModel.find({ eventId: `answer-${draft.id}` }).lean()
    expect(told).toHaveLength(6)
    // As a kill would leave it: some told, the event still waiting.
    await NotificationModel.deleteMany({ _id: { $in: told.slice(2).map(({ _id }) => _id) } })
    await answerListener([newEvent('answer.published', { answerId: draft.id })])
    expect(await NotificationModel.countDocuments({ eventId: `answer-${draft.id}` })).toBe(6)
  })

  test('any steps in any order leave it where the table says, and readable only when it is published', async () => {
    const draft = await write(office, await draftOf(office, await anAnsweredBrief(one)))
    let { state, revision } = draft
    const step = fc.record({ name: fc.constantFrom('publish' as const, 'withdraw' as const, 'write' as const), stale: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        for (const { name, stale } of steps) {
          const asked = stale ? revision - 1 : revision
          const allowed = !stale && abilitiesIn(state).includes(name)
          const { status, body } =
            name === 'write'
              ? await office.raw('PUT', path(draft), { body: { ...WORDS, revision: asked } })
              : await move(office, draft, name, asked)
          expect(status).toBe(allowed ? 200 : 409)
          if (allowed) {
            if (name !== 'write') state = answerMoves[name].to
            expect(body).toMatchObject({ state, revision: revision + 1 })
            revision += 1
          }
          expect(await readsIt(draft.id)).toBe(state === 'published')
        }
      }),
      { numRuns: 15 },
    )
  })
})

describe('the page of a region', () => {
  test('has what was answered within it, newest first, with counts, for everybody', async () => {
    await AnswerModel.deleteMany({})
    const results = ['done', 'notDone', 'done'] as const
    for (const result of results) await aPublished(one, { result, title: `结果之${result}` })
    await draftOf(office, await anAnsweredBrief(one))
    const read = (query: object) => service.anonymous.call('answers.list', { query })
    const all = await read({})
    expect(all).toMatchObject({ regionCode: CITY.city, regionName: '平安市', counts: { done: 2, partly: 0, notDone: 1, underWay: 0 } })
    expect(all.items.map(({ result }) => result)).toEqual(['done', 'notDone', 'done'])
    expect((await read({ regionCode: CITY.county })).items).toHaveLength(3)
    expect(await read({ regionCode: CITY.otherCounty })).toMatchObject({ items: [], counts: { done: 0 }, nextCursor: null })
    const done = await read({ result: 'done', regionCode: CITY.city, limit: 1 })
    expect(done).toMatchObject({ items: [{ result: 'done' }], counts: { done: 2, notDone: 1 } })
    const next = await read({ result: 'done', regionCode: CITY.city, limit: 1, cursor: done.nextCursor })
    expect(next).toMatchObject({ items: [{ result: 'done' }], nextCursor: null })
    expect(next.items[0]?.id).not.toBe(done.items[0]?.id)
  })
  test('tells of no place below the village', async () => {
    const { id } = await aPublished(one, { regionCode: CITY.grid })
    const { regionCode, regionName } = await service.anonymous.call('answers.get', { params: { id } })
    expect([regionCode, regionName]).toEqual([CITY.village, '平安市 · 东河县 · 柳溪镇 · 桥头村'])
  })
  test.each([
    ['regionCode=880109', 'regionCode'],
    ['regionCode=abc', 'regionCode'],
    ['result=maybe', 'result'],
    ['cursor=xx', 'cursor'],
    ['limit=0', 'limit'],
  ])('is refused with %s', async (query, field) => {
    expect(await service.anonymous.raw('GET', `/api/answers?${query}`)).toMatchObject({
      status: 400,
      body: { code: 'invalid_input', errors: [{ path: field }] },
    })
  })
})

describe('who writes answers', () => {
  test('is the office of the region or above it; of others nobody knows of a draft', async () => {
    const draft = await draftOf(office, await anAnsweredBrief(one))
    const county = await service.staff('cppccOffice', { regionCode: CITY.county })
    expect((await county.call('answers.draft', { params: { id: draft.id } })).id).toBe(draft.id)
    expect((await county.call('answers.drafts', { query: {} })).items.map(({ id }) => id)).toContain(draft.id)
    const elsewhere = await service.staff('cppccOffice', { regionCode: CITY.otherCounty })
    expect((await elsewhere.call('answers.drafts', { query: {} })).items).toEqual([])
    for (const client of [elsewhere, one.author, one.department, await service.login('路人')]) {
      expect((await client.raw('GET', path(draft))).status).toBe(404)
      expect((await client.raw('PUT', path(draft), { body: { ...WORDS, revision: 0 } })).status).toBe(404)
      expect((await move(client, draft, 'publish')).status).toBe(404)
    }
    for (const client of [one.author, one.department, await service.login('路人'), await service.staff('dispatcher')])
      expect((await client.raw('GET', '/api/answers/drafts')).status).toBe(403)
    expect((await service.anonymous.raw('GET', '/api/answers/drafts')).status).toBe(401)
    expect((await service.anonymous.raw('GET', path(draft))).status).toBe(401)
  })
  test('reads drafts by where they stand, in pages', async () => {
    const seen = new Set<string>()
    let cursor: string | undefined
    do {
      const page = await office.call('answers.drafts', { query: { limit: 1, cursor } })
      for (const { id, state } of page.items) {
        expect(state).toBe('draft')
        seen.add(id)
      }
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen.size).toBe(await AnswerModel.countDocuments({ state: 'draft' }))
    for (const id of ['a'.repeat(24), 'nothing']) {
      expect((await office.raw('GET', path({ id }))).status).toBe(404)
      expect(await readsIt(id)).toBe(false)
    }
  })
})

test('people are told of by fives, and fewer than five not at all', () => {
  fc.assert(
    fc.property(fc.nat(100_000), (people) => {
      const shown = roundedPeople(people)
      if (people < 5) expect(shown).toBeNull()
      else expect(people - Number(shown)).toBeLessThan(5)
      expect(Number(shown) % 5).toBe(0)
    }),
  )
})

test('what can be done follows from the table alone', () => {
  for (const state of ANSWER_STATES)
    for (const name of ['publish', 'withdraw'] as const)
      expect(abilitiesIn(state).includes(name)).toBe(answerMoves[name].from.includes(state))
})
