import { database, toObjectId } from '@server/platform/database'
import { aCase, aDispute, aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'

let service: Service
let resident: Client
let mediator: Client
let dispatcher: Client

beforeAll(async () => {
  service = await aService()
  mediator = await aMediator(service, { name: '方调解', capacity: 500 })
  resident = await service.login('陈晓')
  dispatcher = await service.staff('dispatcher')
})
afterAll(() => service?.close())

const classify = (who: Client, id: string, body: object) => who.raw('POST', `/api/cases/${id}/classification`, { body })
const view = (who: Client, id: string) => who.call('cases.get', { params: { id } })
const move = async (who: Client, id: string, name: 'accept' | 'startHandling' | 'withdraw') =>
  who.call('cases.move', { params: { id }, body: { move: name, revision: (await view(who, id)).revision, reason: '说明。' } })
const stored = async (id: string) => {
  const doc = await database()
    .collection('cases')
    .findOne({ _id: toObjectId(id) })
  if (!doc) throw new Error('The case is not there')
  return doc
}
/** Events of a type that wait in the case; nothing is relayed in this file. */
const events = async (id: string, type: string) =>
  ((await stored(id)).pending ?? []).filter((event: { type: string }) => event.type === type)
const aLamp = () => aCase(service, resident, { category: 'utility.lamp' })

describe('an order', () => {
  it('of category is given by the owner or the centre, and is told to the staff only', async () => {
    for (const who of [mediator, dispatcher]) {
      const doc = await aLamp()
      expect((await view(who, doc.id)).can).toContain('classify')
      const { status, body } = await classify(who, doc.id, { category: 'traffic.road', revision: doc.revision })
      expect([status, body.category, body.status, body.revision]).toEqual([200, 'traffic.road', doc.status, doc.revision + 1])
      expect(body.timeline.at(-1)).toMatchObject({ type: 'classified', text: '类别由“水电气暖 · 路灯”改为“交通 · 道路破损”' })
      const seen = await view(resident, doc.id)
      expect([seen.category, seen.timeline.some(({ type }) => type === 'classified')]).toEqual(['traffic.road', false])
      expect((await stored(doc.id)).classified).toMatchObject({ byPersonId: who.personId, at: expect.any(Date) })
      expect(await events(doc.id, 'case.classified')).toMatchObject([{ data: { caseId: doc.id, byPersonId: who.personId } }])
    }
  })
  it('that only confirms is one that can be learned from, too', async () => {
    const doc = await aLamp()
    expect((await classify(mediator, doc.id, { category: 'utility.lamp', revision: doc.revision })).status).toBe(200)
    expect((await stored(doc.id)).classified).toBeTruthy()
  })
  it('of risk alone teaches nothing about the category', async () => {
    const doc = await aLamp()
    expect((await classify(mediator, doc.id, { risk: 'C', revision: doc.revision })).body).toMatchObject({ risk: 'C' })
    expect((await stored(doc.id)).classified).toBeUndefined()
  })
  it('is given by one of many who press at once', async () => {
    const doc = await aLamp()
    const categories = ['traffic.road', 'utility.power', 'village.facility', 'environment.rubbish']
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        classify(n % 2 ? mediator : dispatcher, doc.id, { category: categories[n % 4], revision: doc.revision }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ body }) => body.code === 'case_already_moved')).toHaveLength(11)
    expect((await view(mediator, doc.id)).timeline.filter(({ type }) => type === 'classified')).toHaveLength(1)
  })
  it('does not stand in the way of a message that is written meanwhile', async () => {
    const doc = await aLamp()
    const [ordered, ...said] = await Promise.all([
      classify(mediator, doc.id, { category: 'traffic.road', revision: doc.revision }),
      ...Array.from({ length: 6 }, (_, n) =>
        resident.raw('POST', `/api/cases/${doc.id}/messages`, { body: { room: 'applicant', text: `第${n}句` } }),
      ),
    ])
    expect([ordered.status, ...said.map(({ status }) => status)]).toEqual([200, 201, 201, 201, 201, 201, 201])
  })
})

describe('a kind', () => {
  it('may be put right until work begins, and its moves and deadlines follow', async () => {
    const doc = await aLamp()
    const { body } = await classify(dispatcher, doc.id, { kind: 'hazard', category: 'utility.lamp', revision: doc.revision })
    expect(body).toMatchObject({ kind: 'hazard', status: 'assigned' })
    const accepted = await move(mediator, doc.id, 'accept')
    expect((await classify(mediator, doc.id, { kind: 'suggestion', revision: accepted.revision })).body).toMatchObject({
      kind: 'suggestion',
    })
    const handled = await move(mediator, doc.id, 'startHandling')
    const late = await classify(mediator, doc.id, { kind: 'complaint', revision: handled.revision })
    expect([late.status, late.body.code, late.body.detail]).toEqual([409, 'conflict', '已经开始办理，不能再改事项类型'])
    expect((await classify(mediator, doc.id, { category: 'environment.rubbish', revision: handled.revision })).status).toBe(200)
  })
  it('does not change between a dispute and something else once the case is accepted', async () => {
    const doc = await aDispute(service, resident, { category: 'property.fee' })
    const accepted = await move(mediator, doc.id, 'accept')
    const answer = await classify(mediator, doc.id, { kind: 'complaint', revision: accepted.revision })
    expect([answer.status, answer.body.code]).toEqual([409, 'conflict'])
    const fresh = await aDispute(service, resident, { category: 'property.fee' })
    expect((await classify(mediator, fresh.id, { kind: 'complaint', revision: fresh.revision })).status).toBe(200)
  })
  it('and category have to suit each other', async () => {
    const doc = await aLamp()
    for (const body of [{ kind: 'dispute' }, { category: 'family.child' }]) {
      const answer = await classify(mediator, doc.id, { ...body, revision: doc.revision })
      expect([answer.status, answer.body.errors[0]]).toMatchObject([400, { path: 'category', code: 'unsuitable' }])
    }
    expect((await classify(mediator, doc.id, { kind: 'dispute', category: 'family.child', revision: doc.revision })).status).toBe(200)
  })
})

describe('a risk', () => {
  it('that becomes high is told at once, one that rises a little is not, and the centre alone calls it less', async () => {
    const doc = await aLamp()
    let { revision } = doc
    const to = async (risk: string) => {
      revision = (await classify(mediator, doc.id, { risk, revision })).body.revision
      return (await events(doc.id, 'risk.raised')).map(({ data }: { data: object }) => data)
    }
    expect(await to('C')).toEqual([])
    const raised = { caseId: doc.id, risk: 'B', byPersonId: mediator.personId }
    expect(await to('B')).toEqual([raised])
    expect(await to('A')).toEqual([raised, { ...raised, risk: 'A' }])
    const lowered = { risk: 'D', revision }
    const refused = await classify(mediator, doc.id, lowered)
    expect([refused.status, refused.body.code]).toEqual([403, 'forbidden'])
    expect((await classify(dispatcher, doc.id, lowered)).body.risk).toBe('D')
    expect(await events(doc.id, 'risk.raised')).toHaveLength(2)
  })
  it('that becomes high makes the time for acceptance shorter', async () => {
    const doc = await aLamp()
    const { body } = await classify(mediator, doc.id, { risk: 'A', revision: doc.revision })
    expect(Date.parse(body.deadline)).toBeLessThan(Date.parse(doc.deadline ?? ''))
  })
  it('is read from the words at submission, and what is high is told at once', async () => {
    const calm = await aLamp()
    expect([(await stored(calm.id)).risk, await events(calm.id, 'risk.raised')]).toEqual(['D', []])
    const { id } = await aCase(service, resident, { text: '邻居拿着刀站在我家门口，孩子吓哭了，我们不敢出去。' })
    expect(await stored(id)).toMatchObject({ risk: 'A', riskSigns: ['violence', 'minors'] })
    expect(await events(id, 'risk.raised')).toMatchObject([{ data: { caseId: id, risk: 'A', byPersonId: null } }])
    expect(await events(id, 'case.submitted')).toHaveLength(1)
  })
  it('is known to the staff: of whoever takes part nobody reads how the words were graded', async () => {
    const { id } = await aCase(service, resident, { text: '他提着刀在楼道里骂，说要砍死我全家。' })
    for (const who of [mediator, dispatcher]) expect((await view(who, id)).risk).toBe('A')
    expect(await view(resident, id)).toMatchObject({ risk: 'D', riskSigns: [] })
    const mine = await resident.call('cases.list', { query: { view: 'mine', limit: 1 } })
    expect(mine.items).toMatchObject([{ id, risk: 'D' }])
    const inbox = await mediator.call('cases.list', { query: { view: 'inbox', limit: 100 } })
    expect(inbox.items.find((item) => item.id === id)).toMatchObject({ risk: 'A' })
  })
})

describe('a category that nobody chose', () => {
  it('is filled in where the words are clear, suits the kind, and stays open where they are not', async () => {
    expect((await aCase(service, resident, { text: '村口路灯坏了一排，晚上黑漆漆的。' })).category).toBe('utility.lamp')
    expect((await aDispute(service, resident, { text: '楼上漏水，天花板泡坏了。' })).category).toBe('neighbour.leak')
    expect((await aCase(service, resident, { text: '有一件事情，请你们来一趟。' })).category).toBe('other.other')
  })
})

describe('refusals', () => {
  it('parties, strangers, and staff who only read; closed cases; old revisions; nothing to change; unknown values', async () => {
    const doc = await aLamp()
    const body = { category: 'traffic.road', revision: doc.revision }
    const codes = async (who: Client, given: object = body) => {
      const { status, body: problem } = await classify(who, doc.id, given)
      return [status, problem.code, ...(problem.errors?.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`) ?? [])]
    }
    expect(await codes(resident)).toEqual([403, 'forbidden'])
    expect(await codes(await service.login('路人'))).toEqual([404, 'not_found'])
    expect(await codes(await service.staff('supervisor'))).toEqual([403, 'forbidden'])
    expect(await codes(mediator, { ...body, revision: 0 })).toEqual([409, 'case_already_moved'])
    expect(await codes(mediator, { revision: doc.revision })).toEqual([400, 'invalid_input', 'category nothing'])
    expect(await codes(mediator, { ...body, category: 'nowhere' })).toEqual([400, 'invalid_input', 'category unknown_category'])
    expect(await codes(mediator, { ...body, risk: 'E' })).toEqual([400, 'invalid_input', 'risk invalid_value'])
    await move(resident, doc.id, 'withdraw')
    expect((await codes(mediator))[0]).toBe(403)
    expect((await view(mediator, doc.id)).can).not.toContain('classify')
  })
})
