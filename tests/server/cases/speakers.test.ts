import { aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { aTalk, coApplicants, join, partyIdOf, seen, somebody } from './sides'

let service: Service
let applicant: Client
let mediator: Client

beforeAll(async () => {
  service = await aService()
  mediator = await aMediator(service, { name: '王秀兰', capacity: 200 })
  applicant = await service.login('李明')
})
afterAll(() => service?.close())

const name = (who: Client, id: string, partyIds: string[]) => who.raw('PUT', `/api/cases/${id}/speakers`, { body: { partyIds } })
const speakers = async (id: string) => {
  const { parties } = await seen(mediator, id)
  return parties.filter((one) => one.side === 'applicant' && one.speaker).map((one) => one.id)
}
/** A dispute with four applicants. */
const aGroup = async () => {
  const { id, respondent } = await aTalk(service, applicant)
  const all = [applicant, ...(await coApplicants(service, applicant, id, 3))] as [Client, Client, Client, Client]
  const ids = (await Promise.all(all.map((who) => partyIdOf(who, id)))) as [string, string, string, string]
  return { id, respondent, all, ids }
}

describe('the speakers of a side of several', () => {
  it('are in force when more than half named the same, in whatever order', async () => {
    const { id, all, ids } = await aGroup()
    await name(all[0], id, [ids[0], ids[1]])
    await name(all[1], id, [ids[1], ids[0]])
    expect(await speakers(id)).toHaveLength(4)
    await name(all[2], id, [ids[2]])
    expect(await speakers(id)).toHaveLength(4)
    const chosen = await name(all[3], id, [ids[0], ids[1]])
    expect(chosen.status).toBe(200)
    expect((await speakers(id)).sort()).toEqual([ids[0], ids[1]].sort())
    expect((await seen(mediator, id)).timeline.at(-1)).toMatchObject({ type: 'party.speakers', text: '申请人一方选出2位代表说话' })
  })
  it('stay until more than half want others, and a changed mind counts once', async () => {
    const { id, all, ids } = await aGroup()
    for (const who of all.slice(0, 3)) await name(who, id, [ids[0]])
    expect(await speakers(id)).toEqual([ids[0]])
    for (const who of [all[0], all[0], all[1]]) await name(who, id, [ids[1]])
    expect(await speakers(id)).toEqual([ids[0]])
    await name(all[2], id, [ids[1]])
    expect(await speakers(id)).toEqual([ids[1]])
  })
  it('all voting at once are all counted', async () => {
    const { id, all, ids } = await aGroup()
    const answers = await Promise.all(all.map((who) => name(who, id, [ids[3]])))
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200, 200])
    expect(await speakers(id)).toEqual([ids[3]])
    const { timeline } = await seen(mediator, id)
    expect(timeline.filter((one) => one.type === 'party.speakers')).toHaveLength(1)
  })
  it('move the case for the side, where else only who brought it does', async () => {
    const { id, all, ids } = await aGroup()
    const withdraw = async (who: Client) => {
      const { revision } = await seen(who, id)
      return who.raw('POST', `/api/cases/${id}/moves`, { body: { move: 'withdraw', revision, reason: '已经谈好' } })
    }
    expect((await seen(all[0], id)).can).toContain('withdraw')
    expect((await seen(all[1], id)).can).not.toContain('withdraw')
    expect((await withdraw(all[1])).status).toBe(403)
    for (const who of all) await name(who, id, [ids[1]])
    expect((await withdraw(all[0])).status).toBe(403)
    expect((await withdraw(all[1])).status).toBe(200)
  })
  it('can be parties of the own side only, one to five', async () => {
    const { id, respondent, all, ids } = await aGroup()
    const other = await partyIdOf(respondent, id)
    const refused = async (partyIds: unknown) => (await all[0].raw('PUT', `/api/cases/${id}/speakers`, { body: { partyIds } })).body
    expect(await refused([ids[0], other])).toMatchObject({ status: 400, errors: [{ path: 'partyIds', code: 'unknown_party' }] })
    expect(await refused([])).toMatchObject({ status: 400 })
    expect(await refused(Array.from({ length: 6 }, (_, n) => `x${n}`))).toMatchObject({ status: 400 })
    expect(await refused([{ $gt: '' }])).toMatchObject({ status: 400 })
  })
  it('are not chosen by a side of one, by helpers, the mediator, strangers, or a representative without authority', async () => {
    const { id, respondent, all, ids } = await aGroup()
    expect((await name(respondent, id, [await partyIdOf(respondent, id)])).status).toBe(409)
    const helper = await join({ by: all[1], id, body: { part: 'helper' }, who: await somebody(service) })
    for (const who of [helper, mediator]) expect((await name(who, id, [ids[0]])).status).toBe(403)
    expect((await name(await somebody(service), id, [ids[0]])).status).toBe(404)
    const representative = await join({ by: all[1], id, body: { part: 'representative' }, who: await somebody(service) })
    expect((await name(representative, id, [ids[0]])).body).toMatchObject({ status: 403, code: 'not_acting' })
    expect((await seen(representative, id)).can).not.toContain('chooseSpeakers')
    expect((await seen(all[2], id)).can).toContain('chooseSpeakers')
  })
  it('the votes of who has left fall away', async () => {
    const { id, all, ids } = await aGroup()
    await name(all[3], id, [ids[3]])
    await all[3].call('parties.quit', { params: { id }, body: { quit: true } })
    await name(all[0], id, [ids[0]])
    await name(all[1], id, [ids[0]])
    expect(await speakers(id)).toEqual([ids[0]])
    expect((await name(all[0], id, [ids[3]])).body.errors[0].path).toBe('partyIds')
  })
})
