import type { BriefView } from '@shared/briefs/schemas'
import { CITY } from '@tests/support/city'
import { aService, type Client, type Service } from '@tests/support/service'
import { aCast, type Cast } from './cast'
import { aDraft, moveBrief, submit } from './papers-support'

let service: Service
let cast: Cast
beforeAll(async () => {
  service = await aService()
  cast = await aCast(service)
})
afterAll(() => service?.close())

const start = (over: object = {}, client = cast.author) =>
  client.call('briefs.start', { body: { title: '关于村口路灯的反映', regionCode: CITY.county, ...over } })
const note = (text: string) => ({ type: 'note' as const, text, source: '委员走访' })
const claim = (id: string, text: string, evidenceIds: string[] = [], answers: string[] = []) => ({ id, text, evidenceIds, answers })
const refusal = async (client: Client, method: string, path: string, body?: object) => {
  const answer = await client.raw(method, path, { body })
  return [answer.status, answer.body.code, answer.body.errors?.[0]?.path]
}

describe('beginning', () => {
  test('is for members and the office, in their regions, and once for a key', async () => {
    const body = { title: '关于村口路灯的反映', regionCode: CITY.county }
    const first = await cast.author.answer('briefs.start', { body, key: 'k1' })
    const again = await cast.author.answer('briefs.start', { body, key: 'k1' })
    expect([first.status, again.status, again.body.id]).toEqual([201, 200, first.body.id])
    await expect(cast.author.call('briefs.start', { body: { ...body, title: '另一个题目' }, key: 'k1' })).rejects.toMatchObject({
      status: 422,
    })
    expect((await start({}, cast.office)).state).toBe('draft')
    for (const client of [cast.resident, cast.department]) await expect(start({}, client)).rejects.toMatchObject({ status: 403 })
    await expect(start({ regionCode: CITY.otherCounty }, cast.office)).rejects.toMatchObject({ status: 403 })
  })

  test('refuses regions that are not there, two sources, and titles that say nothing', async () => {
    const bad = async (over: object) => {
      const body = { title: '关于村口路灯的反映', regionCode: CITY.county, ...over }
      const answer = await cast.author.raw('POST', '/api/briefs', { body, headers: { 'Idempotency-Key': Math.random().toString(36) } })
      return [answer.status, answer.body.errors?.[0]?.path]
    }
    expect(await bad({ regionCode: '880109' })).toEqual([400, 'regionCode'])
    expect(await bad({ title: '路' })).toEqual([400, 'title'])
    expect(await bad({ signalId: 'a', consultationId: 'b' })).toEqual([400, 'consultationId'])
    expect(await bad({ signalId: 'f'.repeat(24) })).toEqual([404, undefined])
    expect(await bad({ consultationId: 'f'.repeat(24) })).toEqual([404, undefined])
  })
})

describe('writing', () => {
  test('needs the revision that was read: of several at once one is kept whole', async () => {
    const { id, revision } = await start()
    const write = (text: string) => cast.author.raw('PATCH', `/api/briefs/${id}`, { body: { revision, situation: [claim('s1', text)] } })
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => write(`第${i}稿`)))
    const kept = answers.filter(({ status }) => status === 200)
    expect(kept).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(7)
    const now = await cast.author.call('briefs.get', { params: { id } })
    expect([now.situation, now.revision]).toEqual([kept[0]?.body.situation, revision + 1])
  })

  test('says what is still missing, and submits nothing before', async () => {
    const { id } = await start()
    const params = { id }
    const { evidence } = await cast.author.call('briefs.addEvidence', { params, body: note('一路都是黑的。') })
    const e = evidence[0]?.id ?? ''
    const write = async (body: object): Promise<BriefView> =>
      cast.author.call('briefs.write', { params, body: { revision: (await cast.author.call('briefs.get', { params })).revision, ...body } })
    expect((await write({})).missing).toEqual(['“情况反映”还没有写', '“原因分析”还没有写', '“意见建议”还没有写'])
    const part = await write({
      situation: [claim('s1', '没有灯。')],
      causes: [claim('c1', '没人管。', [e])],
      suggestions: [claim('a1', '装灯。')],
    })
    expect(part.missing).toEqual(['“情况反映”第1条还没有依据', '“意见建议”第1条还没有说明针对哪一条情况或原因'])
    const { digest } = await cast.author.call('briefs.preview', { params })
    const refused = await cast.author.raw('POST', `/api/briefs/${id}/moves`, { body: { move: 'submit', revision: part.revision, digest } })
    expect([refused.status, refused.body.errors.map((one: { path: string }) => one.path)]).toEqual([
      400,
      ['situation.0.evidenceIds', 'suggestions.0.answers'],
    ])
    const whole = await write({ situation: [claim('s1', '没有灯。', [e])], suggestions: [claim('a1', '装灯。', [], ['c1'])] })
    expect(whole.missing).toEqual([])
    expect((await submit(cast.author, id)).state).toBe('submitted')
  })

  test('a claim rests only on what the brief has, and no two claims have one name', async () => {
    const { id, revision } = await start()
    const patch = (body: object) => refusal(cast.author, 'PATCH', `/api/briefs/${id}`, { revision, ...body })
    expect(await patch({ situation: [claim('s1', '没有灯。', ['none'])] })).toEqual([400, 'invalid_input', 'situation.0.evidenceIds'])
    expect(await patch({ situation: [claim('s1', '没有灯。')], causes: [claim('s1', '没人管。')] })).toEqual([
      400,
      'invalid_input',
      'causes.0.id',
    ])
    expect(await patch({ situation: [claim('s1', ' ')] })).toEqual([400, 'invalid_input', 'situation.0.text'])
    expect(await patch({ situation: Array.from({ length: 13 }, (_, i) => claim(`s${i}`, '没有灯。')) })).toEqual([
      400,
      'invalid_input',
      'situation',
    ])
  })

  test('a suggestion lets go of a claim that is said no more', async () => {
    const { id } = await aDraft(service, cast.author)
    const params = { id }
    const { revision } = await cast.author.call('briefs.get', { params })
    const after = await cast.author.call('briefs.write', { params, body: { revision, causes: [] } })
    expect(after.suggestions[0]?.answers).toEqual(['s1'])
  })

  test('ends with the submission, and goes on when the office sends it back', async () => {
    const { id } = await aDraft(service, cast.author)
    await submit(cast.author, id)
    const params = { id }
    const patch = async () => {
      const { revision } = await cast.author.call('briefs.get', { params })
      return refusal(cast.author, 'PATCH', `/api/briefs/${id}`, { revision, title: '改一个题目' })
    }
    expect(await patch()).toEqual([409, 'move_not_allowed', undefined])
    expect(await refusal(cast.author, 'POST', `/api/briefs/${id}/evidence`, note('再补一条'))).toEqual([409, 'move_not_allowed', undefined])
    const returned = await moveBrief(cast.office, id, { move: 'return', reason: '请补充数据' })
    expect(returned.history.at(-1)?.text).toBe('退回修改：请补充数据')
    const { revision } = await cast.author.call('briefs.get', { params })
    expect((await cast.author.call('briefs.write', { params, body: { revision, title: '改一个题目' } })).title).toBe('改一个题目')
    expect((await submit(cast.author, id)).state).toBe('submitted')
  })
})
