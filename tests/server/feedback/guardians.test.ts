import { aDispute, aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { moves } from './support'

let service: Service
beforeAll(async () => {
  service = await aService()
})
afterAll(() => service.close())

const join = async (options: { id: string; by: Client; who: Client; body: object }) => {
  const { id, by, who, body } = options
  const { code } = await by.call('parties.invite', { params: { id }, body: body as never })
  await who.call('parties.answer', { body: { code, agree: true } })
}
const give = (who: Client, id: string, overall: 1 | 2 | 3 | 4 | 5) => who.answer('feedback.give', { params: { id }, body: { overall } })
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error) => [error.status, error.problem.code],
  )
const partyId = async (who: Client, id: string, side: string) => {
  const { parties } = await who.call('cases.get', { params: { id } })
  return parties.find((party) => party.side === side && party.part === 'party')?.id ?? ''
}

/** A dispute that failed, of a child with a guardian against a grown-up with a representative. */
const aChildsDispute = async (name: string) => {
  const mediator = await aMediator(service)
  const [child, guardian, other, agent] = await Promise.all(['孩子', '家长', '对方', '代理'].map((one) => service.login(`${one}${name}`)))
  if (!child || !guardian || !other || !agent) throw new Error('somebody is missing')
  const start = await aDispute(service, child, { preferredMediatorId: mediator.personId })
  const { id } = start
  const accepted = await moves(start, [[mediator, { move: 'accept' }]])
  await join({ id, by: child, who: other, body: { part: 'respondent' } })
  const childId = await partyId(mediator, id, 'applicant')
  await mediator.call('parties.change', { params: { id, partyId: childId }, body: { minor: true } })
  await join({ id, by: mediator, who: guardian, body: { part: 'guardian', side: 'applicant', actsFor: childId } })
  await join({ id, by: other, who: agent, body: { part: 'representative' } })
  await moves(accepted, [
    [mediator, { move: 'startMediation' }],
    [mediator, { move: 'fail', reason: '谈不拢' }],
  ])
  return { id, mediator, child, guardian, other, agent }
}

describe('the rating of a child', () => {
  test('is given by the guardian, once for the child, and counts as the child’s word', async () => {
    const { id, mediator, child, guardian, other } = await aChildsDispute('甲')
    const can = async (who: Client) => (await who.call('cases.get', { params: { id } })).can
    expect(await can(guardian)).toContain('rate')
    expect((await give(guardian, id, 2)).status).toBe(201)
    expect((await give(guardian, id, 3)).status).toBe(200)
    const seen = async (who: Client) => (await who.call('cases.get', { params: { id } })).feedback
    expect(await seen(guardian)).toMatchObject({ overall: 3, sealed: true })
    expect(await seen(child)).toMatchObject({ overall: 3 })
    expect(await seen(mediator)).toBeNull()
    await give(other, id, 5)
    expect(await seen(mediator)).toMatchObject({ overall: 3, sealed: false })
  })

  test('and that of a grown-up are nothing for representatives', async () => {
    const { id, agent } = await aChildsDispute('乙')
    expect((await agent.call('cases.get', { params: { id } })).can).not.toContain('rate')
    expect(await refusal(give(agent, id, 5))).toEqual([403, 'forbidden'])
  })
})

test('who has left the mediation may still say what it was like', async () => {
  const mediator = await aMediator(service)
  const [applicant, respondent] = [await service.login('留下的人'), await service.login('退出的人')]
  const start = await aDispute(service, applicant, { preferredMediatorId: mediator.personId })
  await join({ id: start.id, by: applicant, who: respondent, body: { part: 'respondent' } })
  const talking = await moves(start, [
    [mediator, { move: 'accept' }],
    [mediator, { move: 'startMediation' }],
  ])
  await respondent.call('parties.quit', { params: { id: start.id }, body: { quit: true, reason: '不想谈了' } })
  await moves(talking, [[mediator, { move: 'fail', reason: '对方退出' }]])
  expect((await give(respondent, start.id, 2)).status).toBe(201)
})
