import { aDispute, aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { anAgreement, moveObligation } from '../obligations/support'

let service: Service
beforeAll(async () => {
  service = await aService()
})
afterAll(() => service.close())

const titles = async (who: Client, caseId: string, type: string) => {
  await service.drain()
  const { items } = await who.call('notifications.list', { query: { limit: 100 } })
  return items.filter((one) => one.caseId === caseId && one.type === type).map((one) => one.title)
}
/** A dispute with a respondent who has joined. */
const aTalk = async (name: string) => {
  const mediator = await aMediator(service)
  const [applicant, respondent] = [await service.login(`申请${name}`), await service.login(`对方${name}`)]
  const { id, revision } = await aDispute(service, applicant, { preferredMediatorId: mediator.personId })
  const { code } = await applicant.call('parties.invite', { params: { id }, body: { part: 'respondent' } })
  await respondent.call('parties.answer', { body: { code, agree: true } })
  await mediator.call('cases.move', { params: { id }, body: { move: 'accept', revision } })
  return { id, mediator, applicant, respondent }
}
/** Something that another module writes into a case. */
const record = async (options: {
  caseId: string
  type: string
  data: Record<string, unknown>
  entry?: string
  audience?: ('applicant' | 'respondent' | 'staff')[]
}) => {
  const { byOf, recordCaseEvent } = await import('@server/modules/cases')
  const { newEvent } = await import('@server/platform/outbox')
  const { caseId, type, data, entry, audience = [] } = options
  const event = newEvent(type, { caseId, byPersonId: null, ...data })
  await recordCaseEvent({
    caseId,
    ...(entry ? { entry: { type: entry, by: byOf('system', []), text: '…', audience } } : {}),
    events: [event],
  })
}

describe('who is told', () => {
  it('of a paper: those of the sides that it is for, and the owner of what they answer', async () => {
    const { id, mediator, applicant, respondent } = await aTalk('文书')
    const paper = (kind: string, change: string, audience: ('applicant' | 'respondent')[]) =>
      record({
        caseId: id,
        type: 'paper.changed',
        data: { paperId: 'p', kind, change },
        entry: `paper.${change}`,
        audience: [...audience, 'staff'],
      })
    await paper('record', 'presented', ['applicant', 'respondent'])
    await paper('authority', 'signing', ['respondent'])
    await paper('record', 'objected', ['applicant', 'respondent'])
    expect(await titles(applicant, id, 'paper.changed')).toEqual(['请核对《调解笔录》'])
    expect(await titles(respondent, id, 'paper.changed')).toEqual(['请在《授权委托书》上签名', '请核对《调解笔录》'])
    expect(await titles(mediator, id, 'paper.changed')).toEqual(['有一方说《调解笔录》写得不对'])
    await paper('record', 'effective', ['applicant', 'respondent'])
    expect((await titles(applicant, id, 'paper.changed'))[0]).toBe('《调解笔录》生效了')
    expect((await titles(mediator, id, 'paper.changed'))[0]).toBe('《调解笔录》生效了')
  })

  it('of an agreement’s promises: who owes, who waits for it, and the mediator, each in their own words, once', async () => {
    const { id, mediator, applicant, respondent } = await anAgreement(service)
    const of = (who: Client) => titles(who, id, 'obligation.changed')
    for (const who of [applicant, respondent, mediator]) expect(await of(who)).toEqual([])
    expect(await titles(respondent, id, 'case.moved')).not.toContain('约定开始履行了')
    await moveObligation(mediator, id, { move: 'remind' })
    expect(await of(respondent)).toEqual(['有人提醒您履行约定'])
    await moveObligation(respondent, id, { move: 'claim' })
    expect(await of(applicant)).toEqual(['对方说已经履行，请确认'])
    await moveObligation(applicant, id, { move: 'confirm' })
    expect(await of(respondent)).toEqual(['对方确认您已经履行', '有人提醒您履行约定'])
    expect((await of(mediator)).sort()).toEqual(['有一项约定已确认履行', '有一项约定报告已履行', '约定的事都履行完了'].sort())
    expect(await of(applicant)).toEqual(['对方说已经履行，请确认'])
  })

  it('of the joint room: who is wanted there, then everybody; of leaving: the others and the mediator', async () => {
    const { id, mediator, applicant, respondent } = await aTalk('房间')
    await applicant.call('rooms.joint', { params: { id }, body: { open: true } })
    expect(await titles(respondent, id, 'room.changed')).toEqual(['对方想和您一起谈'])
    expect(await titles(mediator, id, 'room.changed')).toEqual([])
    await respondent.call('rooms.joint', { params: { id }, body: { open: true } })
    for (const who of [applicant, mediator]) expect(await titles(who, id, 'room.changed')).toEqual(['共同的房间打开了'])
    await respondent.call('parties.quit', { params: { id }, body: { quit: true } })
    for (const who of [applicant, mediator]) expect((await titles(who, id, 'party.quit'))[0]).toBe('有一方退出了调解')
    expect(await titles(respondent, id, 'party.quit')).toEqual([])
  })

  it('of the wish for another mediator: the centre; of the decision: who asked, and not the other side', async () => {
    const dispatcher = await service.staff('dispatcher')
    const { id, mediator, applicant, respondent } = await aTalk('回避')
    const { id: requestId } = await applicant.call('avoidance.ask', { params: { id }, body: { reason: '调解员是对方的同学' } })
    expect(await titles(dispatcher, id, 'avoidance.changed')).toEqual(['有人请求换调解员'])
    expect(await titles(mediator, id, 'avoidance.changed')).toEqual([])
    await dispatcher.call('avoidance.decide', { params: { id: requestId }, body: { granted: false, reason: '核实过，没有关系' } })
    expect(await titles(applicant, id, 'avoidance.changed')).toEqual(['没有同意换调解员'])
    expect(await titles(respondent, id, 'avoidance.changed')).toEqual([])
  })

  it('of a session that is near: everybody who still takes part', async () => {
    const { id, mediator, applicant, respondent } = await aTalk('提醒')
    const { recordCaseEvent } = await import('@server/modules/cases')
    const at = service.clock.now()
    const booking = {
      id: 'b',
      status: 'confirmed',
      startsAt: at,
      endsAt: at,
      changeableUntil: at,
      mode: 'phone',
      venue: null,
      mediator: { id: mediator.personId, name: mediator.user.name },
      meetingUrl: null,
      awaits: [],
    }
    await recordCaseEvent({ caseId: id, set: { booking } })
    for (const change of ['remindDay', 'remindHour'])
      await record({ caseId: id, type: 'booking.changed', data: { bookingId: 'b', change } })
    for (const who of [applicant, respondent, mediator])
      expect(await titles(who, id, 'booking.changed')).toEqual(['一小时后有一次见面', '明天有一次见面'])
    await respondent.call('parties.quit', { params: { id }, body: { quit: true } })
    await record({ caseId: id, type: 'booking.changed', data: { bookingId: 'b', change: 'cancelled' } })
    expect(await titles(respondent, id, 'booking.changed')).toHaveLength(2)
    expect(await titles(applicant, id, 'booking.changed')).toHaveLength(3)
  })
})
