import { aService, type Client, type Service } from '@tests/support/service'
import { anAgreement, move, moveObligation, obligationsFor, pays, refusal } from './support'

let service: Service
beforeAll(async () => {
  service = await aService()
})
afterAll(() => service.close())
beforeEach(() => service.clock.set('2026-03-10T10:00:00+08:00'))

const at = async (iso: string) => {
  await service.clock.set(iso)
  // One run takes one step; the second is the next run of the job.
  await service.catchUp()
  await service.catchUp()
}
const told = async (who: Client, caseId: string) => {
  const { items } = await who.call('notifications.list', { query: { limit: 100 } })
  return items.filter((one) => one.caseId === caseId && /obligation|judicial/.test(one.type)).map((one) => one.title)
}

describe('what is due', () => {
  test('is told three days before, the day after, and to the supervisor when it is three days late; each once', async () => {
    const { id, applicant, respondent, mediator } = await anAgreement(service)
    const supervisor = await service.staff('supervisor')
    await at('2026-03-17T08:59:00+08:00')
    expect(await told(respondent, id)).toEqual([])
    await at('2026-03-17T09:01:00+08:00')
    expect(await told(respondent, id)).toEqual(['有一项约定快到期了'])
    await at('2026-03-20T23:59:00+08:00')
    expect((await obligationsFor(applicant, id)).items[0]?.overdue).toBe(false)
    await at('2026-03-21T09:01:00+08:00')
    expect((await obligationsFor(applicant, id)).items[0]?.overdue).toBe(true)
    expect((await obligationsFor(applicant, id)).totals.overdueCents).toBe(30_000)
    expect(await told(respondent, id)).toEqual(['有一项约定已经过期', '有一项约定快到期了'])
    expect(await told(applicant, id)).toEqual(['对方有一项约定已经过期', '对方有一项约定快到期了'])
    expect((await told(mediator, id))[0]).toBe('有一项约定过期没有履行')
    expect(await told(supervisor, id)).toEqual([])
    await at('2026-03-23T09:01:00+08:00')
    expect(await told(supervisor, id)).toEqual(['有一项约定过期三天没有履行'])
    await at('2026-04-20T09:01:00+08:00')
    expect((await told(respondent, id)).filter((title) => title.includes('约定'))).toHaveLength(2)
    const { timeline } = await supervisor.call('cases.get', { params: { id } })
    expect(timeline.filter((entry) => entry.type === 'obligation.overdue')).toHaveLength(1)
  })

  test('is told by one of several processes, and nothing of what is claimed, done or waived', async () => {
    const agreed = await anAgreement(service, (one) => ['一', '二', '三'].map((what) => pays(one, { what })))
    const { id, applicant, respondent } = agreed
    await moveObligation(respondent, id, { move: 'claim' }, 0)
    await moveObligation(applicant, id, { move: 'waive' }, 1)
    await service.clock.set('2026-03-18T10:00:00+08:00')
    const { obligationJobs } = await import('@server/modules/obligations')
    await Promise.all(Array.from({ length: 6 }, () => obligationJobs[0]?.run()))
    await service.drain()
    expect((await told(respondent, id)).filter((title) => title === '有一项约定快到期了')).toHaveLength(1)
  })

  test('while it was claimed and is disputed late, is overdue at once, and no longer announced', async () => {
    const { id, applicant, respondent } = await anAgreement(service)
    await moveObligation(respondent, id, { move: 'claim' })
    await at('2026-03-22T10:00:00+08:00')
    expect((await told(respondent, id)).length).toBe(0)
    await moveObligation(applicant, id, { move: 'dispute', note: '没有收到' })
    await at('2026-03-22T10:20:00+08:00')
    expect(await told(respondent, id)).toEqual(['有一项约定已经过期', '对方说还没有履行好'])
  })

  test('is not told when the agreement has failed', async () => {
    const { id, mediator, respondent } = await anAgreement(service)
    await move(mediator, id, { move: 'fail', reason: '对方反悔，不再履行' })
    await at('2026-03-26T10:00:00+08:00')
    expect(await told(respondent, id)).toEqual([])
  })
})

describe('judicial confirmation', () => {
  test('can be asked for within thirty days, and ends on a working day', async () => {
    const { id, applicant } = await anAgreement(service)
    // 2026-03-10 and thirty days: Thursday, 9 April.
    expect((await obligationsFor(applicant, id)).judicial).toEqual({
      state: 'open',
      lastDay: '2026-04-09',
      daysLeft: 30,
      court: '东河县人民法院',
      courtNumber: '',
      paperId: null,
    })
    // The thirtieth day is in the holidays of early May.
    await service.clock.set('2026-04-01T10:00:00+08:00')
    const other = await anAgreement(service)
    expect((await obligationsFor(other.applicant, other.id)).judicial).toMatchObject({ lastDay: '2026-05-06' })
  })

  test('is reminded of ten and three days before, and missed after the last day', async () => {
    const { id, applicant, respondent } = await anAgreement(service, () => [])
    await at('2026-03-30T09:01:00+08:00')
    await at('2026-03-31T09:01:00+08:00')
    expect(await told(respondent, id)).toEqual(['司法确认快到最后期限'])
    await at('2026-04-06T09:01:00+08:00')
    expect(await told(applicant, id)).toHaveLength(2)
    await at('2026-04-09T23:59:00+08:00')
    expect((await obligationsFor(applicant, id)).judicial).toMatchObject({ state: 'open', daysLeft: 0 })
    await at('2026-04-10T09:01:00+08:00')
    expect((await obligationsFor(applicant, id)).judicial).toMatchObject({ state: 'missed', daysLeft: 0 })
    expect((await told(applicant, id))[0]).toBe('已过司法确认的申请期限')
  })

  test('that nobody was reminded of in time is missed, without late reminders', async () => {
    const { id, applicant } = await anAgreement(service, () => [])
    await at('2026-06-01T10:00:00+08:00')
    expect(await told(applicant, id)).toEqual(['已过司法确认的申请期限'])
  })

  test('is recorded by whoever has the case, step by step, and not after the last day', async () => {
    const { id, applicant, mediator } = await anAgreement(service, () => [])
    const set = (who: Client, body: object) => who.raw('POST', `/api/cases/${id}/judicial-confirmation`, { body })
    expect((await set(applicant, { state: 'applied' })).status).toBe(403)
    expect((await set(await service.login('旁人'), { state: 'applied' })).status).toBe(404)
    expect((await set(mediator, { state: 'confirmed', courtNumber: '（2026）东01民特5号' })).body.code).toBe('move_not_allowed')
    expect((await set(mediator, { state: 'applied' })).body).toMatchObject({ state: 'applied' })
    expect((await mediator.call('cases.get', { params: { id } })).can).toContain('setJudicial')
    expect((await set(mediator, { state: 'confirmed' })).body.errors).toMatchObject([{ path: 'courtNumber', code: 'required' }])
    expect((await set(mediator, { state: 'open' })).status).toBe(400)
    const confirm = await Promise.all(
      Array.from({ length: 5 }, () => set(mediator, { state: 'confirmed', courtNumber: '（2026）东01民特5号' })),
    )
    expect(confirm.map((one) => one.status).sort()).toEqual([200, 409, 409, 409, 409])
    await service.drain()
    expect((await told(applicant, id))[0]).toBe('法院确认了调解协议')
    expect((await mediator.call('cases.get', { params: { id } })).can).not.toContain('setJudicial')

    const late = await anAgreement(service, () => [])
    await service.clock.set('2026-04-10T08:00:00+08:00')
    const applied = late.mediator.call('judicial.set', { params: { id: late.id }, body: { state: 'applied' } })
    expect(await refusal(applied)).toEqual([409, 'move_not_allowed'])
  })

  test('is nothing to be recorded where there is no agreement', async () => {
    const { aMediation } = await import('./support')
    const { id, mediator } = await aMediation(service)
    expect(await refusal(mediator.call('judicial.set', { params: { id }, body: { state: 'applied' } }))).toEqual([404, 'not_found'])
  })
})
