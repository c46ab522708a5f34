import { findCase, followOwner } from '@server/modules/cases'
import { aMediator, dispute } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { aHazard, get, moveNow } from './support'

let service: Service
let owner: Client
let colleague: Client
let dispatcher: Client

beforeAll(async () => {
  service = await aService()
  owner = await aMediator(service, { name: '李调解', capacity: 100_000 })
  colleague = await aMediator(service, { name: '王调解', capacity: 100_000 })
  dispatcher = await service.staff('dispatcher', { name: '赵派单' })
})
afterAll(() => service?.close())

const load = async (client: Client): Promise<number> => (await client.call('desk.get')).load
const toOwner = () => ({ preferredMediatorId: owner.personId })
const toColleague = () => ({ preferredMediatorId: colleague.personId })

/** Two reports of one hazard: the second is handled with the first. */
const aMatter = async () => {
  const [zhang, wang] = [await service.login('张三'), await service.login('王五')]
  const lead = await aHazard(zhang, toOwner())
  const other = await aHazard(wang, toColleague())
  const merged = await moveNow(dispatcher, other.id, 'merge', { leadId: lead.id })
  await service.drain()
  return { zhang, wang, lead, other, merged }
}

const refusal = async (client: Client, id: string, leadId: string | undefined) => {
  const { revision } = await get(dispatcher, id)
  const answer = await client.raw('POST', `/api/cases/${id}/moves`, { body: { move: 'merge', revision, ...(leadId ? { leadId } : {}) } })
  return [answer.status, answer.body.errors?.[0]?.path ?? answer.body.code, answer.body.errors?.[0]?.code]
}

describe('a merged case', () => {
  test('is with whoever has the other, stands still, and weighs on nobody', async () => {
    const [before, beforeColleague] = [await load(owner), await load(colleague)]
    const { lead, merged, wang } = await aMatter()
    expect(merged).toMatchObject({ status: 'suspended', merged: true, deadline: null, light: 'none', assignee: { id: owner.personId } })
    expect(merged.linked).toEqual({ leadId: lead.id, leadNumber: lead.number, followers: 0 })
    expect(merged.can).toContain('unmerge')
    expect(merged.can).not.toContain('resume')
    expect([await load(owner), await load(colleague)]).toEqual([before + 1, beforeColleague])
    expect((await get(owner, lead.id)).linked).toEqual({ leadId: null, leadNumber: null, followers: 1 })
    const seen = await get(wang, merged.id)
    expect(seen).toMatchObject({ merged: true, linked: null })
    expect(JSON.stringify(seen)).not.toContain(lead.number)
  })
  test('is no news to whoever has it now, unless somebody is in danger', async () => {
    const dangerous = { ...toColleague(), text: '井盖没了，他拿着刀守在旁边，说要砍死过路的人。' }
    const [lead, danger] = [await aHazard(await service.login('张三'), toOwner()), await aHazard(await service.login('王五'), dangerous)]
    await service.drain()
    await moveNow(dispatcher, danger.id, 'merge', { leadId: lead.id })
    const { merged: calm } = await aMatter()
    const { items } = await owner.call('notifications.list', { query: { limit: 100 } })
    const toldOf = (id: string) => items.filter(({ caseId }) => caseId === id).map(({ title }) => title)
    expect(toldOf(danger.id)).toEqual(['有一件高风险的事派给您'])
    expect(toldOf(calm.id)).toEqual([])
  })
  test('is not resumed, but taken apart, and then goes on from where it stood with the whole time of the pause', async () => {
    const wang = await service.login('王五')
    const lead = await aHazard(await service.login('张三'), toOwner())
    const other = await aHazard(wang, toOwner())
    await moveNow(owner, other.id, 'accept')
    const handled = await moveNow(owner, other.id, 'startHandling')
    const before = await load(owner)
    await moveNow(owner, other.id, 'merge', { leadId: lead.id })
    expect(await load(owner)).toBe(before - 1)
    const { revision } = await get(owner, other.id)
    const resume = await owner.raw('POST', `/api/cases/${other.id}/moves`, { body: { move: 'resume', revision } })
    expect([resume.status, resume.body.code]).toEqual([409, 'move_not_allowed'])
    await service.clock.advance(14 * 86_400_000)
    const apart = await moveNow(owner, other.id, 'unmerge')
    expect(apart).toMatchObject({ status: 'handling', merged: false, assignee: { id: owner.personId } })
    expect(Date.parse(apart.deadline as string) - Date.parse(handled.deadline as string)).toBeGreaterThanOrEqual(7 * 86_400_000)
    expect(await load(owner)).toBe(before)
    expect((await get(owner, lead.id)).linked).toBeNull()
  })
  test('may be withdrawn by its applicant, and then counts no longer', async () => {
    const { lead, other, wang } = await aMatter()
    expect(await moveNow(wang, other.id, 'withdraw', { reason: '已经自己修好' })).toMatchObject({ status: 'withdrawn', merged: false })
    expect((await get(owner, lead.id)).linked).toBeNull()
  })
  test('that lay in the queue has somebody when it is taken apart again', async () => {
    const lead = await aHazard(await service.login('张三'), toOwner())
    const other = await aHazard(await service.login('王五'), toOwner())
    await moveNow(owner, other.id, 'handBack', { reason: '请中心看看' })
    await moveNow(dispatcher, other.id, 'merge', { leadId: lead.id })
    expect(await moveNow(dispatcher, other.id, 'unmerge')).toMatchObject({ status: 'assigned', assignee: { id: owner.personId } })
  })
  test('keeps every message, before, while and after it is merged', async () => {
    const { other, wang, lead, zhang } = await aMatter()
    const say = (who: Client, id: string, text: string) => who.call('messages.send', { params: { id }, body: { room: 'applicant', text } })
    await say(wang, other.id, '合并以后说的')
    await say(owner, other.id, '办理人回复')
    await moveNow(owner, other.id, 'unmerge')
    await say(wang, other.id, '拆开以后说的')
    const { items } = await wang.call('messages.list', { params: { id: other.id }, query: {} })
    expect(items.map(({ text }) => text).sort()).toEqual(['合并以后说的', '办理人回复', '拆开以后说的'].sort())
    expect((await zhang.call('messages.list', { params: { id: lead.id }, query: {} })).items).toEqual([])
  })
})

describe('what cannot be merged', () => {
  test('the lead has to be named, to be there, and to be in the hands of whoever merges', async () => {
    const [mine, others] = [await aHazard(await service.login('甲'), toOwner()), await aHazard(await service.login('乙'), toColleague())]
    expect(await refusal(owner, mine.id, undefined)).toEqual([400, 'leadId', 'required'])
    expect(await refusal(owner, mine.id, '0123456789abcdef01234567')).toEqual([400, 'leadId', 'unknown_lead'])
    expect(await refusal(owner, mine.id, others.id)).toEqual([400, 'leadId', 'unknown_lead'])
    expect(await refusal(dispatcher, mine.id, mine.id)).toEqual([400, 'leadId', 'itself'])
  })
  test('another kind, one that is done, one that is merged itself, or one whose handler is a party', async () => {
    const mine = await aHazard(await service.login('甲'), toOwner())
    const complaint = await aHazard(await service.login('乙'), { kind: 'complaint', category: 'environment.rubbish', ...toOwner() })
    expect(await refusal(dispatcher, mine.id, complaint.id)).toEqual([400, 'leadId', 'other_kind'])
    const done = await aHazard(await service.login('丙'), toOwner())
    for (const move of ['accept', 'startHandling'] as const) await moveNow(owner, done.id, move)
    await moveNow(owner, done.id, 'resolve', { reason: '已修好' })
    expect(await refusal(dispatcher, mine.id, done.id)).toEqual([400, 'leadId', 'not_open'])
    const { merged } = await aMatter()
    expect(await refusal(dispatcher, mine.id, merged.id)).toEqual([400, 'leadId', 'is_merged'])
    const own = await aHazard(owner)
    expect(await refusal(dispatcher, own.id, mine.id)).toEqual([400, 'leadId', 'is_party'])
  })
  test('one that leads others has to be left by them first', async () => {
    const { lead } = await aMatter()
    const third = await aHazard(await service.login('丁'), toOwner())
    expect(await refusal(dispatcher, lead.id, third.id)).toEqual([409, 'move_not_allowed', undefined])
    expect((await get(dispatcher, lead.id)).can).not.toContain('merge')
  })
  test('applicants merge nothing', async () => {
    const zhang = await service.login('张三')
    const [one, two] = [await aHazard(zhang, toOwner()), await aHazard(zhang, toOwner())]
    expect(await refusal(zhang, one.id, two.id)).toEqual([403, 'forbidden', undefined])
  })
})

describe('when the lead moves on', () => {
  test('to another mediator, the others go along', async () => {
    const { lead, other, wang } = await aMatter()
    await moveNow(dispatcher, lead.id, 'transfer', { assigneeId: colleague.personId, reason: '换人' })
    await service.drain()
    expect(await get(dispatcher, other.id)).toMatchObject({ status: 'suspended', assignee: { id: colleague.personId } })
    expect((await get(wang, other.id)).timeline.at(-1)?.text).toContain('王调解')
    expect((await owner.raw('GET', `/api/cases/${other.id}`)).status).toBe(404)
    const { items } = await colleague.call('cases.list', { query: { view: 'inbox', limit: 100 } })
    expect(items.map(({ id }) => id)).toContain(other.id)
  })
  test('and somebody writes into one of the others at that moment, it goes along all the same', async () => {
    const { lead, other } = await aMatter()
    await moveNow(dispatcher, lead.id, 'transfer', { assigneeId: colleague.personId, reason: '换人' })
    const [moved, doc] = [await findCase(lead.id), await findCase(other.id)]
    const asItWas = { ...doc, changes: doc.changes - 1 }
    expect(await followOwner({ doc: asItWas, lead: moved })).toBe(true)
    expect((await findCase(other.id)).owner?.id).toBe(colleague.personId)
    expect(await followOwner({ doc: asItWas, lead: moved })).toBe(false)
  })
  test('back to the queue, they go along; the centre reads no rooms of what waits there', async () => {
    const { lead, other } = await aMatter()
    await moveNow(owner, lead.id, 'handBack', { reason: '不归我管' })
    await service.drain()
    expect(await get(dispatcher, other.id)).toMatchObject({ assignee: { id: service.city.organisations.centre }, relation: 'dispatcher' })
    expect((await dispatcher.raw('GET', `/api/cases/${other.id}/messages`)).status).toBe(404)
    expect(await moveNow(dispatcher, other.id, 'unmerge')).toMatchObject({ status: 'submitted', relation: 'dispatcher' })
  })
  test('and is done, everybody is asked for their own word, with the same reason', async () => {
    const { lead, other, wang } = await aMatter()
    for (const move of ['accept', 'startHandling'] as const) await moveNow(owner, lead.id, move)
    await moveNow(owner, lead.id, 'resolve', { reason: '井盖已换成铸铁的' })
    await service.drain()
    const seen = await get(wang, other.id)
    expect(seen).toMatchObject({ status: 'resolved', merged: false })
    expect(seen.timeline.at(-1)?.text).toBe('合并办理的这件事已办理完毕，请确认：井盖已换成铸铁的')
    expect(seen.deadlines.filter(({ open }) => open).map(({ kind }) => kind)).toEqual(['confirm'])
    expect(seen.can).toEqual(expect.arrayContaining(['confirm', 'object']))
    const before = await load(owner)
    expect(await moveNow(wang, other.id, 'object', { reason: '还在响' })).toMatchObject({ status: 'handling' })
    expect(await load(owner)).toBe(before + 1)
  })
  test('and is withdrawn or not accepted, the other goes on', async () => {
    for (const [who, move] of [
      ['zhang', 'withdraw'],
      ['owner', 'return'],
    ] as const) {
      const { lead, other, zhang } = await aMatter()
      const before = await load(owner)
      await moveNow(who === 'zhang' ? zhang : owner, lead.id, move, { reason: '不用办了' })
      await service.drain()
      expect(await get(owner, other.id)).toMatchObject({ status: 'assigned', merged: false, assignee: { id: owner.personId } })
      expect(await load(owner)).toBe(before)
    }
  })
  test('and is withdrawn, the rest stay together with the one that was brought next', async () => {
    const { lead, other, zhang, wang } = await aMatter()
    const rest = await Promise.all(['三', '四', '五'].map(async (name) => aHazard(await service.login(name), toColleague())))
    for (const { id } of rest) await moveNow(dispatcher, id, 'merge', { leadId: lead.id })
    await wang.call('messages.send', { params: { id: other.id }, body: { room: 'applicant', text: '还没修' } })
    const before = [await load(owner), await load(colleague)]
    await moveNow(zhang, lead.id, 'withdraw', { reason: '搬走了' })
    await service.drain()
    expect(await get(owner, other.id)).toMatchObject({ status: 'assigned', merged: false, linked: { leadId: null, followers: 3 } })
    for (const { id } of rest) {
      const seen = await get(owner, id)
      expect(seen).toMatchObject({ status: 'suspended', merged: true, linked: { leadId: other.id }, assignee: { id: owner.personId } })
      expect(seen.timeline.at(-1)?.text).toBe('合并办理的那件事没有办成，改与另一件同样的事合并办理')
    }
    expect([await load(owner), await load(colleague)]).toEqual(before)
    expect((await get(dispatcher, lead.id)).linked).toBeNull()
    await moveNow(owner, rest[0]?.id ?? '', 'unmerge')
    expect((await get(owner, other.id)).linked?.followers).toBe(2)
  })
  test('to somebody who is a party to one of the others, that one goes on alone', async () => {
    const lead = await aHazard(await service.login('张三'), toOwner())
    const own = await aHazard(colleague, toOwner())
    await moveNow(dispatcher, own.id, 'merge', { leadId: lead.id })
    await moveNow(dispatcher, lead.id, 'transfer', { assigneeId: colleague.personId, reason: '换人' })
    await service.drain()
    expect(await get(dispatcher, own.id)).toMatchObject({ status: 'assigned', merged: false, assignee: { id: owner.personId } })
  })
})

describe('at the same moment', () => {
  test('A into B and B into A: one of the two, and never a circle', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = [await aHazard(await service.login('甲'), toOwner()), await aHazard(await service.login('乙'), toOwner())]
      const press = (id: string, leadId: string) =>
        dispatcher.raw('POST', `/api/cases/${id}/moves`, { body: { move: 'merge', revision: 1, leadId } })
      const answers = await Promise.all([press(one.id, two.id), press(two.id, one.id), press(one.id, two.id), press(two.id, one.id)])
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      const [left, right] = [await get(dispatcher, one.id), await get(dispatcher, two.id)]
      expect([left.merged, right.merged].filter(Boolean)).toHaveLength(1)
      const lead = left.merged ? right : left
      expect(lead.linked?.followers).toBe(1)
    }
  })
  test('merged while the lead is being done: the other is never left behind', async () => {
    for (let round = 0; round < 5; round += 1) {
      const lead = await aHazard(await service.login('甲'), toOwner())
      const other = await aHazard(await service.login('乙'), toOwner())
      for (const move of ['accept', 'startHandling'] as const) await moveNow(owner, lead.id, move)
      const { revision } = await get(owner, lead.id)
      const [resolved, merged] = await Promise.all([
        owner.raw('POST', `/api/cases/${lead.id}/moves`, { body: { move: 'resolve', revision, reason: '好了' } }),
        dispatcher.raw('POST', `/api/cases/${other.id}/moves`, { body: { move: 'merge', revision: 1, leadId: lead.id } }),
      ])
      expect(resolved.status).toBe(200)
      await service.drain()
      expect((await get(dispatcher, other.id)).status).toBe(merged.status === 200 ? 'resolved' : 'assigned')
    }
  })
  test('many into one: all of them are counted', async () => {
    const lead = await aHazard(await service.login('甲'), toOwner())
    const resident = await service.login('乙')
    const others = await Promise.all(Array.from({ length: 8 }, () => aHazard(resident, toColleague())))
    await Promise.all(others.map(({ id }) => moveNow(dispatcher, id, 'merge', { leadId: lead.id })))
    expect((await get(owner, lead.id)).linked?.followers).toBe(8)
    await Promise.all(others.map(({ id }) => moveNow(dispatcher, id, 'unmerge')))
    expect((await get(owner, lead.id)).linked).toBeNull()
  })
})

test('two disputes are merged by the centre, and the sides of one learn nothing of the other', async () => {
  const [zhang, wang] = [await service.login('张三'), await service.login('王五')]
  const lead = await zhang.call('cases.submit', { body: dispute({ title: '雨棚滴水', ...toOwner() }) })
  const other = await wang.call('cases.submit', { body: dispute({ title: '院墙泡水', ...toColleague() }) })
  await moveNow(dispatcher, other.id, 'merge', { leadId: lead.id })
  await service.drain()
  expect((await wang.raw('GET', `/api/cases/${lead.id}`)).status).toBe(404)
  expect((await zhang.raw('GET', `/api/cases/${other.id}`)).status).toBe(404)
  expect(JSON.stringify(await get(wang, other.id))).not.toContain('雨棚滴水')
})

test('whatever is merged, taken apart and passed on, the desks say what the cases say', async () => {
  await service.drain()
  await service.clock.advance(3_600_000)
  const { reconcileLoads } = await import('@server/modules/dispatch')
  expect(await reconcileLoads()).toBe(0)
})
