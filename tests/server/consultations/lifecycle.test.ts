import { ConsultationModel } from '@server/modules/consultations/consultation.model'
import { SupporterModel } from '@server/modules/consultations/supporter.model'
import { FileModel } from '@server/platform/files/file.model'
import { CONSULTATION_MOVES, consultationMoves } from '@shared/consultations/moves'
import { CONSULTATION_STATES, isOver, SUPPORT_NEEDED } from '@shared/consultations/words'
import { CITY } from '@tests/support/city'
import { photo, wav } from '@tests/support/media'
import { aService, type Client, type Service } from '@tests/support/service'
import fc from 'fast-check'
import {
  aProposal,
  aStage,
  ask,
  aTopicIn,
  leadTo,
  move,
  partsFor,
  proposeAs,
  read,
  residents,
  type Stage,
  settle,
  support,
  toldAbout,
  tryMove,
} from './stages'

const HOUR = 3_600_000
let service: Service
let stage: Stage
let crowd: Client[]
beforeAll(async () => {
  service = await aService()
  await service.clock.set('2026-11-26T09:00:00+08:00')
  stage = await aStage(service)
  crowd = await residents(service, SUPPORT_NEEDED + 5, '附议')
})
afterAll(() => service?.close())

const anyMover = () => [stage.office, stage.member, stage.department, crowd[0] as Client]

describe('the table of steps', () => {
  it('leads from a proposal to every state, and nothing leads out of an end', () => {
    const reached = new Set(['proposed'])
    for (const state of reached)
      for (const move of CONSULTATION_MOVES)
        if (consultationMoves[move].from.includes(state as never)) reached.add(consultationMoves[move].to)
    expect([...reached].sort()).toEqual([...CONSULTATION_STATES].sort())
    for (const move of CONSULTATION_MOVES) for (const state of consultationMoves[move].from) expect(isOver(state)).toBe(false)
  })

  it('is kept by the service, whoever tries whatever in whatever order', async () => {
    const parts = partsFor(stage)
    const step = fc.record({ move: fc.constantFrom(...CONSULTATION_MOVES), mover: fc.nat(3) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        const id = await proposeAs(stage.member)
        for (const { move: name, mover } of steps) {
          const before = await read(stage.office, id)
          const client = anyMover()[mover] as Client
          const body = { move: name, revision: before.revision, ...(name === 'judge' ? {} : parts[name]()) }
          const { status } = await ask(client, 'POST', `/api/consultations/${id}/moves`, { body })
          const after = await read(stage.office, id)
          const rule = consultationMoves[name]
          if (status === 200) {
            expect(rule.from).toContain(before.state)
            expect([after.state, after.revision]).toEqual([rule.to, before.revision + 1])
            expect(after.history).toHaveLength(before.history.length + 1)
            expect(after.history.at(-1)?.type).toBe(name)
            expect(rule.by === 'office' ? [0] : [0, 1]).toContain(mover)
          } else {
            expect([403, 409]).toContain(status)
            expect(after).toMatchObject({ state: before.state, revision: before.revision, history: before.history })
          }
        }
      }),
      { numRuns: 12 },
    )
  })

  it('offers exactly the steps that are then taken', async () => {
    const id = await proposeAs(stage.member)
    expect((await read(stage.office, id)).can.filter((one) => one in consultationMoves)).toEqual(['choose', 'decline'])
    expect((await read(stage.member, id)).can.filter((one) => one in consultationMoves)).toEqual([])
    await leadTo(stage, id, 'chosen')
    expect((await read(stage.member, id)).can).toContain('openCall')
    await leadTo(stage, id, 'scheduled')
    // Minutes come first.
    expect((await read(stage.member, id)).can.filter((one) => one in consultationMoves)).toEqual(['reschedule'])
    const concluded = await leadTo(stage, id, 'concluded')
    expect(concluded.can.filter((one) => one in consultationMoves)).toEqual(['passOn'])
    const passedOn = await leadTo(stage, id, 'passedOn')
    expect(passedOn.can).not.toContain('report')
  })
})

describe('a proposal of a resident', () => {
  it('is seen by others once its words have passed, and the office hears of it then', async () => {
    const [li, wang] = crowd as [Client, Client]
    const id = await proposeAs(li)
    expect(await read(li, id)).toMatchObject({ checking: true, state: 'proposed', proposer: 'resident', supportNeeded: SUPPORT_NEEDED })
    expect((await read(stage.office, id)).checking).toBe(true)
    for (const other of [wang, stage.member, stage.department])
      expect(await ask(other, 'GET', `/api/consultations/${id}`)).toMatchObject({ status: 404, body: { code: 'not_found' } })
    await service.drain()
    expect(await toldAbout(stage.office, id)).toEqual([])
    await settle(service)
    expect((await read(wang, id)).checking).toBe(false)
    expect(await toldAbout(stage.office, id)).toEqual(['有新的协商议题'])
    await settle(service)
    expect(await toldAbout(stage.office, id)).toHaveLength(1)
  })

  it('with bad words stays hidden, cannot be decided on, and its author is told why', async () => {
    const [li, wang] = crowd as [Client, Client]
    const id = await proposeAs(li, { title: '违规测试议题' })
    await settle(service)
    expect(await ask(wang, 'GET', `/api/consultations/${id}`)).toMatchObject({ status: 404 })
    expect((await read(li, id)).history.map(({ type, by }) => [type, by])).toEqual([
      ['propose', '居民'],
      ['refused', '系统'],
    ])
    expect((await read(li, id)).history.at(-1)?.text).toContain('涉及时政敏感内容')
    expect(await toldAbout(li, id)).toEqual(['议题没有通过内容检查'])
    expect(await tryMove(stage.office, id, { move: 'choose', leadId: stage.member.personId })).toMatchObject({
      status: 409,
      body: { code: 'move_not_allowed' },
    })
    expect(
      (await stage.office.call('consultations.list', { query: { view: 'work', limit: 100 } })).items.map((one) => one.id),
    ).not.toContain(id)
  })

  it('that the office declines while its words are looked at is not told of as new', async () => {
    const id = await proposeAs(crowd[0] as Client)
    await move(stage.office, id, { move: 'decline', ...partsFor(stage).decline() })
    await settle(service)
    expect(await read(crowd[1] as Client, id)).toMatchObject({ state: 'declined', checking: false })
    expect(await toldAbout(stage.office, id)).toEqual([])
  })

  it('is made once for a key, and refused with other words under the same', async () => {
    const body = aProposal({ title: '只提一次的议题' })
    const li = crowd[0] as Client
    const answers = await Promise.all(Array.from({ length: 6 }, () => li.answer('consultations.propose', { body, key: 'same' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201])
    expect(new Set(answers.map((one) => one.body.id)).size).toBe(1)
    expect(await ConsultationModel.countDocuments({ title: body.title })).toBe(1)
    const headers = { 'Idempotency-Key': 'same' }
    expect(await ask(li, 'POST', '/api/consultations', { body: { ...body, title: '换了个题目' }, headers })).toMatchObject({
      status: 422,
      body: { code: 'idempotency_mismatch' },
    })
  })
})

describe('support', () => {
  it('is counted once for each person, even when all press twice at once, and makes the proposal ready to be chosen', async () => {
    const [author, ...others] = crowd as [Client, ...Client[]]
    const id = await proposeAs(author)
    await settle(service)
    await Promise.all(others.slice(0, SUPPORT_NEEDED - 1).map((one) => support(one, id)))
    expect(await tryMove(stage.office, id, { move: 'choose', leadId: stage.member.personId })).toMatchObject({
      status: 409,
      body: { code: 'move_not_allowed' },
    })
    expect((await read(stage.office, id)).can).not.toContain('choose')
    await service.drain()
    expect(await toldAbout(stage.office, id)).toEqual(['有新的协商议题'])
    await Promise.all(others.flatMap((one) => [support(one, id), support(one, id)]))
    expect(await read(others[0] as Client, id)).toMatchObject({ supporters: others.length, supported: true })
    expect(await SupporterModel.countDocuments({ consultationId: (await ConsultationModel.findById(id))?._id })).toBe(others.length)
    expect((await read(stage.office, id)).can).toContain('choose')
    await service.drain()
    expect(await toldAbout(stage.office, id)).toEqual(['有新的协商议题', '有议题可以立项了'])
  })

  it('can be taken back, and the office is not told again when it comes back', async () => {
    const [author, ...others] = crowd as [Client, ...Client[]]
    const id = await proposeAs(author)
    await settle(service)
    for (const one of others.slice(0, SUPPORT_NEEDED)) await support(one, id)
    const last = others[SUPPORT_NEEDED - 1] as Client
    expect(await support(last, id, false)).toMatchObject({ supporters: SUPPORT_NEEDED - 1, supported: false })
    expect(await support(last, id, false)).toMatchObject({ supporters: SUPPORT_NEEDED - 1 })
    expect((await read(stage.office, id)).can).not.toContain('choose')
    expect(await support(last, id)).toMatchObject({ supporters: SUPPORT_NEEDED })
    await service.drain()
    expect((await toldAbout(stage.office, id)).filter((title) => title === '有议题可以立项了')).toHaveLength(1)
  })

  it('is not for one’s own proposal, nor for what has been decided on', async () => {
    const [author, other] = crowd as [Client, Client]
    const id = await proposeAs(author)
    await settle(service)
    const put = (client: Client) => ask(client, 'PUT', `/api/consultations/${id}/support`, { body: { support: true } })
    expect(await put(author)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    await leadTo(stage, id, 'declined')
    expect(await put(other)).toMatchObject({ status: 409, body: { code: 'move_not_allowed' } })
    expect(await ask(other, 'PUT', `/api/consultations/${id}/support`, { body: {} })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'support' }] },
    })
  })
})

describe('a step', () => {
  it('is taken by one of many who press at once; the others hear that it has moved', async () => {
    const id = await proposeAs(stage.member)
    const second = await service.staff('cppccOffice')
    const { revision } = await read(stage.office, id)
    const bodies = [
      { move: 'choose', revision, leadId: stage.member.personId },
      { move: 'decline', revision, reason: '不属于协商范围' },
    ]
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        ask(index % 3 === 0 ? second : stage.office, 'POST', `/api/consultations/${id}/moves`, { body: bodies[index % 2] }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const { status, body } of answers.filter((one) => one.status !== 200))
      expect([status, body.code]).toEqual([409, 'case_already_moved'])
    const after = await read(stage.office, id)
    expect([after.revision, after.history.length]).toEqual([revision + 1, 2])
  })

  it('is refused in a fixed order: not there, not theirs, too late, not now, something missing', async () => {
    const { id, revision } = await aTopicIn(stage, 'chosen')
    const body = { move: 'openCall', revision }
    expect(await ask(stage.member, 'POST', '/api/consultations/ffffffffffffffffffffffff/moves', { body })).toMatchObject({ status: 404 })
    expect(await tryMove(stage.department, id, { ...body, revision: 99 })).toMatchObject({ status: 403 })
    expect(await tryMove(stage.member, id, { ...body, revision: 99 })).toMatchObject({ status: 409, body: { code: 'case_already_moved' } })
    expect(await tryMove(stage.member, id, { move: 'conclude', revision })).toMatchObject({
      status: 409,
      body: { code: 'move_not_allowed' },
    })
    expect(await tryMove(stage.member, id, body)).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'background', code: 'required' }] },
    })
  })

  it('says which field is missing or cannot be', async () => {
    const proposed = await proposeAs(stage.member)
    const scheduled = (await aTopicIn(stage, 'open')).id
    const meeting = (over: object) => ({
      move: 'schedule',
      meeting: { at: '2027-02-01T09:00:00+08:00', minutes: 60, place: '议事厅', places: 20, ...over },
    })
    const cases: [string, { move: string } & Record<string, unknown>, string, string][] = [
      [proposed, { move: 'choose' }, 'leadId', 'required'],
      [proposed, { move: 'choose', leadId: (crowd[0] as Client).personId }, 'leadId', 'unknown_member'],
      [proposed, { move: 'decline' }, 'reason', 'required'],
      [scheduled, { move: 'schedule' }, 'meeting', 'required'],
      [scheduled, meeting({ at: '2020-01-01T09:00:00+08:00' }), 'meeting.at', 'in_the_past'],
      [scheduled, meeting({ at: '2029-01-01T09:00:00+08:00' }), 'meeting.at', 'too_late'],
      [scheduled, meeting({ places: 0 }), 'meeting.places', 'too_small'],
      [scheduled, meeting({ minutes: 481 }), 'meeting.minutes', 'too_big'],
      [scheduled, { move: 'fly' }, 'move', 'invalid_value'],
    ]
    for (const [id, body, path, code] of cases)
      expect([path, await tryMove(stage.office, id, body)]).toMatchObject([path, { status: 400, body: { errors: [{ path, code }] } }])
  })

  it('of the background takes photos into use, the mover’s own and no recordings', async () => {
    const { id } = await aTopicIn(stage, 'chosen')
    const [own, others, sound] = await Promise.all([
      stage.member.upload(await photo()),
      stage.office.upload(await photo()),
      stage.member.upload(wav(1)),
    ])
    for (const file of [others, sound])
      expect(await tryMove(stage.member, id, { move: 'openCall', background: '背景', fileIds: [file?.id] })).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'fileIds', code: 'unknown_file' }] },
      })
    const opened = await move(stage.member, id, { move: 'openCall', background: '背景', fileIds: [own?.id ?? ''] })
    expect(opened.backgroundFiles).toMatchObject([{ id: own?.id, mime: 'image/jpeg' }])
    expect((await ask(crowd[0] as Client, 'GET', opened.backgroundFiles[0]?.url ?? '')).status).toBe(200)
  })

  it('that comes too late takes no photos into use', async () => {
    const { id, revision } = await aTopicIn(stage, 'chosen')
    const movers = [stage.member, stage.office]
    const files = await Promise.all(movers.map(async (mover) => mover.upload(await photo())))
    const answers = await Promise.all(
      movers.map((mover, index) =>
        ask(mover, 'POST', `/api/consultations/${id}/moves`, {
          body: { move: 'openCall', revision, background: '背景', fileIds: [files[index]?.id] },
        }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const loser = files[answers.findIndex(({ status }) => status === 409)]?.id
    expect(await FileModel.findById(loser).lean()).toMatchObject({ referred: false })
  })

  it('to the opinion waits for the meeting, also for one that was put off after its minutes were written', async () => {
    const { id } = await aTopicIn(stage, 'scheduled')
    await service.clock.advance(49 * HOUR)
    const { revision } = await read(stage.member, id)
    await stage.member.call('consultations.minutes', { params: { id }, body: { revision, text: '人没有到齐，改日再谈。' } })
    const { can } = await move(stage.member, id, { move: 'reschedule', ...partsFor(stage).reschedule() })
    expect(can).not.toContain('conclude')
    expect(await tryMove(stage.member, id, { move: 'conclude', ...partsFor(stage).conclude() })).toMatchObject({
      status: 409,
      body: { code: 'move_not_allowed' },
    })
  })

  it('puts the meeting off as often as need be, and the history stays bounded', async () => {
    const { id } = await aTopicIn(stage, 'scheduled')
    for (let count = 0; count < 105; count += 1) await move(stage.member, id, { move: 'reschedule', ...partsFor(stage).reschedule() })
    expect((await read(stage.office, id)).history).toHaveLength(100)
  })
})

describe('a proposal', () => {
  it('is refused with the field that is wrong', async () => {
    const li = crowd[0] as Client
    const post = (over: object) =>
      ask(li, 'POST', '/api/consultations', {
        body: { ...aProposal(), ...over },
        headers: { 'Idempotency-Key': Math.random().toString(36) },
      })
    expect(await post({ regionCode: '990000' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'regionCode', code: 'unknown_region' }] },
    })
    expect(await post({ title: '短' })).toMatchObject({ status: 400, body: { errors: [{ path: 'title', code: 'too_small' }] } })
    expect(await post({ signalId: 'abc' })).toMatchObject({ status: 400, body: { errors: [{ path: 'signalId', code: 'not_allowed' }] } })
    expect(await post({ state: 'judged' })).toMatchObject({ status: 400 })
    expect(await ask(li, 'POST', '/api/consultations', { body: aProposal() })).toMatchObject({
      status: 400,
      body: { code: 'idempotency_key_required' },
    })
  })

  it('of a member needs no supporters, and a member of another place is a resident here', async () => {
    const id = await proposeAs(stage.member)
    expect(await read(crowd[0] as Client, id)).toMatchObject({ proposer: 'cppccMember', supportNeeded: 0, checking: false })
    await service.drain()
    expect(await toldAbout(stage.office, id)).toEqual(['有新的协商议题'])
    const far = await service.staff('cppccMember', { regionCode: CITY.otherCounty })
    expect(await read(far, await proposeAs(far))).toMatchObject({ proposer: 'resident', checking: true })
  })
})
