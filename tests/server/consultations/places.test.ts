import { PlaceListModel } from '@server/modules/consultations/place.model'
import { toObjectId } from '@server/platform/database'
import { aService, type Client, type Service } from '@tests/support/service'
import {
  aMeeting,
  checkIn,
  invite,
  leave,
  meetingIn,
  numbersOf,
  placeOf,
  raw,
  signUp,
  tryCheckIn,
  tryInvite,
  tryLeave,
  trySignUp,
} from './meetings'
import { aStage, aTopicIn, leadTo, move, proposeAs, read, residents, type Stage, settle, toldAbout } from './stages'

const GIVEN = '您有协商会的名额了'
const HOUR = 3_600_000

let service: Service
let stage: Stage
let crowd: Client[]
const one = (index: number): Client => crowd[index] as Client
beforeAll(async () => {
  service = await aService()
  await service.clock.set('2026-11-26T09:00:00+08:00')
  stage = await aStage(service)
  crowd = await residents(service, 200, '到会')
})
afterAll(() => service?.close())

const listOf = async (id: string) => (await PlaceListModel.findById(toObjectId(id)).lean())?.entries ?? []

describe('places at a meeting', () => {
  it('go to exactly as many as there are, when two hundred press at once, some of them twice', async () => {
    const id = await aMeeting(stage, 30)
    await Promise.all([...crowd, ...crowd.slice(0, 50)].map((client) => signUp(client, id)))
    expect(await numbersOf(one(0), id)).toEqual({ taken: 30, waiting: 170, checkedIn: 0 })
    const entries = await listOf(id)
    expect(new Set(entries.map(({ personId }) => personId)).size).toBe(200)
    expect(entries).toHaveLength(200)
    // In order of arrival: whoever came first is in, the others wait in that order.
    expect(entries.map(({ state }) => state)).toEqual([...Array(30).fill('in'), ...Array(170).fill('waiting')])
    const positions = await Promise.all(crowd.map(async (client) => (await placeOf(client, id))?.position))
    expect(positions.filter((position) => position === null)).toHaveLength(30)
    const waiting = entries.slice(30).map(({ personId }) => personId)
    for (const [index, client] of crowd.entries())
      if (positions[index] !== null) expect(waiting[(positions[index] ?? 0) - 1]).toBe(client.personId)
  })

  it('are handed to those who waited longest when many leave at once; each is told once', async () => {
    const id = await aMeeting(stage, 5)
    for (const client of crowd.slice(0, 12)) await signUp(client, id)
    await Promise.all(crowd.slice(0, 3).flatMap((client) => [leave(client, id), leave(client, id)]))
    await settle(service)
    await settle(service)
    const entries = await listOf(id)
    expect(entries.map(({ personId, state }) => [personId, state])).toEqual(
      crowd.slice(3, 12).map((client, index) => [client.personId, index < 5 ? 'in' : 'waiting']),
    )
    for (const client of crowd.slice(5, 8)) expect((await toldAbout(client, id)).filter((title) => title === GIVEN)).toHaveLength(1)
    for (const client of [one(3), one(4), ...crowd.slice(8, 12)]) expect(await toldAbout(client, id)).not.toContain(GIVEN)
    expect(await placeOf(one(8), id)).toMatchObject({ state: 'waiting', position: 1 })
    expect(await placeOf(one(0), id)).toBeNull()
  })

  it('nobody is told who has left again before the word went out', async () => {
    const id = await aMeeting(stage, 1)
    for (const client of crowd.slice(0, 3)) await signUp(client, id)
    await leave(one(0), id)
    await leave(one(1), id)
    await settle(service)
    expect(await toldAbout(one(1), id)).not.toContain(GIVEN)
    expect(await toldAbout(one(2), id)).toContain(GIVEN)
  })

  it('stay full and never more than full when people come and go at the same time', async () => {
    const id = await aMeeting(stage, 10)
    await Promise.all(crowd.slice(0, 40).map((client) => signUp(client, id)))
    await Promise.all([
      ...crowd.slice(0, 15).map((client) => leave(client, id)),
      ...crowd.slice(40, 60).map((client) => signUp(client, id)),
    ])
    expect(await numbersOf(one(0), id)).toEqual({ taken: 10, waiting: 35, checkedIn: 0 })
    const entries = await listOf(id)
    expect(entries.findIndex(({ state }) => state === 'waiting')).toBe(10)
    expect(new Set(entries.map(({ personId }) => personId)).size).toBe(45)
  })

  it('cannot be taken before there is a meeting, nor once it has begun', async () => {
    const { id } = await aTopicIn(stage, 'open')
    expect(await trySignUp(one(0), id)).toMatchObject({ status: 409, body: { code: 'conflict' } })
    const soon = await aMeeting(stage, 5)
    await signUp(one(0), soon)
    await service.clock.advance(48 * HOUR)
    expect((await read(one(1), soon)).can).not.toContain('signUp')
    expect(await trySignUp(one(1), soon)).toMatchObject({ status: 409 })
    expect((await tryLeave(one(0), soon)).status).toBe(409)
  })

  it('of a topic that one may not see are not there', async () => {
    const id = await proposeAs(one(0))
    expect((await trySignUp(one(1), id)).status).toBe(404)
    expect((await trySignUp(one(1), 'nothing')).status).toBe(404)
  })

  it('bad input is refused with its field', async () => {
    const id = await aMeeting(stage, 3)
    expect(await trySignUp(one(0), id, '')).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: [{ path: 'code' }] } })
    const bad = await raw(stage.member, 'POST', `/api/consultations/${id}/invitations`, { body: { as: 'king', name: '' } })
    expect(bad.status).toBe(400)
    expect(bad.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(['as', 'name'])
  })
})

describe('another day for the meeting', () => {
  it('keeps all places, and gives new ones to those who wait', async () => {
    const id = await aMeeting(stage, 2)
    for (const client of crowd.slice(0, 5)) await signUp(client, id)
    await move(stage.member, id, { move: 'reschedule', meeting: meetingIn(stage, 96, 4) })
    await settle(service)
    expect((await listOf(id)).map(({ state }) => state)).toEqual(['in', 'in', 'in', 'in', 'waiting'])
    for (const client of crowd.slice(0, 5)) expect(await toldAbout(client, id)).toContain('协商会改期')
    expect(await toldAbout(one(2), id)).toContain(GIVEN)
    expect(await toldAbout(one(0), id)).not.toContain(GIVEN)
  })
  it('takes nobody’s place away when there are fewer', async () => {
    const id = await aMeeting(stage, 4)
    for (const client of crowd.slice(0, 5)) await signUp(client, id)
    await move(stage.member, id, { move: 'reschedule', meeting: meetingIn(stage, 96, 2) })
    await settle(service)
    expect((await listOf(id)).map(({ state }) => state)).toEqual(['in', 'in', 'in', 'in', 'waiting'])
    await leave(one(0), id)
    expect((await listOf(id)).map(({ state }) => state)).toEqual(['in', 'in', 'in', 'waiting'])
  })
})

describe('an invitation', () => {
  it('keeps a place until somebody comes with its code, once; of many who come one gets it', async () => {
    const id = await aMeeting(stage, 2)
    const { code, page, expiresAt } = await invite(stage.member, id)
    expect(page).toBe(`packages/consultation/pages/topic/index?id=${id}&code=${code}`)
    expect(expiresAt).toBe((await read(one(0), id)).meeting?.at)
    for (const client of crowd.slice(0, 3)) await signUp(client, id)
    expect(await numbersOf(one(0), id)).toMatchObject({ taken: 2, waiting: 2 })
    const answers = await Promise.all(crowd.slice(10, 30).map((client) => trySignUp(client, id, code)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const { status, body } of answers) if (status !== 200) expect(body).toMatchObject({ status: 409, code: 'invitation_used' })
    const won = one(10 + answers.findIndex(({ status }) => status === 200))
    expect(await placeOf(won, id)).toMatchObject({ state: 'in', as: 'neighbour' })
    // The same person again: nothing changes.
    expect((await trySignUp(won, id, code)).status).toBe(200)
    expect(await numbersOf(won, id)).toMatchObject({ taken: 2, waiting: 2 })
  })

  it('gives the public place of who takes it up to the first who waits', async () => {
    const id = await aMeeting(stage, 2)
    const { code } = await invite(stage.member, id)
    for (const client of crowd.slice(0, 3)) await signUp(client, id)
    await signUp(one(0), id, code)
    await settle(service)
    expect((await listOf(id)).map(({ personId, state }) => [personId, state])).toEqual([
      [one(0).personId, 'in'],
      [one(1).personId, 'in'],
      [one(2).personId, 'waiting'],
    ])
    expect(await toldAbout(one(1), id)).toContain(GIVEN)
  })

  it('asked for again with the same key is the same one; with other words it is refused', async () => {
    const id = await aMeeting(stage, 3)
    const key = { 'Idempotency-Key': 'invite-once' }
    const all = await Promise.all(Array.from({ length: 5 }, () => tryInvite(stage.member, id, key)))
    expect(all.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201])
    expect(new Set(all.map(({ body }) => body.code)).size).toBe(1)
    expect(await numbersOf(one(0), id)).toMatchObject({ taken: 1 })
    expect(await tryInvite(stage.member, id, key, '别人')).toMatchObject({ status: 422, body: { code: 'idempotency_mismatch' } })
    await signUp(one(0), id, all[0]?.body.code)
    await leave(one(0), id)
    expect(await tryInvite(stage.member, id, key)).toMatchObject({ status: 409, body: { code: 'taken_back' } })
    expect(await numbersOf(one(0), id)).toMatchObject({ taken: 0 })
  })

  it('goes no further than the places, and passes nobody over who waits', async () => {
    const id = await aMeeting(stage, 3)
    const all = await Promise.all(Array.from({ length: 8 }, (_, index) => tryInvite(stage.office, id, {}, `客人${index}`)))
    expect(all.filter(({ status }) => status === 201)).toHaveLength(3)
    expect(all.filter(({ status }) => status === 409)).toHaveLength(5)
    expect(await numbersOf(one(0), id)).toMatchObject({ taken: 3, waiting: 0 })
  })

  it('is not made by residents, is over when the meeting begins, and unknown codes are of nobody', async () => {
    const id = await aMeeting(stage, 3)
    expect(await tryInvite(one(0), id)).toMatchObject({ status: 403 })
    expect(await trySignUp(one(0), id, 'no-such-code')).toMatchObject({ status: 404 })
    const { code } = await invite(stage.member, id)
    await service.clock.advance(48 * HOUR)
    expect(await trySignUp(one(0), id, code)).toMatchObject({ status: 409, body: { code: 'invitation_expired' } })
    expect(await tryInvite(stage.member, id)).toMatchObject({ status: 409 })
  })

  it('leaves no name behind once the meeting is over, and its code stands nowhere', async () => {
    const id = await aMeeting(stage, 3)
    const { code } = await invite(stage.member, id, { name: '请来的专家老范' })
    expect(JSON.stringify(await listOf(id))).not.toContain(code)
    await leadTo(stage, id, 'concluded')
    await settle(service)
    expect(JSON.stringify(await listOf(id))).not.toContain('老范')
  })
})

describe('who comes', () => {
  it('is known to who is in charge and to the office only', async () => {
    const id = await aMeeting(stage, 1)
    await signUp(one(0), id)
    await signUp(one(1), id)
    const { items } = await stage.member.call('consultations.attendees', { params: { id } })
    expect(items).toMatchObject([
      { name: '到会0', as: 'resident', state: 'in', checkedInAt: null },
      { name: '到会1', state: 'waiting' },
    ])
    expect((await stage.office.call('consultations.attendees', { params: { id } })).items).toHaveLength(2)
    const other = await service.staff('cppccMember', { name: '别的委员' })
    for (const client of [one(0), other, stage.department])
      expect((await raw(client, 'GET', `/api/consultations/${id}/attendees`)).status).toBe(403)
  })
})

const wall = async (id: string) => (await stage.member.call('consultations.checkInCode', { params: { id } })).code

describe('checking in', () => {
  it('is noted once, with the code on the wall, from three hours before', async () => {
    const id = await aMeeting(stage, 5)
    for (const client of crowd.slice(0, 2)) await signUp(client, id)
    const code = await wall(id)
    expect(await tryCheckIn(one(0), id, code)).toMatchObject({ status: 409 })
    await service.clock.advance(46 * HOUR)
    expect(await tryCheckIn(one(0), id, 'another-code')).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'code', code: 'wrong_code' }] },
    })
    expect(await tryCheckIn(one(9), id, code)).toMatchObject({ status: 409 })
    await Promise.all(Array.from({ length: 5 }, () => checkIn(one(0), id, code)))
    expect(await numbersOf(one(1), id)).toEqual({ taken: 2, waiting: 0, checkedIn: 1 })
    expect(await placeOf(one(0), id)).toMatchObject({ checkedIn: true })
    expect((await tryLeave(one(0), id)).status).toBe(409)
    await service.clock.advance(6.6 * HOUR)
    expect(await tryCheckIn(one(1), id, code)).toMatchObject({ status: 409 })
  })

  it('from the waiting list is for as many as have places that are left, once the meeting has begun', async () => {
    const id = await aMeeting(stage, 4)
    for (const client of crowd.slice(0, 12)) await signUp(client, id)
    const code = await wall(id)
    await service.clock.advance(47 * HOUR)
    await checkIn(one(0), id, code)
    await checkIn(one(1), id, code)
    expect(await tryCheckIn(one(5), id, code)).toMatchObject({ status: 409, body: { detail: expect.stringContaining('候补') } })
    await service.clock.advance(HOUR)
    const late = await Promise.all(crowd.slice(4, 12).map((client) => tryCheckIn(client, id, code)))
    expect(late.filter(({ status }) => status === 200)).toHaveLength(2)
    expect(late.filter(({ status }) => status === 409)).toHaveLength(6)
    expect(await numbersOf(one(0), id)).toMatchObject({ checkedIn: 4 })
  })

  it('needs the code of this meeting: another day has another, and residents cannot ask for it', async () => {
    const id = await aMeeting(stage, 4)
    const before = await wall(id)
    expect((await raw(one(0), 'GET', `/api/consultations/${id}/check-in-code`)).status).toBe(403)
    await move(stage.member, id, { move: 'reschedule', meeting: meetingIn(stage, 96, 4) })
    expect(await wall(id)).not.toBe(before)
    expect(await wall(await aMeeting(stage, 4))).not.toBe(await wall(id))
  })
})

describe('whoever is erased', () => {
  it('gives the place to the next, and until then can read what is held', async () => {
    const id = await aMeeting(stage, 1)
    const going = await service.login('要走的人')
    await signUp(going, id)
    await signUp(one(0), id)
    const { parts } = await going.call('me.export')
    expect(parts.participation).toMatchObject([{ consultationId: id, place: 'in' }])
    await going.call('me.erase', { body: { confirm: '注销账号' } })
    await settle(service)
    expect((await listOf(id)).map(({ personId, state }) => [personId, state])).toEqual([[one(0).personId, 'in']])
    expect(await toldAbout(one(0), id)).toContain(GIVEN)
  })

  it('gives the place to nobody once the meeting has begun', async () => {
    const id = await aMeeting(stage, 1)
    const going = await service.login('来过又走的人')
    await signUp(going, id)
    await signUp(one(0), id)
    await service.clock.advance(49 * HOUR)
    await going.call('me.get')
    await going.call('me.erase', { body: { confirm: '注销账号' } })
    await settle(service)
    expect((await listOf(id)).map(({ personId, state }) => [personId, state])).toEqual([[one(0).personId, 'waiting']])
    expect(await toldAbout(one(0), id)).not.toContain(GIVEN)
  })
})
