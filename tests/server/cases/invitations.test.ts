import { aDispute, aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { answer, aTalk, invite, join, partyIdOf, seen, somebody, tryInvite } from './sides'

let service: Service
let applicant: Client
let mediator: Client

beforeAll(async () => {
  service = await aService()
  mediator = await aMediator(service, { name: '王秀兰', capacity: 200 })
  applicant = await service.login('李明')
})
afterAll(() => service?.close())

const preview = (code: unknown) => service.anonymous.raw('POST', '/api/party-invitations/preview', { body: { code } })

describe('a preview', () => {
  it('tells whoever has the code what it is about and who asks, before any login, and nothing of what was written', async () => {
    const { id, title } = await aDispute(service, applicant, { category: 'neighbour.leak' })
    const { code, expiresAt } = await invite(applicant, id, { part: 'respondent' })
    const { status, body } = await preview(code)
    expect(status).toBe(200)
    expect(body).toEqual({
      part: 'respondent',
      kind: 'dispute',
      categoryName: expect.any(String),
      regionName: expect.stringContaining('桥头村'),
      invitedBy: '李明',
      mediator: { name: '王秀兰', organisationName: '桥头村人民调解委员会' },
      expiresAt,
      booking: null,
    })
    expect(JSON.stringify(body)).not.toContain(title)
    expect((await preview(code)).status).toBe(200)
  })
  it('keeps back the name of an anonymous applicant from the other side, but not the name of the mediator', async () => {
    const { id } = await aDispute(service, applicant, { anonymous: true })
    expect((await preview((await invite(applicant, id, { part: 'respondent' })).code)).body.invitedBy).toBe('匿名居民')
    expect((await preview((await invite(mediator, id, { part: 'respondent' })).code)).body.invitedBy).toBe('王秀兰')
    expect((await preview((await invite(applicant, id, { part: 'helper' })).code)).body.invitedBy).toBe('李明')
  })
  it('shows a session that is already proposed', async () => {
    const { id } = await aDispute(service, applicant)
    const { code } = await invite(applicant, id, { part: 'respondent' })
    const { CaseModel } = await import('@server/modules/cases/case.model')
    const at = (hours: number) => new Date(service.clock.now().getTime() + hours * 3_600_000)
    const venue = { id: 'v', name: '桥头村调解室', address: '村部一楼', room: '一号室' }
    const mediatorOf = { id: mediator.personId, name: '王秀兰' }
    const put = (booking: object) => CaseModel.updateOne({ _id: id }, { $set: { booking } })
    const booking = {
      id: 'b',
      status: 'proposed',
      startsAt: at(24),
      endsAt: at(25),
      mode: 'onsite',
      venue,
      mediator: mediatorOf,
      meetingUrl: null,
    }
    await put({ ...booking, awaits: ['respondent'] })
    expect((await preview(code)).body.booking).toMatchObject({ mode: 'onsite', place: '桥头村调解室 一号室 村部一楼' })
    for (const over of [{ status: 'cancelled' }, { status: 'held' }, { startsAt: at(-1) }]) {
      await put({ ...booking, awaits: [], ...over })
      expect((await preview(code)).body.booking).toBeNull()
    }
    await CaseModel.updateOne({ _id: id }, { $set: { booking: null } })
  })
  it('is refused for codes that are unknown, used, expired, or of a case that is over', async () => {
    const { id } = await aDispute(service, applicant)
    expect((await preview('AAAAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404)
    for (const code of ['short', { $gt: '' }, undefined])
      expect((await preview(code)).body).toMatchObject({ status: 400, errors: [{ path: 'code' }] })
    const used = await invite(applicant, id, { part: 'respondent' })
    await answer(await somebody(service), used.code, false)
    expect((await preview(used.code)).body).toMatchObject({ status: 409, code: 'invitation_used' })
    const old = await invite(applicant, id, { part: 'helper' })
    const { PartyInvitationModel } = await import('@server/modules/cases/party-invitation.model')
    await PartyInvitationModel.updateOne({ _id: old.id }, { $set: { expiresAt: service.clock.now() } })
    expect((await preview(old.code)).body).toMatchObject({ status: 409, code: 'invitation_expired' })
    const late = await invite(applicant, id, { part: 'helper' })
    const { revision } = await seen(applicant, id)
    await applicant.call('cases.move', { params: { id }, body: { move: 'withdraw', revision, reason: '和好了' } })
    expect((await preview(late.code)).body).toMatchObject({ status: 409, code: 'conflict' })
  })
})

describe('the owner invites for either side', () => {
  it('and has to say for which, and for whom', async () => {
    const { id, respondent } = await aTalk(service, applicant)
    const refused = async (body: object) => (await tryInvite(mediator, id, body)).body
    expect(await refused({ part: 'coParty' })).toMatchObject({ status: 400, errors: [{ path: 'side', code: 'required' }] })
    expect(await refused({ part: 'guardian', actsFor: 'nobody' })).toMatchObject({ errors: [{ path: 'actsFor', code: 'unknown_party' }] })
    const other = await partyIdOf(respondent, id)
    expect(await refused({ part: 'guardian', side: 'applicant', actsFor: other })).toMatchObject({ errors: [{ path: 'actsFor' }] })
    expect(await refused({ part: 'helper', side: 'applicant' })).toMatchObject({ status: 403 })
    expect(await refused({ part: 'coParty', side: 'staff' })).toMatchObject({ status: 400, errors: [{ path: 'side' }] })
    const second = await join({ by: mediator, id, body: { part: 'coParty', side: 'respondent' }, who: await somebody(service) })
    const third = await join({ by: mediator, id, body: { part: 'representative', actsFor: other }, who: await somebody(service) })
    expect((await seen(second, id)).parties.find((one) => one.me)).toMatchObject({ side: 'respondent', part: 'party' })
    expect((await seen(third, id)).parties.find((one) => one.me)).toMatchObject({ part: 'representative', actsFor: other, authority: null })
    // With two on the side it has to be said who is meant.
    expect(await refused({ part: 'representative', side: 'respondent' })).toMatchObject({ errors: [{ path: 'actsFor', code: 'required' }] })
  })
  it('but not one more respondent before the first', async () => {
    const { id } = await aDispute(service, applicant)
    expect((await tryInvite(mediator, id, { part: 'coParty', side: 'respondent' })).body.code).toBe('conflict')
  })
  it('a guardian for a respondent who is a child without an account, whose consent the guardian gives', async () => {
    const { id } = await aDispute(service, applicant)
    const { parties } = await seen(mediator, id)
    const child = parties.find((one) => one.side === 'respondent')?.id ?? ''
    await mediator.call('parties.change', { params: { id, partyId: child }, body: { minor: true } })
    const mother = await join({ by: mediator, id, body: { part: 'guardian', actsFor: child }, who: await somebody(service) })
    for (const move of ['accept', 'startMediation'] as const) {
      const { revision } = await seen(mediator, id)
      await mediator.call('cases.move', { params: { id }, body: { move, revision } })
    }
    expect(await seen(mother, id)).toMatchObject({ status: 'mediating', relation: 'respondent' })
    const said = await mother.call('messages.send', { params: { id }, body: { room: 'respondent', text: '我代孩子说' } })
    expect(said.by).toContain('对方当事人的监护人')
  })
})

describe('a party invites', () => {
  it('for the own side and for themselves only', async () => {
    const { id, respondent } = await aTalk(service, applicant)
    const neighbour = await join({ by: applicant, id, body: { part: 'coParty' }, who: await somebody(service) })
    const [own, others] = [await partyIdOf(applicant, id), await partyIdOf(neighbour, id)]
    expect((await tryInvite(applicant, id, { part: 'coParty', side: 'respondent' })).status).toBe(403)
    expect((await tryInvite(applicant, id, { part: 'representative', actsFor: others })).status).toBe(403)
    expect((await tryInvite(applicant, id, { part: 'guardian', actsFor: await partyIdOf(respondent, id) })).status).toBe(403)
    const aide = await join({ by: applicant, id, body: { part: 'representative' }, who: await somebody(service) })
    expect((await seen(aide, id)).parties.find((one) => one.me)).toMatchObject({ actsFor: own, side: 'applicant' })
    expect((await seen(respondent, id)).timeline.map((one) => one.text)).toContain('申请人的共同当事人已同意参加')
    expect((await seen(neighbour, id)).can).toEqual(expect.arrayContaining(['inviteParty', 'inviteHelper', 'quit', 'chooseSpeakers']))
  })
  it('who takes part already only to act for others of the own side', async () => {
    const { id, respondent } = await aTalk(service, applicant)
    const child = await join({ by: applicant, id, body: { part: 'coParty' }, who: await somebody(service) })
    const childId = await partyIdOf(child, id)
    await mediator.call('parties.change', { params: { id, partyId: childId }, body: { minor: true } })
    const guardian = await invite(mediator, id, { part: 'guardian', actsFor: childId })
    expect((await answer(respondent, guardian.code)).status).toBe(409)
    expect((await answer(applicant, guardian.code)).status).toBe(200)
    const seats = (await seen(applicant, id)).parties.filter((one) => one.me)
    expect(seats.map((one) => one.part).sort()).toEqual(['guardian', 'party'])
    const again = await invite(mediator, id, { part: 'guardian', actsFor: childId })
    expect((await answer(applicant, again.code)).status).toBe(409)
    const co = await invite(mediator, id, { part: 'coParty', side: 'applicant' })
    expect((await answer(applicant, co.code)).status).toBe(409)
    // Taken off as a guardian, they are still a party.
    const seat = seats.find((one) => one.part === 'guardian')?.id ?? ''
    expect((await child.raw('DELETE', `/api/cases/${id}/parties/${seat}`)).status).toBe(403)
    expect((await mediator.raw('DELETE', `/api/cases/${id}/parties/${seat}`)).status).toBe(200)
    expect((await applicant.call('cases.list', { query: { view: 'mine' } })).items.map((one) => one.id)).toContain(id)
  })
})

describe('somebody who has not said a name', () => {
  /** Logs in for the first time, as WeChat lets one: without a name. */
  const nameless = async (who: string) => {
    const client = await service.login(who)
    const { PersonModel } = await import('@server/modules/identity/person.model')
    await PersonModel.updateOne({ _id: client.personId }, { name: '微信用户' })
    return client
  }

  it('is called in the case what the inviter or the application calls them; a name of their own stays', async () => {
    for (const [who, body, expected] of [
      ['无名一', { part: 'respondent' }, '老钱'],
      ['无名二', { part: 'respondent', name: '钱大爷' }, '钱大爷'],
    ] as const) {
      const { id } = await aDispute(service, applicant, { preferredMediatorId: mediator.personId })
      const client = await nameless(who)
      await answer(client, (await invite(applicant, id, body)).code)
      const { name } = await client.call('me.get')
      expect(name).toBe(expected)
    }
    const { id } = await aDispute(service, applicant)
    // The name has served; it would outlive whoever is erased.
    const { PartyInvitationModel } = await import('@server/modules/cases/party-invitation.model')
    expect(await PartyInvitationModel.distinct('name', { state: 'accepted' })).toEqual([''])
    const named = await service.login('钱有名')
    await answer(named, (await invite(applicant, id, { part: 'respondent', name: '老钱' })).code)
    expect((await named.call('me.get')).name).toBe('钱有名')
  })
})
