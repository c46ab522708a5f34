import { aCase, aDispute, aMediator } from '@tests/support/factories'
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

const wish = (who: Client, id: string, open: boolean) => who.raw('PUT', `/api/cases/${id}/joint-room`, { body: { open } })
const say = (who: Client, id: string, text: string) => who.raw('POST', `/api/cases/${id}/messages`, { body: { room: 'joint', text } })
const heard = async (who: Client, id: string) =>
  (await who.call('messages.list', { params: { id }, query: { room: 'joint' } })).items.map((one) => one.text)

describe('the joint room', () => {
  it('is open once both sides want it, and every step is told to both', async () => {
    const { id, respondent } = await aTalk(service, applicant)
    expect((await seen(applicant, id)).jointRoom).toEqual({ applicant: false, respondent: false, open: false })
    for (const who of [applicant, respondent, mediator]) expect((await say(who, id, '早')).status).toBe(409)
    expect((await wish(applicant, id, true)).body.jointRoom).toEqual({ applicant: true, respondent: false, open: false })
    expect((await say(applicant, id, '还没开')).body.code).toBe('conflict')
    expect((await wish(respondent, id, true)).body.jointRoom.open).toBe(true)
    for (const who of [applicant, respondent, mediator]) expect((await say(who, id, '大家好')).status).toBe(201)
    expect((await seen(respondent, id)).timeline.map((one) => one.type).slice(-2)).toEqual(['room.wanted', 'room.opened'])
  })
  it('is closed by either for both; what was said stays to be read by both', async () => {
    const { id, respondent } = await aTalk(service, applicant)
    for (const side of [applicant, respondent]) await wish(side, id, true)
    await say(applicant, id, '我先说')
    expect((await wish(respondent, id, false)).body.jointRoom).toEqual({ applicant: false, respondent: false, open: false })
    expect((await say(applicant, id, '再说一句')).status).toBe(409)
    for (const who of [applicant, respondent, mediator]) expect(await heard(who, id)).toEqual(['我先说'])
    // To talk again, both have to want it again.
    expect((await wish(respondent, id, true)).body.jointRoom.open).toBe(false)
  })
  it('is not opened by the mediator, a helper, or anybody as long as the other side is not in', async () => {
    const { id } = await aDispute(service, applicant)
    expect((await wish(applicant, id, true)).status).toBe(409)
    const talk = await aTalk(service, applicant)
    const helper = await join({ by: applicant, id: talk.id, body: { part: 'helper' }, who: await somebody(service) })
    for (const who of [mediator, helper]) expect((await wish(who, talk.id, true)).status).toBe(403)
    expect((await wish(await somebody(service), talk.id, true)).status).toBe(404)
    const complaint = await aCase(service, applicant)
    expect((await wish(applicant, complaint.id, true)).status).toBe(409)
    expect((await applicant.raw('PUT', `/api/cases/${talk.id}/joint-room`, { body: { open: 'yes' } })).status).toBe(400)
  })
  it('asked for twice is told once, and both at once open it', async () => {
    const { id, respondent } = await aTalk(service, applicant)
    const { timeline } = await seen(applicant, id)
    const wishes = await Promise.all([applicant, respondent, applicant, respondent, applicant].map((who) => wish(who, id, true)))
    expect(wishes.map((one) => one.status)).toEqual([200, 200, 200, 200, 200])
    const after = await seen(applicant, id)
    expect(after.jointRoom.open).toBe(true)
    expect(after.timeline.slice(timeline.length).map((one) => one.type)).toEqual(['room.wanted', 'room.opened'])
  })
  it('is offered to each side as it stands', async () => {
    const { id, respondent } = await aTalk(service, applicant)
    const rooms = async (who: Client) => (await seen(who, id)).can.filter((one) => one.endsWith('JointRoom'))
    expect([await rooms(applicant), await rooms(respondent), await rooms(mediator)]).toEqual([['openJointRoom'], ['openJointRoom'], []])
    await wish(applicant, id, true)
    expect([await rooms(applicant), await rooms(respondent)]).toEqual([['closeJointRoom'], ['openJointRoom']])
  })
  it('hears of a side only those whom it chose', async () => {
    const { id, respondent } = await aTalk(service, applicant)
    const [neighbour] = (await coApplicants(service, applicant, id, 1)) as [Client]
    for (const side of [applicant, respondent]) await wish(side, id, true)
    expect((await say(neighbour, id, '我也说')).status).toBe(201)
    const speaker = await partyIdOf(applicant, id)
    for (const who of [applicant, neighbour]) await who.call('parties.speakers', { params: { id }, body: { partyIds: [speaker] } })
    expect((await say(neighbour, id, '还想说')).status).toBe(403)
    expect((await wish(neighbour, id, false)).status).toBe(403)
    expect((await say(applicant, id, '由我来说')).status).toBe(201)
    expect(await heard(neighbour, id)).toContain('由我来说')
    const own = await neighbour.raw('POST', `/api/cases/${id}/messages`, { body: { room: 'applicant', text: '和调解员说' } })
    expect(own.status).toBe(201)
  })
})
