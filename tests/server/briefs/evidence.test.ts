import { flushReads } from '@server/modules/cases'
import { database } from '@server/platform/database'
import { CITY } from '@tests/support/city'
import { aCase, aDispute } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { aCast, type Cast } from './cast'
import { aDraft, moveBrief, signAs, submit } from './papers-support'

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

describe('evidence', () => {
  const say = (text: string, over: object = {}) => aCase(service, cast.resident, { text, opinionUse: true, ...over })
  const findWording = async (q: string): Promise<string> =>
    (await cast.author.call('opinion.wordings', { query: { q } })).items[0]?.id ?? ''

  test('somebody’s words come without what tells who it is, are noted as read, and are taken up once', async () => {
    const found = await say('我叫居民阿芳，电话13812345678，门口的井盖丢了，我们2户人天天绕路。')
    await service.drain()
    const wordingId = await findWording('井盖')
    const { id } = await start()
    const params = { id }
    const body = { type: 'wording' as const, wordingId }
    const { evidence, residents } = await cast.author.call('briefs.addEvidence', { params, body })
    expect(evidence).toEqual([
      {
        id: expect.any(String),
        type: 'wording',
        text: '我叫某人，电话[电话]，门口的井盖丢了，我们若干户人天天绕路。',
        source: expect.stringMatching(/^平安市 · 东河县 · 柳溪镇 · 桥头村，\d{4}-\d{2}-\d{2}当周，/),
      },
    ])
    // Of one person nobody is told how many there are.
    expect(residents).toBeNull()
    expect(JSON.stringify(await cast.author.call('briefs.get', { params }))).not.toContain(cast.resident.personId)
    expect(await refusal(cast.author, 'POST', `/api/briefs/${id}/evidence`, body)).toEqual([409, 'already_exists', undefined])
    await flushReads()
    const { items } = await cast.resident.call('cases.reads', { params: { id: found.id }, query: {} })
    expect(items.filter(({ by, what }) => by === '委员老梁' && what === 'wording').length).toBeGreaterThanOrEqual(2)
  })

  test('somebody’s words are noted as read by who signs without opening them first', async () => {
    const found = await say('集市的水龙头一直关不上。')
    await service.drain()
    const { id } = await aDraft(service, cast.author)
    const params = { id }
    await cast.author.call('briefs.addEvidence', { params, body: { type: 'wording', wordingId: await findWording('水龙头') } })
    const signed = await signAs(cast.author, cast.signer, id)
    expect(JSON.stringify(signed.evidence)).toContain('水龙头')
    await flushReads()
    const { items } = await cast.resident.call('cases.reads', { params: { id: found.id }, query: {} })
    expect(items.map(({ by }) => by)).toContain('委员小郑')
  })

  test('the words of a dispute, of other regions, and of whoever did not allow it are not there', async () => {
    await aDispute(service, cast.resident, { text: '邻居占了我家的晒谷场。', opinionUse: true })
    await say('这句话不让别人看，晒谷场。', { opinionUse: false })
    await say('石门村的晒谷场被占了。', { location: { type: 'Point', coordinates: [110.11, 30.01] } })
    await service.drain()
    const ids = (
      await database()
        .collection('wordings')
        .find({ text: /晒谷场/ })
        .toArray()
    ).map(({ _id }) => String(_id))
    expect(ids).toHaveLength(1)
    const { id } = await start({}, cast.office)
    for (const wordingId of [...ids, 'f'.repeat(24)])
      expect(await refusal(cast.office, 'POST', `/api/briefs/${id}/evidence`, { type: 'wording', wordingId })).toEqual([
        404,
        'not_found',
        undefined,
      ])
  })

  test('counts speak of disputes too, as numbers; small ones stay unsaid', async () => {
    const { id } = await start()
    const params = { id }
    const count = { type: 'count' as const, regionCode: CITY.county, weeks: 4 }
    for (let i = 0; i < 6; i += 1) await aDispute(service, cast.resident, { category: 'neighbour.noise' })
    const noise = await cast.author.call('briefs.addEvidence', { params, body: { ...count, category: 'neighbour.noise' } })
    expect(noise.evidence.at(-1)?.text).toMatch(/^最近4周，东河县共收到“邻里 · 噪声扰民”类事项6件；此前同样长的时间0件$/)
    await aDispute(service, cast.resident, { category: 'neighbour.light' })
    const light = await cast.author.call('briefs.addEvidence', { params, body: { ...count, category: 'neighbour.light' } })
    expect(light.evidence.at(-1)?.text).toContain('不到5件')
    expect(await refusal(cast.author, 'POST', `/api/briefs/${id}/evidence`, { ...count, weeks: 0 })).toEqual([
      400,
      'invalid_input',
      'weeks',
    ])
  })

  test('is added once for a key, and several at once are all kept', async () => {
    const { id } = await start()
    const params = { id }
    const first = await cast.author.answer('briefs.addEvidence', { params, body: note('第一条'), key: 'e1' })
    const again = await cast.author.answer('briefs.addEvidence', { params, body: note('第一条'), key: 'e1' })
    expect([first.status, again.status, again.body.evidence.length]).toEqual([201, 200, 1])
    await expect(cast.author.call('briefs.addEvidence', { params, body: note('另一条'), key: 'e1' })).rejects.toMatchObject({ status: 422 })
    await Promise.all([2, 3, 4].map((i) => cast.author.call('briefs.addEvidence', { params, body: note(`第${i}条`), key: `e${i}` })))
    expect((await cast.author.call('briefs.get', { params })).evidence).toHaveLength(4)
    const evidenceId = first.body.evidence[0]?.id ?? ''
    await cast.author.call('briefs.removeEvidence', { params: { id, evidenceId } })
    await expect(cast.author.call('briefs.addEvidence', { params, body: note('第一条'), key: 'e1' })).rejects.toThrow('409 taken_back')
    expect((await cast.author.call('briefs.get', { params })).evidence).toHaveLength(3)
  })

  test('that is let go of leaves every claim, and whose words it held', async () => {
    await say('公园的长椅都坏了。')
    await service.drain()
    const { id } = await start()
    const params = { id }
    const wordingId = await findWording('长椅')
    const { evidence, revision } = await cast.author.call('briefs.addEvidence', { params, body: { type: 'wording', wordingId } })
    const e = evidence[0]?.id ?? ''
    await cast.author.call('briefs.write', { params, body: { revision, situation: [claim('s1', '长椅坏了。', [e])] } })
    const rows = () => database().collection('briefResidents').countDocuments({ briefId: id })
    expect(await rows()).toBe(1)
    const after = await cast.author.call('briefs.removeEvidence', { params: { id, evidenceId: e } })
    expect([after.evidence, after.situation[0]?.evidenceIds, await rows()]).toEqual([[], [], 0])
    const again = await cast.author.call('briefs.removeEvidence', { params: { id, evidenceId: e } })
    expect(again.revision).toBe(after.revision)
  })

  test('somebody’s words leave a draft when they are taken back, and stay on record once submitted', async () => {
    const { id: caseId, revision } = await say('河边的栏杆断了半个月。')
    await service.drain()
    const body = { type: 'wording' as const, wordingId: await findWording('栏杆') }
    const [draft, record, withdrawn] = [
      await aDraft(service, cast.author),
      await aDraft(service, cast.author),
      await aDraft(service, cast.author),
    ]
    for (const { id } of [draft, record, withdrawn]) await cast.author.call('briefs.addEvidence', { params: { id }, body })
    await submit(cast.author, record.id)
    await moveBrief(cast.author, withdrawn.id, { move: 'withdraw' })
    await cast.resident.call('cases.move', { params: { id: caseId }, body: { move: 'withdraw', revision, reason: '修好了' } })
    await service.drain()
    const types = async (id: string) => (await cast.author.call('briefs.get', { params: { id } })).evidence.map(({ type }) => type)
    for (const { id } of [draft, withdrawn]) expect(await types(id)).toEqual(['note'])
    expect(await types(record.id)).toEqual(['note', 'wording'])
    expect(await database().collection('briefResidents').countDocuments({ briefId: draft.id })).toBe(0)
  })
})
