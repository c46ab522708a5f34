import { aCase, aMediator } from '@tests/support/factories'
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

const quit = (who: Client, id: string, leaves: boolean, reason?: string) =>
  who.raw('POST', `/api/cases/${id}/quit`, { body: { quit: leaves, ...(reason ? { reason } : {}) } })
const move = async (who: Client, id: string, name: string, over: object = {}) =>
  who.raw('POST', `/api/cases/${id}/moves`, { body: { move: name, revision: (await seen(who, id)).revision, ...over } })

describe('leaving the mediation', () => {
  it('takes the consent away: mediation is not begun, and the owner sees why; coming back gives it again', async () => {
    const { id, respondent } = await aTalk(service, applicant)
    await move(mediator, id, 'accept')
    const left = await quit(respondent, id, true, '想直接去法院')
    expect(left.status).toBe(200)
    const view = await seen(mediator, id)
    expect(view.timeline.at(-1)).toMatchObject({ type: 'party.quit', text: '对方退出调解：想直接去法院' })
    expect(view.parties.find((one) => one.side === 'respondent')).toMatchObject({ quit: true })
    expect(view.can).not.toContain('startMediation')
    for (const over of [{}, { respondentConsent: 'phone' }])
      expect((await move(mediator, id, 'startMediation', over)).body).toMatchObject({ status: 409, code: 'move_not_allowed' })
    expect((await quit(respondent, id, false)).status).toBe(200)
    expect((await seen(applicant, id)).timeline.at(-1)).toMatchObject({ type: 'party.rejoined', text: '对方重新参加调解' })
    expect((await move(mediator, id, 'startMediation')).body.status).toBe('mediating')
  })
  it('is the right of the applicant too: nothing is agreed without them', async () => {
    const { id } = await aTalk(service, applicant)
    await move(mediator, id, 'accept')
    await move(mediator, id, 'startMediation')
    await quit(applicant, id, true)
    expect((await move(mediator, id, 'agree')).body.code).toBe('move_not_allowed')
    expect((await seen(mediator, id)).can).not.toContain('agree')
    expect((await move(mediator, id, 'fail', { reason: '申请人不愿再谈' })).body.status).toBe('failed')
  })
  it('closes the joint room, and keeps the own room to the mediator', async () => {
    const { id, respondent } = await aTalk(service, applicant)
    for (const side of [applicant, respondent]) await side.call('rooms.joint', { params: { id }, body: { open: true } })
    await quit(respondent, id, true)
    expect((await seen(applicant, id)).jointRoom.open).toBe(false)
    const room = (name: string) => respondent.raw('POST', `/api/cases/${id}/messages`, { body: { room: name, text: '您好' } })
    expect([(await room('joint')).status, (await room('respondent')).status]).toEqual([403, 201])
  })
  it('of one of several leaves the others in it', async () => {
    const { id } = await aTalk(service, applicant)
    const [neighbour] = (await coApplicants(service, applicant, id, 1)) as [Client]
    await quit(neighbour, id, true)
    expect((await seen(mediator, id)).timeline.at(-1)?.text).toBe('申请人一方有人退出调解')
    await move(mediator, id, 'accept')
    expect((await move(mediator, id, 'startMediation')).status).toBe(200)
  })
  it('twice is told once, and twenty at once leave once', async () => {
    const { id, respondent } = await aTalk(service, applicant)
    const { timeline } = await seen(applicant, id)
    const answers = await Promise.all(Array.from({ length: 20 }, () => quit(respondent, id, true)))
    expect(answers.every((one) => one.status === 200)).toBe(true)
    expect((await seen(applicant, id)).timeline).toHaveLength(timeline.length + 1)
  })
  it('is nothing for handlers, helpers, or about what is not mediated or is over', async () => {
    const { id, respondent } = await aTalk(service, applicant)
    const helper = await join({ by: applicant, id, body: { part: 'helper' }, who: await somebody(service) })
    for (const who of [mediator, helper]) expect((await quit(who, id, true)).status).toBe(403)
    expect((await quit(await somebody(service), id, true)).status).toBe(404)
    expect((await applicant.raw('POST', `/api/cases/${id}/quit`, { body: { quit: 'yes' } })).body.errors[0].path).toBe('quit')
    const complaint = await aCase(service, applicant)
    expect((await quit(applicant, complaint.id, true)).status).toBe(409)
    await move(applicant, id, 'withdraw', { reason: '和好了' })
    expect((await quit(respondent, id, true)).status).toBe(409)
  })
})

describe('a minor', () => {
  it('is marked by the owner, may leave alone, and comes back with a guardian', async () => {
    const { id, respondent } = await aTalk(service, applicant)
    const partyId = await partyIdOf(respondent, id)
    const mark = (who: Client, of: string, minor: unknown) => who.raw('PATCH', `/api/cases/${id}/parties/${of}`, { body: { minor } })
    expect((await mark(applicant, partyId, true)).status).toBe(403)
    expect((await mark(mediator, 'nobody', true)).status).toBe(404)
    expect((await mark(mediator, partyId, 1)).status).toBe(400)
    expect((await mark(mediator, partyId, true)).status).toBe(200)
    const { timeline, parties } = await seen(mediator, id)
    expect(parties.find((one) => one.id === partyId)).toMatchObject({ minor: true })
    await mark(mediator, partyId, true)
    expect((await seen(mediator, id)).timeline).toHaveLength(timeline.length)
    expect((await quit(respondent, id, true)).status).toBe(200)
    expect((await quit(respondent, id, false)).status).toBe(403)
    const body = { part: 'guardian', actsFor: partyId } as const
    const mother = await join({ by: mediator, id, body, who: await somebody(service) })
    expect((await quit(mother, id, false)).status).toBe(200)
    expect((await seen(mother, id)).parties.find((one) => one.me)).toMatchObject({ part: 'guardian', actsFor: partyId, side: 'respondent' })
  })
})
