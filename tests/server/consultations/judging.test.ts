import { countJudgements } from '@server/modules/consultations/commands/count-judgements'
import { ConsultationModel } from '@server/modules/consultations/consultation.model'
import { JudgementModel } from '@server/modules/consultations/judgement.model'
import { SupporterModel } from '@server/modules/consultations/supporter.model'
import { JUDGING_DAYS } from '@shared/consultations/words'
import { aService, type Client, type Service } from '@tests/support/service'
import { aStage, ask, leadTo, move, proposeAs, read, residents, type Stage, settle, support } from './stages'

const DAY = 86_400_000
let service: Service
let stage: Stage
let crowd: Client[]
beforeAll(async () => {
  service = await aService()
  await service.clock.set('2026-11-26T09:00:00+08:00')
  stage = await aStage(service)
  crowd = await residents(service, 14, '评议')
})
afterAll(() => service?.close())

/** A member’s topic with supporters and a reported result. */
const reported = async (supporters: Client[]): Promise<string> => {
  const id = await proposeAs(stage.member)
  await Promise.all(supporters.map((one) => support(one, id)))
  await leadTo(stage, id, 'reported')
  return id
}
const rate = (client: Client, id: string, score: number, text?: string) =>
  client.call('consultations.rate', { params: { id }, body: { score, ...(text ? { text } : {}) } })
const tryRate = (client: Client, id: string, body: object = { score: 4 }) =>
  ask(client, 'PUT', `/api/consultations/${id}/judgement`, { body })
const end = async () => {
  await service.clock.advance((JUDGING_DAYS + 1) * DAY)
  await settle(service)
}

describe('judging the result', () => {
  it('is for those who supported, voted or came', async () => {
    const [supporter, voter, comer, outsider] = crowd as [Client, Client, Client, Client]
    const id = await proposeAs(stage.member)
    await support(supporter, id)
    await leadTo(stage, id, 'open')
    const statement = await stage.member.call('statements.add', { params: { id }, body: { text: '早市时段单边停车' } })
    await settle(service)
    await voter.call('statements.answer', { params: { id, statementId: statement.id }, body: { answer: 'agree' } })
    await leadTo(stage, id, 'scheduled')
    await comer.call('consultations.signUp', { params: { id }, body: {} })
    await leadTo(stage, id, 'reported')
    for (const one of [supporter, voter, comer]) {
      expect((await read(one, id)).can).toContain('rate')
      expect(await rate(one, id, 5)).toMatchObject({ judgement: { mine: { score: 5, text: null }, counts: null } })
    }
    expect((await read(outsider, id)).can).not.toContain('rate')
    expect(await tryRate(outsider, id)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  })

  it('is one mark from 1 to 5 for each person, which can be changed until the last day', async () => {
    const one = crowd[0] as Client
    const id = await reported([one])
    await Promise.all(Array.from({ length: 6 }, () => rate(one, id, 2)))
    expect(await rate(one, id, 3, '停车线再宽点就好了')).toMatchObject({ judgement: { mine: { score: 3, text: '停车线再宽点就好了' } } })
    expect(
      await JudgementModel.countDocuments({ personId: one.personId, consultationId: (await ConsultationModel.findById(id))?._id }),
    ).toBe(1)
    for (const score of [0, 6, 2.5, '5'])
      expect(await tryRate(one, id, { score })).toMatchObject({ status: 400, body: { errors: [{ path: 'score' }] } })
    await service.clock.advance(JUDGING_DAYS * DAY + 1000)
    expect(await tryRate(one, id)).toMatchObject({ status: 409, body: { code: 'move_not_allowed' } })
    expect((await read(one, id)).can).not.toContain('rate')
  })

  it('has no time before the result is there', async () => {
    const id = await proposeAs(stage.member)
    await support(crowd[0] as Client, id)
    await leadTo(stage, id, 'passedOn')
    expect(await tryRate(crowd[0] as Client, id)).toMatchObject({ status: 409 })
  })

  it('is counted once by several who look at the same moment, in steps of five', async () => {
    const id = await reported(crowd)
    await Promise.all(crowd.slice(0, 13).map((one, index) => rate(one, id, index < 7 ? 5 : index < 12 ? 4 : 1)))
    expect((await read(stage.office, id)).judgement).toMatchObject({ counts: null, people: null })
    await service.clock.advance((JUDGING_DAYS + 1) * DAY)
    await Promise.all([countJudgements(), countJudgements(), countJudgements()])
    const topic = await read(crowd[0] as Client, id)
    expect(topic).toMatchObject({ state: 'judged', judgement: { counts: [5, 5, 0, 0, 0], people: 10, mine: { score: 5 } } })
    expect(topic.history.filter(({ type }) => type === 'judge')).toHaveLength(1)
    expect((await read(crowd[13] as Client, id)).judgement?.mine).toBeNull()
  })

  it('of fewer than five people is not told', async () => {
    const id = await reported(crowd.slice(0, 4))
    await Promise.all(crowd.slice(0, 4).map((one) => rate(one, id, 1)))
    await end()
    expect(await read(stage.office, id)).toMatchObject({ state: 'judged', judgement: { counts: null, people: null } })
  })

  it('waits a moment after the last day, so that what came in last is counted', async () => {
    const id = await reported(crowd.slice(0, 5))
    await Promise.all(crowd.slice(0, 5).map((one) => rate(one, id, 4)))
    await service.clock.advance(JUDGING_DAYS * DAY + 10_000)
    await countJudgements()
    expect((await read(stage.office, id)).state).toBe('reported')
    await service.clock.advance(90_000)
    await countJudgements()
    expect(await read(stage.office, id)).toMatchObject({ state: 'judged', judgement: { counts: [0, 5, 0, 0, 0] } })
  })
})

describe('whoever is erased', () => {
  it('takes support, judgements and what nobody has seen along; public topics lose their author', async () => {
    const leaving = await service.login('要走的人')
    const [open, unseen] = [await proposeAs(leaving), await proposeAs(leaving, { title: '违规测试议题' })]
    await settle(service)
    const others = await proposeAs(stage.member)
    await support(leaving, others)
    await support(crowd[0] as Client, others)
    const decided = await reported([leaving])
    await rate(leaving, decided, 1, '不满意')
    const { parts } = await leaving.call('me.export')
    expect((parts.consultations as { kind: string }[]).map(({ kind }) => kind).sort()).toEqual([
      'judged',
      'proposed',
      'proposed',
      'supported',
      'supported',
    ])
    await leaving.call('me.erase', { body: { confirm: '注销账号' } })
    expect(await read(stage.office, others)).toMatchObject({ supporters: 1 })
    expect(await read(stage.office, decided)).toMatchObject({ supporters: 1 })
    expect(await SupporterModel.countDocuments({ personId: leaving.personId })).toBe(0)
    expect(await JudgementModel.countDocuments({ personId: leaving.personId })).toBe(0)
    expect(await ask(stage.office, 'GET', `/api/consultations/${unseen}`)).toMatchObject({ status: 404 })
    expect(await read(crowd[0] as Client, open)).toMatchObject({ state: 'proposed', proposer: 'resident' })
    expect(JSON.stringify(await ConsultationModel.find().lean())).not.toContain(leaving.personId)
    expect(await ConsultationModel.countDocuments({ 'proposer.personId': null, request: { $exists: true } })).toBe(0)
  })

  it('is in charge of nothing any more; the office goes on', async () => {
    const lead = await service.staff('cppccMember', { name: '要走的委员' })
    const id = await proposeAs(stage.member)
    await move(stage.office, id, { move: 'choose', leadId: lead.personId })
    await settle(service)
    await lead.call('me.erase', { body: { confirm: '注销账号' } })
    const topic = await read(stage.office, id)
    expect(topic).toMatchObject({ state: 'chosen', lead: null })
    expect(topic.can).toContain('openCall')
    expect(JSON.stringify(await ConsultationModel.findById(id).lean())).not.toContain(lead.personId)
  })
})
