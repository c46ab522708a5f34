import { computeOpinions } from '@server/modules/consultations/commands/compute-opinions'
import { StatementModel } from '@server/modules/consultations/statement.model'
import { database, type ObjectId, toObjectId } from '@server/platform/database'
import { CITY } from '@tests/support/city'
import { aService, type Client, type Service } from '@tests/support/service'
import { aStage, aTopicIn, residents, type Stage, settle } from '../consultations/stages'
import { anEverydayPast, bring, follow, people, signalAbout, WATER } from '../insight/support'
import { toldTo } from './cast'
import { moveBrief, submit } from './papers-support'

let service: Service
let stage: Stage
beforeAll(async () => {
  service = await aService()
  await service.clock.set('2026-11-26T09:00:00+08:00')
  stage = await aStage(service)
})
afterAll(() => service?.close())

/** Writes what is needed around the evidence that a brief has, and carries it to its adoption. */
const adopt = async (id: string): Promise<void> => {
  const { member, office } = stage
  const params = { id }
  const { evidence, revision } = await member.call('briefs.get', { params })
  const evidenceIds = evidence.slice(0, 2).map((one) => one.id)
  const claims = {
    situation: [{ id: 's', text: '大家都说了。', evidenceIds }],
    causes: [{ id: 'c', text: '没有人管。', evidenceIds }],
    suggestions: [{ id: 'a', text: '请有关部门管起来。', answers: ['s'] }],
  }
  await member.call('briefs.write', { params, body: { revision, ...claims } })
  await submit(member, id)
  await moveBrief(office, id, { move: 'accept' })
  await moveBrief(office, id, { move: 'adopt', level: 'city' })
  await service.drain()
}
const titlesOf = async (client: Client) => (await toldTo(client)).map(({ title }) => title)

describe('a brief from a signal', () => {
  test('takes along its numbers and some of the words; everybody behind it hears that it was adopted', async () => {
    await anEverydayPast(service)
    const brought = await bring({ service, affair: WATER, names: people('用水户', 14) })
    await follow(service)
    const signal = await signalAbout(stage.member, /水/)
    const body = { title: '关于自来水发黄的反映', regionCode: CITY.county, signalId: signal?.id ?? '' }
    const brief = await stage.member.call('briefs.start', { body })
    expect(brief.signalId).toBe(signal?.id)
    expect(brief.evidence.map(({ type }) => type)).toEqual(['signal', ...Array.from({ length: 10 }, () => 'wording')])
    expect(brief.evidence[0]?.text).toMatch(
      /^“.*水.*”（苗头）：14人、14条；人最多的那几天，照往常约[\d.]+人，实际[\d.]+人，纯属巧合的可能小于千分之一$/,
    )
    expect(new Set(brief.evidence.slice(1).map(({ text }) => text)).size).toBeGreaterThan(1)
    // Fourteen, down to the next five.
    expect(brief.residents).toBe(10)
    await adopt(brief.id)
    for (const { client } of brought) expect((await titlesOf(client)).filter((title) => title === '您反映的事被采用了')).toHaveLength(1)
  })

  test('is begun once for a key, also when the signal is gone meanwhile', async () => {
    const signal = await signalAbout(stage.member, /水/)
    const body = { title: '关于自来水发黄的反映', regionCode: CITY.county, signalId: signal?.id ?? '' }
    const first = await stage.member.answer('briefs.start', { body, key: 'once' })
    const signals = database().collection('signals')
    const _id = toObjectId(body.signalId) as ObjectId
    const stored = await signals.findOneAndDelete({ _id })
    const again = await stage.member.answer('briefs.start', { body, key: 'once' })
    if (stored) await signals.insertOne(stored)
    expect([first.status, again.status, again.body.id]).toEqual([201, 200, first.body.id])
  })

  test('is not for members of other regions', async () => {
    const signal = await signalAbout(stage.member, /水/)
    const far = await service.staff('cppccMember', { regionCode: CITY.otherCounty })
    const body = { title: '关于自来水发黄的反映', regionCode: CITY.otherCounty, signalId: signal?.id ?? '' }
    await expect(far.call('briefs.start', { body })).rejects.toMatchObject({ status: 404 })
  })
})

describe('a brief from a consultation', () => {
  const THOUGHTS = ['早市搬到河滩空地', '路口只许单边停车', '摊位画线越线收摊', '夜里再收垃圾车', '给老人留轮椅道', '周末改步行街']

  test('takes along the statements that unite and divide; their authors hear that it was adopted', async () => {
    const crowd = await residents(service, 16, '商量人')
    const { id: consultationId } = await aTopicIn(stage, 'open')
    const params = { id: consultationId }
    for (const [i, text] of THOUGHTS.entries()) await crowd[i]?.call('statements.add', { params, body: { text } })
    await settle(service)
    const { items } = await stage.member.call('statements.list', { params, query: { view: 'all' } })
    expect(items).toHaveLength(THOUGHTS.length)
    for (const [i, client] of crowd.entries())
      for (const [j, { id: statementId }] of items.entries()) {
        const answer = j < 2 || (i + j) % 2 === 0 ? ('agree' as const) : ('disagree' as const)
        await client.call('statements.answer', { params: { id: consultationId, statementId }, body: { answer } })
      }
    await service.clock.advance(25_000)
    await computeOpinions()
    const opinion = await stage.member.call('statements.opinion', { params })
    const found = [...new Set([...opinion.united, ...opinion.dividing].map(({ text }) => text))]
    expect(found.length).toBeGreaterThan(0)
    const body = { title: '关于老菜场停车的反映', regionCode: CITY.township, consultationId }
    const brief = await stage.member.call('briefs.start', { body })
    expect(brief.evidence.map(({ text }) => text)).toEqual(found)
    expect(brief.evidence[0]).toMatchObject({ type: 'statement', source: '协商议题《老菜场门口的停车怎么管》中大家写下的观点' })
    await adopt(brief.id)
    const authors = crowd.filter((_, i) => found.includes(THOUGHTS[i] ?? ''))
    for (const client of authors) expect(await titlesOf(client)).toContain('您反映的事被采用了')
    expect(await titlesOf(crowd.at(-1) as Client)).not.toContain('您反映的事被采用了')
  })

  test('takes up no statement that others cannot see', async () => {
    const [author] = await residents(service, 1, '写的人')
    const { id: consultationId } = await aTopicIn(stage, 'open')
    const params = { id: consultationId }
    const { id: statementId } = (await author?.call('statements.add', { params, body: { text: '把路口的石墩挪走' } })) ?? { id: '' }
    const { id } = await stage.member.call('briefs.start', { body: { title: '关于路口石墩的反映', regionCode: CITY.township } })
    const add = async () =>
      (await stage.member.raw('POST', `/api/briefs/${id}/evidence`, { body: { type: 'statement', consultationId, statementId } })).status
    expect(await add()).toBe(404)
    await settle(service)
    expect(await add()).toBe(201)
    await StatementModel.updateOne({ _id: toObjectId(statementId) }, { $set: { state: 'hidden' } })
    const other = await stage.member.call('briefs.start', { body: { title: '关于路口石墩的再次反映', regionCode: CITY.township } })
    const refused = { type: 'statement' as const, consultationId, statementId }
    await expect(stage.member.call('briefs.addEvidence', { params: { id: other.id }, body: refused })).rejects.toMatchObject({
      status: 404,
    })
  })
})
