import { aCase, aDispute, aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'

let service: Service
let applicant: Client
let mediator: Client

beforeAll(async () => {
  service = await aService()
  mediator = await aMediator(service, { name: '王秀兰', capacity: 200 })
  applicant = await service.login('李明')
})
afterAll(() => service?.close())

type Part = 'respondent' | 'representative' | 'helper'
const names = new Map<Client, string>()
const nameOf = (who: Client) => names.get(who) ?? ''
const somebody = async (): Promise<Client> => {
  const name = `人${Math.random().toString(36).slice(2, 9)}`
  const who = await service.login(name)
  names.set(who, name)
  return who
}
const invite = (who: Client, id: string, part: Part) => who.call('parties.invite', { params: { id }, body: { part } })
const answer = (who: Client, code: string, agree = true) => who.raw('POST', '/api/party-invitations/answer', { body: { code, agree } })
const tryInvite = (who: Client, id: string, part: Part) => who.raw('POST', `/api/cases/${id}/invitations`, { body: { part } })
const join = async (by: Client, id: string, part: Part): Promise<Client> => {
  const { code } = await invite(by, id, part)
  const who = await somebody()
  expect((await answer(who, code)).body).toEqual({ caseId: id, agreed: true })
  return who
}
const status = async (who: Client, id: string) => (await who.raw('GET', `/api/cases/${id}`)).status

describe('the respondent', () => {
  it('takes the place of the person who was named, by the invitation and not by the telephone number', async () => {
    const { id } = await aDispute(service, applicant, { respondent: { name: '老钱', phone: '13900000002' } })
    const before = await mediator.call('cases.get', { params: { id } })
    const named = before.parties.find((party) => party.side === 'respondent')
    expect(named).toMatchObject({ name: '老钱', accepted: false, phoneMasked: '139****0002' })
    const respondent = await join(mediator, id, 'respondent')
    const after = await mediator.call('cases.get', { params: { id } })
    expect(after.parties.filter((party) => party.side === 'respondent')).toMatchObject([
      { id: named?.id, name: nameOf(respondent), accepted: true, phoneMasked: null },
    ])
    expect(await respondent.call('cases.get', { params: { id } })).toMatchObject({ relation: 'respondent' })
    expect((await respondent.call('cases.list', { query: { view: 'mine' } })).items.map((one) => one.id)).toContain(id)
  })
  it('reads nothing before, and nothing after declining, which the timeline tells to the applicant', async () => {
    const { id } = await aDispute(service, applicant)
    const invited = await somebody()
    const { code } = await invite(applicant, id, 'respondent')
    expect(await status(invited, id)).toBe(404)
    expect((await answer(invited, code, false)).body).toEqual({ caseId: null, agreed: false })
    expect(await status(invited, id)).toBe(404)
    const { timeline, parties } = await applicant.call('cases.get', { params: { id } })
    expect(timeline.at(-1)).toMatchObject({ type: 'party.declined', text: '对方当事人不愿参加' })
    expect(JSON.stringify({ timeline, parties })).not.toContain(nameOf(invited))
    expect((await answer(await somebody(), code)).body).toMatchObject({ status: 409, code: 'invitation_used' })
  })
  it('can be invited again after declining, but not when already in', async () => {
    const { id } = await aDispute(service, applicant)
    await answer(await somebody(), (await invite(applicant, id, 'respondent')).code, false)
    const spare = await invite(mediator, id, 'respondent')
    await join(applicant, id, 'respondent')
    expect((await tryInvite(mediator, id, 'respondent')).body).toMatchObject({ status: 409, code: 'already_exists' })
    expect((await answer(await somebody(), spare.code)).body).toMatchObject({ status: 409, code: 'invitation_used' })
  })
  it('of an anonymous applicant does not learn the name', async () => {
    const { id } = await aDispute(service, applicant, { anonymous: true })
    const respondent = await join(applicant, id, 'respondent')
    expect(JSON.stringify(await respondent.call('cases.get', { params: { id } }))).not.toContain('李明')
  })
})

describe('an invitation', () => {
  it('has one winner when many use it at once', async () => {
    const { id } = await aDispute(service, applicant)
    const { code } = await invite(applicant, id, 'respondent')
    const people = await Promise.all(Array.from({ length: 12 }, somebody))
    const answers = await Promise.all(people.map((who) => answer(who, code)))
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1)
    expect(answers.filter((one) => one.status === 409).map((one) => one.body.code)).toEqual(Array(11).fill('invitation_used'))
    const { parties } = await mediator.call('cases.get', { params: { id } })
    expect(parties.filter((party) => party.side === 'respondent')).toHaveLength(1)
  })
  it('answered again by the same person with the same answer changes nothing', async () => {
    const { id } = await aDispute(service, applicant)
    const [yes, no] = [await invite(applicant, id, 'respondent'), await invite(applicant, id, 'helper')]
    const invited = await somebody()
    const twins = await Promise.all([answer(invited, yes.code), answer(invited, yes.code)])
    expect(twins.map(({ status, body }) => [status, body.caseId])).toEqual([
      [200, id],
      [200, id],
    ])
    expect((await answer(invited, yes.code)).body).toEqual({ caseId: id, agreed: true })
    expect((await answer(invited, yes.code, false)).body).toMatchObject({ status: 409, code: 'invitation_used' })
    const other = await somebody()
    for (let n = 0; n < 2; n += 1) expect((await answer(other, no.code, false)).body).toEqual({ caseId: null, agreed: false })
    const { parties } = await mediator.call('cases.get', { params: { id } })
    expect(parties.filter((party) => party.side === 'respondent')).toHaveLength(1)
  })
  it('is good for seven days', async () => {
    const { id } = await aDispute(service, applicant)
    const invited = await somebody()
    const { code, expiresAt } = await invite(applicant, id, 'respondent')
    expect(Math.round((Date.parse(expiresAt) - service.clock.now().getTime()) / 86_400_000)).toBe(7)
    const { PartyInvitationModel } = await import('@server/modules/cases/party-invitation.model')
    await PartyInvitationModel.updateMany({}, { $set: { expiresAt: service.clock.now() } })
    expect((await answer(invited, code)).body).toMatchObject({ status: 409, code: 'invitation_expired' })
    expect(await status(invited, id)).toBe(404)
  })
  it('is not found under another code, and is not kept readable', async () => {
    const { id } = await aDispute(service, applicant)
    const { code } = await invite(applicant, id, 'respondent')
    expect((await answer(applicant, `${code}x`)).status).toBe(404)
    expect((await applicant.raw('POST', '/api/party-invitations/answer', { body: { code: { $gt: '' }, agree: true } })).status).toBe(400)
    const { PartyInvitationModel } = await import('@server/modules/cases/party-invitation.model')
    expect(JSON.stringify(await PartyInvitationModel.find().lean())).not.toContain(code)
  })
  it('asked for twice under one key is one invitation with one code', async () => {
    const { id } = await aDispute(service, applicant)
    const ask = (part: Part) =>
      applicant.raw('POST', `/api/cases/${id}/invitations`, { body: { part }, headers: { 'Idempotency-Key': `invite-${id}` } })
    const [first, again, other] = [await ask('respondent'), await ask('respondent'), await ask('helper')]
    expect([first.status, again.status, other.status]).toEqual([201, 200, 422])
    expect(again.body).toEqual(first.body)
  })
  it('cannot be made for a case that is over', async () => {
    const { id, revision } = await aDispute(service, applicant)
    const { code } = await invite(applicant, id, 'respondent')
    await applicant.call('cases.move', { params: { id }, body: { move: 'withdraw', revision, reason: '和好了' } })
    expect((await tryInvite(applicant, id, 'helper')).status).toBe(409)
    expect((await answer(await somebody(), code)).status).toBe(409)
  })
  it('is not made without end', async () => {
    const { id } = await aDispute(service, applicant)
    const answers = []
    for (let n = 0; n < 20; n += 1) answers.push((await tryInvite(applicant, id, 'helper')).status)
    expect(answers.slice(0, 15).every((one) => one === 201)).toBe(true)
    expect(answers.at(-1)).toBe(409)
  })
})

describe('who has the case cannot be a party of it', () => {
  it('neither the mediator nor the colleagues of the queue', async () => {
    const { id } = await aDispute(service, applicant)
    const { code } = await invite(applicant, id, 'respondent')
    expect((await answer(mediator, code)).status).toBe(403)
    const { revision } = await mediator.call('cases.get', { params: { id } })
    await mediator.call('cases.move', { params: { id }, body: { move: 'handBack', revision, reason: '请换人' } })
    const dispatcher = await service.staff('dispatcher')
    expect((await answer(dispatcher, code)).status).toBe(403)
    // Nothing was used up by those who may not.
    expect((await answer(await somebody(), code)).status).toBe(200)
  })
  it('nor who is one already', async () => {
    const { id } = await aDispute(service, applicant)
    const { code } = await invite(applicant, id, 'respondent')
    expect((await answer(applicant, code)).status).toBe(409)
  })
})

describe('helpers and representatives', () => {
  it('are invited by a party for the own side only', async () => {
    const { id } = await aDispute(service, applicant)
    const respondent = await join(applicant, id, 'respondent')
    const helper = await join(respondent, id, 'helper')
    expect((await mediator.call('cases.get', { params: { id } })).parties).toContainEqual(
      expect.objectContaining({ part: 'helper', side: 'respondent', name: nameOf(helper) }),
    )
    expect((await tryInvite(mediator, id, 'helper')).status).toBe(403)
    expect((await tryInvite(respondent, id, 'respondent')).status).toBe(403)
    expect((await tryInvite(helper, id, 'helper')).status).toBe(403)
  })
  it('read: a helper only reads, a representative acts for the side', async () => {
    const { id } = await aCase(service, applicant)
    const helper = await join(applicant, id, 'helper')
    const representative = await join(applicant, id, 'representative')
    await applicant.call('messages.send', { params: { id }, body: { room: 'applicant', text: '帮我看看' } })
    expect((await helper.call('messages.list', { params: { id } })).items).toHaveLength(1)
    expect((await helper.raw('POST', `/api/cases/${id}/messages`, { body: { room: 'applicant', text: '我说' } })).status).toBe(403)
    expect((await helper.call('cases.get', { params: { id } })).can).toEqual([])
    const said = await representative.call('messages.send', { params: { id }, body: { room: 'applicant', text: '我代他说' } })
    expect(said.by).toBe(`${nameOf(representative)} 申请人的代理人`)
  })
  it('are taken off by their side, by the owner or by themselves, and read nothing afterwards', async () => {
    const { id } = await aDispute(service, applicant)
    const respondent = await join(applicant, id, 'respondent')
    const helpers = [await join(applicant, id, 'helper'), await join(applicant, id, 'helper'), await join(applicant, id, 'helper')]
    const { parties } = await mediator.call('cases.get', { params: { id } })
    const idOf = (who: Client) => parties.find((party) => party.name === nameOf(who))?.id ?? ''
    const [first, second, third] = helpers as [Client, Client, Client]
    const off = (by: Client, whom: Client) => by.raw('DELETE', `/api/cases/${id}/parties/${idOf(whom)}`)
    expect((await off(respondent, first)).status).toBe(403)
    expect((await off(second, first)).status).toBe(403)
    for (const [by, whom] of [
      [applicant, first],
      [mediator, second],
      [third, third],
    ] as const) {
      expect((await off(by, whom)).status).toBe(200)
      expect(await status(whom, id)).toBe(404)
      expect((await whom.call('cases.list', { query: { view: 'mine' } })).items).toEqual([])
    }
    expect((await off(applicant, respondent)).status).toBe(403)
    expect((await applicant.raw('DELETE', `/api/cases/${id}/parties/nobody`)).status).toBe(404)
  })
  it('are taken off once, however many do it at the same moment, and it is told once', async () => {
    const { id } = await aDispute(service, applicant)
    const helper = await join(applicant, id, 'helper')
    const partyId = (await mediator.call('cases.get', { params: { id } })).parties.find((party) => party.name === nameOf(helper))?.id
    const off = () => [applicant, mediator, helper].map((by) => by.raw('DELETE', `/api/cases/${id}/parties/${partyId}`))
    const answers = await Promise.all([...off(), ...off()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404, 404])
    const { timeline } = await applicant.call('cases.get', { params: { id } })
    expect(timeline.filter(({ type }) => type === 'party.revoked')).toHaveLength(1)
    expect((await helper.call('cases.list', { query: { view: 'mine' } })).items).toEqual([])
  })
})

describe("a party's telephone number", () => {
  it('is told to the owner, who is noted down for it, and to nobody else', async () => {
    const { id } = await aDispute(service, applicant, { respondent: { name: '老孙', phone: '13900000003' } })
    const { parties } = await mediator.call('cases.get', { params: { id } })
    const party = parties.find((one) => one.side === 'respondent')
    const params = { id, partyId: party?.id ?? '' }
    expect(await mediator.call('parties.phone', { params })).toEqual({ phone: '13900000003' })
    expect((await mediator.raw('GET', `/api/cases/${id}/parties/nobody/phone`)).status).toBe(404)
    const path = `/api/cases/${id}/parties/${params.partyId}/phone`
    expect((await applicant.raw('GET', path)).status).toBe(403)
    expect((await (await service.staff('dispatcher')).raw('GET', path)).status).toBe(403)
    expect((await (await somebody()).raw('GET', path)).status).toBe(404)
    const { items } = await applicant.call('cases.reads', { params: { id } })
    expect(items.filter((one) => one.what === 'phone')).toMatchObject([{ by: '王秀兰', role: '调解员' }])
  })
})
