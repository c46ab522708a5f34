import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findGroups } from '@server/modules/consultations'
import { computeOpinions } from '@server/modules/consultations/commands/compute-opinions'
import { markStale } from '@server/modules/consultations/commands/mark-stale'
import { ConsultationModel } from '@server/modules/consultations/consultation.model'
import { groupsApart, useOpinionWorker } from '@server/modules/consultations/groups-apart'
import { OpinionModel } from '@server/modules/consultations/opinion.model'
import { createPack, votesOf } from '@server/modules/consultations/packed-votes'
import { findingsInWords } from '@server/modules/consultations/queries/findings-in-words'
import { StatementModel } from '@server/modules/consultations/statement.model'
import { VoteSheetModel } from '@server/modules/consultations/vote.model'
import { clock } from '@server/platform/clock'
import { ObjectId, toObjectId } from '@server/platform/database'
import { aService, type Client, type Service } from '@tests/support/service'
import { build } from 'esbuild'
import { chanceOf, plant } from '../../../scripts/lib/opinion/planted'
import { aStage, aTopicIn, residents, type Stage, settle } from './stages'

const STATEMENTS = 20
const LATER_MS = 25_000

let service: Service
let stage: Stage
let crowd: Client[]
const one = (index: number): Client => crowd[index] as Client
beforeAll(async () => {
  service = await aService()
  await service.clock.set('2026-11-26T09:00:00+08:00')
  stage = await aStage(service)
  crowd = await residents(service, 12, '表态人')
})
afterAll(() => service?.close())

type Mind = 1 | 0 | -1
const idOf = (index: number) => new ObjectId(String(index).padStart(24, '0')).toHexString()

/** An open topic with statements that are shown, and nobody’s. */
const aTopic = async () => {
  const { id } = await aTopicIn(stage, 'open')
  const consultationId = toObjectId(id) as ObjectId
  const rows = await StatementModel.insertMany(
    Array.from({ length: STATEMENTS }, (_, index) => ({
      consultationId,
      text: `第${index + 1}个办法`,
      authorId: null,
      state: 'shown',
      reason: null,
      voters: 0,
      at: clock.now(),
    })),
  )
  return { id, consultationId, ids: rows.map(({ _id }) => _id.toHexString()) }
}
type Topic = Awaited<ReturnType<typeof aTopic>>

/** What both groups think: of one mind on the first five, against each other on the next ten. */
const mindOf = (group: number, index: number): Mind => (index < 5 ? 1 : index < 15 ? ((((index + group) % 2) * 2 - 1) as Mind) : 0)

/** People who have answered everything as their group does, with a slip now and then. */
const vote = async (topic: Topic, people: { personId: string; group: number }[], seed = 3) => {
  const chance = chanceOf(seed)
  const rows = people.map(({ personId, group }) => ({
    consultationId: topic.consultationId,
    personId,
    answers: Object.fromEntries(topic.ids.map((id, index) => [id, chance() < 0.08 ? 0 : mindOf(group, index)])),
    at: clock.now(),
    standing: null,
  }))
  await markStale(topic.consultationId)
  await VoteSheetModel.insertMany(rows)
}
const crowdOf = (first: number, count: number) => Array.from({ length: count }, (_, i) => ({ personId: idOf(first + i), group: i % 2 }))
const opinionOf = (client: Client, { id }: Topic) => client.call('statements.opinion', { params: { id } })
const answerAll = async (client: Client, topic: Topic, group: number) => {
  for (const [index, statementId] of topic.ids.entries()) {
    const answer = ({ 1: 'agree', 0: 'pass', [-1]: 'disagree' } as const)[mindOf(group, index)]
    await client.call('statements.answer', { params: { id: topic.id, statementId }, body: { answer } })
  }
}
const later = async () => {
  await service.clock.advance(LATER_MS)
  await computeOpinions()
}

describe('the published opinion', () => {
  it('says nothing as long as fewer than five have voted', async () => {
    const topic = await aTopic()
    for (let index = 0; index < 4; index += 1) await answerAll(one(index), topic, index % 2)
    await later()
    expect(await opinionOf(one(0), topic)).toEqual({
      voters: 0,
      statements: STATEMENTS,
      ready: false,
      computedAt: null,
      groups: [],
      united: [],
      dividing: [],
      all: [],
      map: { side: 0, clouds: [] },
      me: null,
    })
  })

  it('finds who thinks alike, what unites and what divides, in numbers of fives', async () => {
    const topic = await aTopic()
    await vote(topic, crowdOf(1000, 60))
    await answerAll(one(0), topic, 0)
    await later()
    const seen = await opinionOf(one(0), topic)
    expect(seen).toMatchObject({
      voters: 60,
      ready: true,
      groups: [
        { name: '观点一', people: 30 },
        { name: '观点二', people: 30 },
      ],
    })
    const texts = (found: { text: string }[]) => found.map(({ text }) => text).sort()
    expect(texts(seen.united)).toEqual(['第1个办法', '第2个办法', '第3个办法', '第4个办法', '第5个办法'].sort())
    expect(seen.dividing).toHaveLength(10)
    expect(seen.all).toHaveLength(STATEMENTS)
    for (const { byGroup } of seen.all) for (const tally of byGroup) expect((tally?.voters ?? 5) % 5).toBe(0)
    // The groups of 31 and 30: the larger one is that of the reader, who stands on the map.
    expect(seen.me).toMatchObject({ group: 0 })
    expect((await opinionOf(one(1), topic)).me).toBeNull()
    expect((await ConsultationModel.findById(topic.id).lean())?.voters).toBe(60)
    const words = await findingsInWords(topic.consultationId)
    expect(words[0]).toBe('看法大致分为 2 类：观点一约 30 人，观点二约 30 人。')
    expect(words.some((sentence) => sentence === '各方都多数赞成：“第1个办法”')).toBe(true)
    expect(words.some((sentence) => /观点.多赞成、观点.多不赞成：“第\d+个办法”/.test(sentence))).toBe(true)
  })

  it('does not move for one to four who vote, whatever they say, but tells each of them where they stand', async () => {
    const topic = await aTopic()
    await vote(topic, crowdOf(2000, 40))
    await later()
    const before = await opinionOf(one(8), topic)
    for (let index = 0; index < 4; index += 1) {
      await answerAll(one(index), topic, 1)
      await later()
      const now = await opinionOf(one(index), topic)
      expect({ ...now, me: null }).toEqual({ ...before, me: null })
      expect(now.me).toMatchObject({ group: expect.any(Number) })
    }
    const [first, second] = await Promise.all([opinionOf(one(0), topic), opinionOf(one(1), topic)])
    expect(first.me?.group).toBe(second.me?.group)
    // With the fifth it is renewed.
    await answerAll(one(4), topic, 1)
    await later()
    const after = await opinionOf(one(8), topic)
    expect(after.computedAt).not.toBe(before.computedAt)
    expect(Math.max(...after.groups.map(({ people }) => people))).toBe(25)
  })

  it('counts who votes twice once, however often they change their mind', async () => {
    const topic = await aTopic()
    await vote(topic, crowdOf(3000, 40))
    await later()
    const before = await opinionOf(one(8), topic)
    for (let round = 0; round < 6; round += 1) {
      await answerAll(one(0), topic, round % 2)
      await later()
    }
    expect((await opinionOf(one(8), topic)).computedAt).toBe(before.computedAt)
  })

  it('does not say any more what has been hidden', async () => {
    const topic = await aTopic()
    await vote(topic, crowdOf(4000, 40))
    await later()
    const params = { id: topic.id, statementId: topic.ids[0] as string }
    await stage.member.call('statements.hide', { params, body: { reason: '说到了别人家' } })
    const seen = await opinionOf(one(0), topic)
    expect(JSON.stringify(seen)).not.toContain('"第1个办法"')
    expect(seen.statements).toBe(STATEMENTS - 1)
    await later()
    expect((await opinionOf(one(0), topic)).all).toHaveLength(STATEMENTS - 1)
  })

  it('names nobody, and holds nobody’s votes', async () => {
    const topic = await aTopic()
    const people = crowdOf(5000, 30)
    await vote(topic, people)
    await later()
    const kept = JSON.stringify(await OpinionModel.findById(topic.id).lean())
    expect(people.filter(({ personId }) => kept.includes(personId))).toEqual([])
  })
})

describe('when it is computed', () => {
  it('is as long as votes may be on their way, and not without votes', async () => {
    const topic = await aTopic()
    await vote(topic, crowdOf(6000, 20))
    expect(await computeOpinions()).toBeGreaterThan(0)
    const staleUntil = async () => (await OpinionModel.findById(topic.id).lean())?.staleUntil
    expect(await staleUntil()).toBeDefined()
    // Written only now, by requests that had marked the topic before they were slow.
    const [known] = await VoteSheetModel.find({ consultationId: topic.consultationId }).limit(1).lean()
    const slow = crowdOf(6500, 5).map(({ personId }) => ({ ...known, _id: new ObjectId(), personId, standing: null, at: clock.now() }))
    await VoteSheetModel.collection.insertMany(slow as never)
    await later()
    expect((await ConsultationModel.findById(topic.id).lean())?.voters).toBe(25)
    expect(await staleUntil()).toBeUndefined()
    expect(await computeOpinions()).toBe(0)
  })

  it('sees a vote whose process was killed right after it was written', async () => {
    const topic = await aTopic()
    await vote(topic, crowdOf(7000, 20))
    await later()
    await answerAll(one(0), topic, 0)
    // What the kill has cut off: the statement’s own count.
    await StatementModel.updateMany({ consultationId: topic.consultationId }, { $set: { voters: 0 } })
    await later()
    const counts = await StatementModel.find({ consultationId: topic.consultationId }).lean()
    expect(counts.every(({ voters }) => voters === 21)).toBe(true)
  })

  it('forgets the votes of who is erased', async () => {
    const topic = await aTopic()
    await vote(topic, crowdOf(8000, 19))
    const going = await service.login('不再参加的人')
    await answerAll(going, topic, 0)
    await later()
    expect((await ConsultationModel.findById(topic.id).lean())?.voters).toBe(20)
    await going.call('me.erase', { body: { confirm: '注销账号' } })
    await settle(service)
    await later()
    expect((await ConsultationModel.findById(topic.id).lean())?.voters).toBe(15)
    expect((await StatementModel.find({ consultationId: topic.consultationId }).lean()).every(({ voters }) => voters === 19)).toBe(true)
  })
})

it('in a thread of its own many voters get the same groups as here', async () => {
  const planted = plant({ seed: 4, sizes: [1200, 900], statements: 30, noise: 0.1, missing: 0.4, shared: 0.2 })
  const bySheet = new Map<string, Record<string, Mind>>()
  for (const { person, statement, answer } of planted.votes) bySheet.set(person, { ...bySheet.get(person), [statement]: answer })
  const pack = createPack(planted.statements)
  for (const [personId, answers] of bySheet) pack.add({ personId, answers })
  const packed = pack.packed()
  const outfile = join(process.cwd(), '.cache', 'tests', 'groups-worker.mjs')
  await build({
    entryPoints: [join(process.cwd(), 'server/modules/consultations/groups-worker.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
  })
  const here = findGroups(votesOf(packed))
  useOpinionWorker(pathToFileURL(outfile))
  const there = await groupsApart(packed)
  expect(there.people).toHaveLength(2100)
  expect(there.sizes).toEqual(here.sizes)
  expect([...there.groupOf]).toEqual([...here.groupOf])
  expect(there.findings).toEqual(here.findings)
})
