import { flushReads } from '@server/modules/cases'
import { aCase, aDispute, aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { until } from '@tests/support/until'

let service: Service
let applicant: Client
let mediator: Client

beforeAll(async () => {
  service = await aService()
  mediator = await aMediator(service, { name: '王秀兰', capacity: 200 })
  applicant = await service.login('李明')
})
afterAll(() => service.close())

const reads = async (id: string) => (await applicant.call('cases.reads', { params: { id } })).items

describe('the log of reads', () => {
  it('tells the applicant who of the staff read what, in which role and why, newest first', async () => {
    const { id } = await aCase(service, applicant)
    const supervisor = await service.staff('supervisor', { name: '督查老郑' })
    const dispatcher = await service.staff('dispatcher', { name: '调度小何' })
    await mediator.call('cases.get', { params: { id } })
    await mediator.call('messages.list', { params: { id } })
    await dispatcher.call('cases.get', { params: { id } })
    await supervisor.call('cases.get', { params: { id }, query: { reason: '核查超期' } })
    expect(await reads(id)).toMatchObject([
      { by: '督查老郑', role: '督查员', what: 'case', reason: '核查超期' },
      { by: '调度小何', role: '综治中心', what: 'case', reason: null },
      { by: '王秀兰', role: '调解员', what: 'messages' },
      { by: '王秀兰', role: '调解员', what: 'case' },
    ])
  })
  it('has nothing of those who take part, nor of lists', async () => {
    const { id } = await aDispute(service, applicant)
    const respondent = await service.login('老钱')
    const { code } = await applicant.call('parties.invite', { params: { id }, body: { part: 'respondent' } })
    await respondent.call('parties.answer', { body: { code, agree: true } })
    for (const party of [applicant, respondent]) {
      await party.call('cases.get', { params: { id } })
      await party.call('messages.list', { params: { id } })
    }
    await mediator.call('cases.list', { query: { view: 'inbox' } })
    expect(await reads(id)).toEqual([])
  })
  it('has nothing of attempts that were refused', async () => {
    const { id } = await aCase(service, applicant)
    const dispatcher = await service.staff('dispatcher')
    await dispatcher.raw('GET', `/api/cases/${id}/messages`)
    await (await service.staff('department')).raw('GET', `/api/cases/${id}`)
    expect(await reads(id)).toEqual([])
  })
  it('is the applicant’s to read', async () => {
    const { id } = await aCase(service, applicant)
    const path = `/api/cases/${id}/reads`
    expect((await mediator.raw('GET', path)).status).toBe(403)
    expect((await (await service.login('路人')).raw('GET', path)).status).toBe(404)
  })
  it('comes in pages', async () => {
    const { id } = await aCase(service, applicant)
    for (let n = 0; n < 5; n += 1) await mediator.call('cases.get', { params: { id } })
    const first = await applicant.call('cases.reads', { params: { id }, query: { limit: 3 } })
    const second = await applicant.call('cases.reads', { params: { id }, query: { limit: 3, cursor: first.nextCursor ?? '' } })
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([3, 2, null])
    expect((await applicant.raw('GET', `${`/api/cases/${id}/reads`}?cursor=bm9uc2Vuc2U`)).status).toBe(400)
  })
  it('loses nothing when many read at once, and is written soon by itself', async () => {
    const { id } = await aCase(service, applicant)
    await Promise.all(Array.from({ length: 40 }, () => mediator.call('cases.get', { params: { id } })))
    const { ReadLogModel } = await import('@server/modules/cases/read-log.model')
    await until(async () => (await ReadLogModel.countDocuments({ caseId: id })) >= 40, 30_000)
    await Promise.all([flushReads(), flushReads()])
    expect(await ReadLogModel.countDocuments({ caseId: id })).toBe(40)
  })
})
