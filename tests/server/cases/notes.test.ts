import { randomUUID } from 'node:crypto'
import { aMediator } from '@tests/support/factories'
import { photo } from '@tests/support/media'
import { aService, type Client, type Service } from '@tests/support/service'
import { aTalk, seen, somebody } from './sides'

let service: Service
let applicant: Client
let mediator: Client

beforeAll(async () => {
  service = await aService()
  mediator = await aMediator(service, { name: '王秀兰', capacity: 200 })
  applicant = await service.login('李明')
})
afterAll(() => service?.close())

const write = (who: Client, id: string, body: object, key?: string) =>
  who.raw('POST', `/api/cases/${id}/notes`, { body, headers: key ? { 'Idempotency-Key': key } : {} })
const list = (who: Client, id: string) => who.raw('GET', `/api/cases/${id}/notes`)
const texts = async (who: Client, id: string) => (await list(who, id)).body.items.map((one: { text: string }) => one.text)

// Others come who might be given the case as well.
const ourTalk = () => aTalk(service, applicant, { preferredMediatorId: mediator.personId })

describe('notes for oneself', () => {
  it('are read by their author alone, newest first, and the case does not show them to anybody', async () => {
    const { id, respondent } = await ourTalk()
    const expert = await service.staff('department')
    const body = { personId: expert.personId, question: '请看看' }
    await mediator.call('contributors.ask', { params: { id }, body })
    await write(mediator, id, { text: '对方可能愿意分期' })
    await write(mediator, id, { text: '下次先单独谈' })
    await write(expert, id, { text: '现场要再看' })
    expect(await texts(mediator, id)).toEqual(['下次先单独谈', '对方可能愿意分期'])
    expect(await texts(expert, id)).toEqual(['现场要再看'])
    const others = [applicant, respondent, await service.staff('dispatcher'), await service.staff('supervisor'), await somebody(service)]
    for (const who of others) {
      expect((await list(who, id)).status).toBe(404)
      expect([403, 404]).toContain((await write(who, id, { text: '我也记' })).status)
    }
    expect(JSON.stringify(await seen(mediator, id))).not.toContain('分期')
    expect((await seen(mediator, id)).can).toContain('note')
    expect((await seen(applicant, id)).can).not.toContain('note')
  })
  it('stay with who wrote them when the case goes to somebody else, who starts with none', async () => {
    const { id } = await ourTalk()
    await write(mediator, id, { text: '只有我知道' })
    const next = await aMediator(service, { name: '周接手' })
    const { revision } = await seen(mediator, id)
    const body = { move: 'transfer', revision, reason: '换人', assigneeId: next.personId } as const
    await mediator.call('cases.move', { params: { id }, body })
    expect(await texts(next, id)).toEqual([])
    expect((await list(mediator, id)).status).toBe(404)
  })
  it('come in pages and can be removed by their author only', async () => {
    const { id } = await ourTalk()
    for (let n = 1; n <= 3; n += 1) await write(mediator, id, { text: `第${n}条` })
    const first = await mediator.call('notes.list', { params: { id }, query: { limit: 2 } })
    expect(first.items.map((one) => one.text)).toEqual(['第3条', '第2条'])
    const rest = await mediator.call('notes.list', { params: { id }, query: { limit: 2, cursor: first.nextCursor ?? '' } })
    expect(rest).toMatchObject({ items: [{ text: '第1条' }], nextCursor: null })
    const [top] = first.items
    const remove = (who: Client, noteId: string) => who.raw('DELETE', `/api/cases/${id}/notes/${noteId}`)
    expect((await remove(applicant, top?.id ?? '')).status).toBe(404)
    expect((await remove(mediator, top?.id ?? '')).status).toBe(200)
    for (const noteId of [top?.id ?? '', 'nobody']) expect((await remove(mediator, noteId)).status).toBe(404)
    expect(await texts(mediator, id)).toEqual(['第2条', '第1条'])
  })
  it('do not come back when the request that wrote one arrives again after it was removed', async () => {
    const { id } = await ourTalk()
    const key = randomUUID()
    const { body: note } = await write(mediator, id, { text: '写错了' }, key)
    const again = write(mediator, id, { text: '写错了' }, key)
    expect(await again).toMatchObject({ status: 200, body: { id: note.id } })
    await mediator.raw('DELETE', `/api/cases/${id}/notes/${note.id}`)
    expect(await write(mediator, id, { text: '写错了' }, key)).toMatchObject({ status: 409, body: { code: 'taken_back' } })
    expect((await write(mediator, id, { text: '别的' }, key)).body.code).toBe('idempotency_mismatch')
    expect(await texts(mediator, id)).toEqual([])
  })
  it('are written once for a key, with own files, and not without words', async () => {
    const { id } = await ourTalk()
    const key = randomUUID()
    const file = await mediator.upload(await photo())
    const answers = await Promise.all(Array.from({ length: 5 }, () => write(mediator, id, { text: '一次', fileIds: [file.id] }, key)))
    expect(answers.map((one) => one.status).sort()).toEqual([200, 200, 200, 200, 201])
    expect((await write(mediator, id, { text: '另一条' }, key)).body.code).toBe('idempotency_mismatch')
    expect((await list(mediator, id)).body.items).toMatchObject([{ text: '一次', files: [{ id: file.id }] }])
    for (const body of [{}, { text: '' }, { text: '长'.repeat(3001) }, { text: { $gt: '' } }])
      expect((await write(mediator, id, body)).body).toMatchObject({ status: 400, errors: [{ path: 'text' }] })
    const foreign = await applicant.upload(await photo())
    expect((await write(mediator, id, { text: '看图', fileIds: [foreign.id] })).body.errors[0].path).toBe('fileIds')
  })
})
