import { passedSubjects, requestCheck } from '@server/modules/moderation'
import { awaitVerdict, hearVerdict } from '@server/modules/moderation/commands/hear-verdict'
import { CITY } from '@tests/support/city'
import { aCase, aMediator } from '@tests/support/factories'
import { photo } from '@tests/support/media'
import { aService, type Client, type Service } from '@tests/support/service'
import { until } from '@tests/support/until'
import { aPublicHazard, askWeChat, partsOf, statesOf } from './support'

const MINUTE = 60_000
let service: Service
let li: Client
let dispatcher: Client
beforeAll(async () => {
  service = await aService()
  li = await service.login('李')
  dispatcher = await service.staff('dispatcher')
})
afterEach(async () => {
  await service.double.fault({ mode: 'ok' })
  await service.double.checks({ media: 'pass' })
})
afterAll(() => service?.close())

const passed = async (id: string) => (await passedSubjects('hazard', [id])).has(id)
const settled = (id: string) => until(async () => (await statesOf(id)).every((state) => state !== 'waiting'), 30_000)
/** A hazard about whose words WeChat is not sure. */
const aDoubtful = async (more = {}) => {
  const { id } = await aPublicHazard(li, { text: '护栏断了，复核测试。', ...more })
  await askWeChat(service)
  const [check] = await partsOf(id)
  return { caseId: id, id: check?._id.toHexString() ?? '' }
}
/** Time passes, and what is due by then is done. */
const pass = async (minutes: number) => {
  await service.clock.advance(minutes * MINUTE)
  await service.catchUp()
}
const decide = (client: Client, id: string, pass: boolean) =>
  client.raw('POST', `/api/checks/${id}/decision`, { body: { pass, reason: '看过了' } })

describe('the words and photos of a public hazard', () => {
  it('may be seen by others once every part of them has passed', async () => {
    const files = await Promise.all([photo(), photo({ width: 40 })].map(async (bytes) => li.upload(await bytes)))
    const { id } = await aPublicHazard(li, { fileIds: files.map((file) => file.id) })
    await service.drain()
    expect(await statesOf(id)).toEqual(['waiting', 'waiting', 'waiting'])
    expect(await passed(id)).toBe(false)
    await askWeChat(service)
    await settled(id)
    expect(await statesOf(id)).toEqual(['passed', 'passed', 'passed'])
    expect(await passed(id)).toBe(true)
  })
  it('stay unseen when one photo is refused', async () => {
    await service.double.checks({ media: 'risky' })
    const file = await li.upload(await photo({ width: 48 }))
    const { id } = await aPublicHazard(li, { fileIds: [file.id] })
    await askWeChat(service)
    await settled(id)
    expect((await statesOf(id)).sort()).toEqual(['passed', 'refused'])
    expect(await passed(id)).toBe(false)
  })
  it('are refused with the reason when they are risky', async () => {
    const { id } = await aPublicHazard(li, { text: '护栏断了，违规测试。' })
    await askWeChat(service)
    expect(await partsOf(id)).toMatchObject([{ state: 'refused', reason: '涉及时政敏感内容' }])
    await service.drain()
    const { items } = await li.call('notifications.list', { query: { limit: 100 } })
    const told = items.filter(({ caseId, title }) => caseId === id && title === '邻居看不到您写的内容')
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('涉及时政敏感内容')])
  })
  it('are looked at to their end when they are long, in parts that WeChat takes', async () => {
    const { id } = await aPublicHazard(li, { text: `${'护栏断了。'.repeat(990)}违规测试` })
    await askWeChat(service)
    const parts = await partsOf(id)
    expect(parts.map(({ state }) => state)).toEqual(['passed', 'passed', 'refused'])
    expect(Math.max(...parts.map(({ text }) => text.length))).toBeLessThanOrEqual(2500)
  })
  it('are not looked at when their author has not allowed their use, or when they are no hazard', async () => {
    const hazard = await aPublicHazard(li, { opinionUse: false })
    const complaint = await aPublicHazard(li, { kind: 'complaint' })
    await askWeChat(service)
    expect([...(await partsOf(hazard.id)), ...(await partsOf(complaint.id))]).toEqual([])
  })
  it('are looked at once, however often that is asked for', async () => {
    const subject = { type: 'hazard' as const, id: 'f'.repeat(24) }
    const request = { subject, text: '井盖丢了', personId: li.personId, regionCode: CITY.grid }
    await Promise.all(Array.from({ length: 10 }, () => requestCheck(request)))
    expect(await statesOf(subject.id)).toEqual(['waiting'])
    const before = await service.double.count('POST /wxa/msg_sec_check')
    await Promise.all([service.catchUp(), service.catchUp(), service.catchUp()])
    expect((await service.double.count('POST /wxa/msg_sec_check')) - before).toBe(1)
  })
  it('say so when WeChat could not open the photo', async () => {
    const file = await li.upload(await photo({ width: 52 }))
    const { id } = await aPublicHazard(li, { fileIds: [file.id] })
    await service.drain()
    const { CheckModel } = await import('@server/modules/moderation/check.model')
    await CheckModel.updateOne({ 'subject.id': id, part: file.id }, { $set: { 'file.id': 'e'.repeat(24) } })
    await askWeChat(service)
    await settled(id)
    expect((await partsOf(id)).find(({ part }) => part === file.id)).toMatchObject({ state: 'review', why: '微信没能打开这张图片' })
  })
})

describe('while WeChat is away', () => {
  it('publishing waits, and is caught up when it is back', async () => {
    await service.double.fault({ mode: 'down', path: 'msg_sec_check' })
    const { id } = await aPublicHazard(li)
    await askWeChat(service)
    expect(await statesOf(id)).toEqual(['waiting'])
    await service.double.fault({ mode: 'ok' })
    await pass(2)
    expect(await statesOf(id)).toEqual(['passed'])
  })
  it('private talk goes on', async () => {
    await aMediator(service)
    await service.double.fault({ mode: 'down' })
    const { id } = await aCase(service, li)
    const said = await li.call('messages.send', { params: { id }, body: { room: 'applicant', text: '违规测试：请快一点' } })
    expect(said.text).toBe('违规测试：请快一点')
  })
  it('a text that has waited for two hours goes to a person, who is told why', async () => {
    await service.double.fault({ mode: 'busy', path: 'msg_sec_check' })
    const { id } = await aPublicHazard(li)
    await askWeChat(service)
    await pass(119)
    expect(await statesOf(id)).toEqual(['waiting'])
    await pass(2)
    expect(await statesOf(id)).toEqual(['review'])
    const { items } = await dispatcher.call('checks.list', { query: {} })
    expect(items[0]).toMatchObject({ subject: 'hazard', why: '微信超过两小时没有应答，不能再由微信检查', can: ['decide'] })
  })
  it('a photo without a verdict goes to a person after half an hour and a little', async () => {
    await service.double.checks({ media: 'silent' })
    const file = await li.upload(await photo({ width: 44 }))
    const { id } = await aPublicHazard(li, { fileIds: [file.id] })
    await askWeChat(service)
    await pass(30)
    expect((await statesOf(id)).sort()).toEqual(['passed', 'waiting'])
    await pass(6)
    expect((await statesOf(id)).sort()).toEqual(['passed', 'review'])
  })
  it('a text of somebody whom WeChat does not know goes to a person at once', async () => {
    const subject = { type: 'hazard' as const, id: 'd'.repeat(24) }
    await requestCheck({ subject, text: '井盖丢了', personId: 'c'.repeat(24), regionCode: CITY.grid })
    await service.catchUp()
    expect(await statesOf(subject.id)).toEqual(['review'])
  })
})

describe('a verdict', () => {
  const aWaiting = async (id: string) => {
    const file = { id: `file-${id}`, mime: 'image/jpeg', size: 1 }
    await requestCheck({ subject: { type: 'hazard', id }, text: '', files: [file], personId: li.personId, regionCode: CITY.grid })
    const check = (await partsOf(id)).find(({ part }) => part === file.id)
    if (!check) throw new Error('no check')
    return check
  }
  const later = () => new Date(service.clock.now().getTime() + MINUTE)

  it('that comes before its trace id was written down counts', async () => {
    const check = await aWaiting('early')
    await hearVerdict({ traceId: 'trace-early', suggest: 'pass', label: 100 })
    await awaitVerdict(check, 'trace-early', later())
    expect(await partsOf('early')).toMatchObject([{ state: 'passed' }])
  })
  it('counts once: another for the same photo changes nothing', async () => {
    const check = await aWaiting('twice')
    await awaitVerdict(check, 'trace-twice', later())
    await hearVerdict({ traceId: 'trace-twice', suggest: 'risky', label: 20002 })
    await hearVerdict({ traceId: 'trace-twice', suggest: 'pass', label: 100 })
    expect(await partsOf('twice')).toMatchObject([{ state: 'refused', reason: '含有色情内容' }])
  })
  it('counts whichever way it and its trace id meet', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `meet-${index}`)
    const checks = await Promise.all(ids.map(aWaiting))
    await Promise.all(
      checks.flatMap((check) => {
        const traceId = `trace-${check.subject.id}`
        return [awaitVerdict(check, traceId, later()), hearVerdict({ traceId, suggest: 'pass', label: 100 })]
      }),
    )
    expect((await passedSubjects('hazard', ids)).size).toBe(20)
  })
})

describe('what WeChat is not sure of', () => {
  it('is decided once, though many press at once', async () => {
    const { id, caseId } = await aDoubtful()
    const others = await Promise.all(Array.from({ length: 4 }, () => service.staff('dispatcher')))
    const answers = await Promise.all([...others, ...others].map((client, index) => decide(client, id, index % 2 === 0)))
    const [winner, ...more] = answers.filter(({ status }) => status === 200)
    expect(more).toEqual([])
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(7)
    expect(await statesOf(caseId)).toEqual([winner?.body.state])
  })
  it('is shown to dispatchers of its region, with WeChat’s doubt, and to nobody else', async () => {
    const { id } = await aDoubtful()
    const { items } = await dispatcher.call('checks.list', { query: {} })
    expect(items.find((one) => one.id === id)).toMatchObject({ state: 'review', why: '微信不能确定：可能含有不宜公开的内容' })
    const elsewhere = await service.staff('dispatcher', {
      regionCode: CITY.otherCounty,
      organisationId: service.city.organisations.cityCentre,
    })
    expect((await elsewhere.call('checks.list', { query: {} })).items).toEqual([])
    expect(await decide(elsewhere, id, true)).toMatchObject({ status: 404 })
    for (const role of ['mediator', 'supervisor'] as const) {
      const other = await service.staff(role)
      expect(await other.raw('GET', '/api/checks')).toMatchObject({ status: 403, body: { code: 'forbidden' } })
      expect(await decide(other, id, true)).toMatchObject({ status: 404 })
    }
    // They decide on notices, and on topics, alone.
    for (const role of ['admin', 'cppccOffice'] as const) {
      const other = await service.staff(role)
      expect((await other.call('checks.list', { query: {} })).items).toEqual([])
      expect(await decide(other, id, true)).toMatchObject({ status: 404 })
    }
    expect(await service.anonymous.raw('GET', '/api/checks')).toMatchObject({ status: 401 })
  })
  it('is decided by the CPPCC office, too, where it is a topic', async () => {
    const proposal = { title: '护栏要不要重新装', text: '护栏断了，复核测试，大家一起商量怎么装。', regionCode: CITY.village }
    const { id: topicId } = await li.call('consultations.propose', { body: proposal, key: 'doubtful-topic' })
    await askWeChat(service)
    const office = await service.staff('cppccOffice')
    const { items } = await office.call('checks.list', { query: {} })
    expect(items).toMatchObject([{ subject: 'topic', state: 'review' }])
    expect(await decide(office, items[0]?.id ?? '', true)).toMatchObject({ status: 200, body: { state: 'passed' } })
    expect(await passedSubjects('topic', [topicId])).toEqual(new Set([topicId]))
  })
  it('is not decided by whoever wrote it, nor seen by them there', async () => {
    const own = await service.staff('dispatcher')
    const { id } = await aPublicHazard(own, { text: '护栏断了，复核测试。', onBehalfOf: undefined })
    await askWeChat(service)
    const [check] = await partsOf(id)
    const checkId = check?._id.toHexString() ?? ''
    expect((await own.call('checks.list', { query: {} })).items.map((one) => one.id)).not.toContain(checkId)
    expect(await decide(own, checkId, true)).toMatchObject({ status: 404 })
    expect(await decide(dispatcher, checkId, true)).toMatchObject({ status: 200, body: { state: 'passed', can: [] } })
    expect(await passed(id)).toBe(true)
  })
  it('leaves a trace of who read it, for the applicant', async () => {
    const { caseId } = await aDoubtful()
    await dispatcher.call('checks.list', { query: {} })
    const { flushReads } = await import('@server/modules/cases')
    await flushReads()
    const { items } = await li.call('cases.reads', { params: { id: caseId }, query: {} })
    expect(items).toMatchObject([{ role: '综治中心', what: 'case' }])
  })
  it('is listed in pages, newest first', async () => {
    for (let count = 0; count < 3; count += 1) await aDoubtful()
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await dispatcher.call('checks.list', { query: { limit: 2, cursor } })
      seen.push(...page.items.map((one) => one.id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen.length).toBeGreaterThanOrEqual(3)
    expect(new Set(seen).size).toBe(seen.length)
  })
  it.each([
    ['without a reason', { pass: true }, 'reason'],
    ['with a blank reason', { pass: true, reason: '  ' }, 'reason'],
    ['with something else than yes or no', { pass: 'yes', reason: '看过' }, 'pass'],
  ])('is not decided %s', async (_, body, field) => {
    const answer = await dispatcher.raw('POST', `/api/checks/${'a'.repeat(24)}/decision`, { body })
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: [{ path: field }] } })
  })
  it('is not found under an id that none has', async () => {
    for (const id of ['a'.repeat(24), 'nothing']) expect(await decide(dispatcher, id, true)).toMatchObject({ status: 404 })
  })
})

it('whoever is erased takes along what was copied of their words', async () => {
  const leaving = await service.login('钱')
  const { id, revision } = await aPublicHazard(leaving)
  await askWeChat(service)
  expect(await partsOf(id)).toHaveLength(1)
  await leaving.call('cases.move', { params: { id }, body: { move: 'withdraw', revision, reason: '已经修好' } })
  await leaving.call('me.erase', { body: { confirm: '注销账号' } })
  expect(await partsOf(id)).toEqual([])
  expect(await passed(id)).toBe(false)
})
