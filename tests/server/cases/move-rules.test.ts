import { aService, type Client, type Service } from '@tests/support/service'
import { aCaseAt, aCaseOf, aCast, type Cast, extrasFor, move } from './lives'

let service: Service
let cast: Cast

beforeAll(async () => {
  service = await aService()
  cast = await aCast(service)
})
afterAll(() => service?.close())

const load = async (client: Client): Promise<number> => (await client.call('desk.get')).load
const DAY = 86_400_000

describe('refusals, in this order', () => {
  test('404 before anything, even for nonsense ids', async () => {
    for (const id of ['x', '0123456789abcdef01234567'])
      expect((await cast.owner.raw('POST', `/api/cases/${id}/moves`, { body: { move: 'accept', revision: 1 } })).status).toBe(404)
  })
  test('403 before an old revision, an old revision before the wrong state, the wrong state before what is missing', async () => {
    const doc = await aCaseAt(cast, 'complaint', 'accepted')
    const ask = async (client: Client, body: object) => {
      const { status, body: problem } = await client.raw('POST', `/api/cases/${doc.id}/moves`, { body })
      return [status, problem.code, problem.errors?.[0]?.path]
    }
    expect(await ask(cast.applicant, { move: 'resolve', revision: 0 })).toEqual([403, 'forbidden', undefined])
    expect(await ask(cast.owner, { move: 'resolve', revision: 0 })).toEqual([409, 'case_already_moved', undefined])
    expect(await ask(cast.owner, { move: 'resolve', revision: doc.revision })).toEqual([409, 'move_not_allowed', undefined])
    expect(await ask(cast.owner, { move: 'suspend', revision: doc.revision })).toEqual([400, 'invalid_input', 'reason'])
  })
  test('a transfer needs to say to whom; mediation needs the consent of the other side', async () => {
    const doc = await aCaseAt(cast, 'dispute', 'accepted')
    const ask = async (body: object) =>
      (await cast.owner.raw('POST', `/api/cases/${doc.id}/moves`, { body: { revision: doc.revision, ...body } })).body
    expect((await ask({ move: 'transfer', reason: '换人' })).errors[0].path).toBe('assigneeId')
    expect((await ask({ move: 'startMediation' })).errors[0].path).toBe('respondentConsent')
    expect((await ask({ move: 'startMediation', respondentConsent: 'paper' })).status).toBe('mediating')
  })
})

describe('whose case it is', () => {
  test('accepting from a queue makes it the own case', async () => {
    const doc = await aCaseAt(cast, 'complaint', 'submitted')
    const body = { move: 'assign', revision: doc.revision, organisationId: service.city.organisations.committee } as const
    const queued = await cast.dispatcher.call('cases.move', { params: { id: doc.id }, body })
    expect(queued.assignee?.id).toBe(service.city.organisations.committee)
    const before = await load(cast.colleague)
    const accepted = await cast.colleague.call('cases.move', {
      params: { id: doc.id },
      body: { move: 'accept', revision: queued.revision },
    })
    expect(accepted.assignee).toMatchObject({ id: cast.colleague.personId, role: 'mediator' })
    expect(await load(cast.colleague)).toBe(before + 1)
  })
  test('handing back and passing on move the load with the case, and the former owner sees it no longer', async () => {
    const [owner, colleague] = [await load(cast.owner), await load(cast.colleague)]
    const doc = await aCaseAt(cast, 'complaint', 'accepted')
    expect(await load(cast.owner)).toBe(owner + 1)
    const passed = await move(cast, doc, 'transfer')
    expect(passed).toMatchObject({ status: 'assigned', assignee: { id: cast.colleague.personId }, can: [] })
    expect([await load(cast.owner), await load(cast.colleague)]).toEqual([owner, colleague + 1])
    expect((await cast.owner.raw('GET', `/api/cases/${doc.id}`)).status).toBe(404)
    const back = await move(cast, passed, 'handBack', cast.colleague)
    expect(back).toMatchObject({ status: 'submitted', assignee: { id: service.city.organisations.centre, role: 'dispatcher' } })
    expect(await load(cast.colleague)).toBe(colleague)
  })
  test('what awaits the word of the applicant is no load, and is one again when the applicant objects', async () => {
    const before = await load(cast.owner)
    const resolved = await aCaseAt(cast, 'dispute', 'resolved')
    expect(await load(cast.owner)).toBe(before)
    expect((await move(cast, resolved, 'object')).status).toBe('mediating')
    expect(await load(cast.owner)).toBe(before + 1)
  })
  test('a reopened case comes back to the same owner, open again', async () => {
    const before = await load(cast.owner)
    const closed = await aCaseAt(cast, 'complaint', 'closed')
    const again = await move(cast, closed, 'reopen')
    expect(again).toMatchObject({ status: 'assigned', assignee: { id: cast.owner.personId } })
    expect(again.deadline).not.toBeNull()
    expect(await load(cast.owner)).toBe(before + 1)
    const { items } = await cast.owner.call('cases.list', { query: { view: 'inbox', limit: 100 } })
    expect(items.map((item) => item.id)).toContain(again.id)
  })
})

describe('passing on what could not be agreed', () => {
  test('is done once, begins a new round, and is offered no longer afterwards', async () => {
    const failed = await aCaseAt(cast, 'dispute', 'failed')
    expect(failed.can).toContain('passOn')
    const passed = await move(cast, failed, 'passOn', cast.dispatcher)
    expect(passed).toMatchObject({ status: 'assigned', assignee: { id: cast.above } })
    expect(passed.timeline.at(-1)?.text).toContain('已连同卷宗移送给')
    const body = { move: 'transfer', revision: passed.revision, reason: '退回镇里', assigneeId: cast.owner.personId } as const
    let doc = await cast.dispatcher.call('cases.move', { params: { id: failed.id }, body })
    for (const name of ['accept', 'startMediation', 'fail'] as const) doc = await move(cast, doc, name)
    expect(doc.can).not.toContain('passOn')
    const again = { move: 'passOn', revision: doc.revision, ...extrasFor('passOn', cast) }
    const answer = await cast.owner.raw('POST', `/api/cases/${doc.id}/moves`, { body: again })
    expect([answer.status, answer.body.code]).toEqual([409, 'move_not_allowed'])
    const { items } = await cast.dispatcher.call('cases.list', { query: { view: 'region', status: ['failed'], limit: 100 } })
    expect(items.find((item) => item.id === doc.id)?.can).not.toContain('passOn')
  })
  test('many at once pass it on once', async () => {
    const doc = await aCaseAt(cast, 'dispute', 'failed')
    const body = { move: 'passOn', revision: doc.revision, ...extrasFor('passOn', cast) }
    const press = () => cast.owner.raw('POST', `/api/cases/${doc.id}/moves`, { body })
    const answers = await Promise.all(Array.from({ length: 12 }, press))
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
  })
})

test('the service itself may give a case to somebody, and load follows', async () => {
  const { moveCase } = await import('@server/modules/cases/commands/move-case')
  const doc = await aCaseAt(cast, 'dispute', 'accepted')
  const before = await load(cast.colleague)
  const input = { move: 'transfer', reason: '改约了另一位调解员', assigneeId: cast.colleague.personId } as const
  const moved = await moveCase({ actor: 'system', caseId: doc.id, input })
  expect(moved.doc.owner).toMatchObject({ id: cast.colleague.personId, role: 'mediator' })
  expect(await load(cast.colleague)).toBe(before + 1)
})

describe('deadlines', () => {
  test('acceptance, the first step and the whole run one after the other', async () => {
    const open = (doc: { deadlines: { kind: string; open: boolean }[] }) =>
      doc.deadlines
        .filter((one) => one.open)
        .map((one) => one.kind)
        .sort()
    let doc = await aCaseOf(cast, 'complaint')
    expect(open(doc)).toEqual(['accept'])
    doc = await move(cast, doc, 'accept')
    expect(open(doc)).toEqual(['act', 'reply', 'total'])
    doc = await move(cast, doc, 'startHandling')
    expect(open(doc)).toEqual(['total'])
    doc = await move(cast, doc, 'resolve')
    expect(open(doc)).toEqual(['confirm'])
    doc = await move(cast, doc, 'confirm')
    expect(open(doc)).toEqual([])
    expect(doc.deadline).toBeNull()
  })
  test('say when they ended, which tells the rounds of a reopened case apart', async () => {
    const began = service.clock.now().getTime()
    /** After how many days each ended. */
    const ends = (doc: { deadlines: { kind: string; endedAt: string | null }[] }) =>
      Object.fromEntries(doc.deadlines.map(({ kind, endedAt }) => [kind, endedAt && Math.round((Date.parse(endedAt) - began) / DAY)]))
    let doc = await aCaseOf(cast, 'complaint')
    expect(ends(doc)).toEqual({ accept: null })
    doc = await move(cast, doc, 'accept')
    expect(ends(doc)).toEqual({ accept: 0, act: null, reply: null, total: null })
    await service.clock.advance(DAY)
    for (const step of ['startHandling', 'resolve', 'confirm'] as const) doc = await move(cast, doc, step)
    expect(ends(doc)).toMatchObject({ accept: 0, total: 1, confirm: 1 })
    await service.clock.advance(DAY)
    expect(ends(await move(cast, doc, 'reopen'))).toMatchObject({ accept: null, act: 1, total: 1, confirm: 1 })
  })
  test('a pause stops the clock, and afterwards everything is due as much later', async () => {
    const doc = await aCaseAt(cast, 'complaint', 'handling')
    const paused = await move(cast, doc, 'suspend')
    expect(paused.deadline).toBeNull()
    await service.clock.advance(14 * DAY)
    const resumed = await move(cast, paused, 'resume')
    expect(resumed.status).toBe('handling')
    expect(Date.parse(resumed.deadline as string) - Date.parse(doc.deadline as string)).toBeGreaterThanOrEqual(7 * DAY)
  })
  test('silence after it was resolved closes the case, and the timeline says so', async () => {
    const resolved = await aCaseAt(cast, 'complaint', 'resolved')
    await service.catchUp()
    expect((await cast.applicant.call('cases.get', { params: { id: resolved.id } })).status).toBe('resolved')
    await service.clock.set(new Date(Date.parse(resolved.deadline as string) + 1000).toISOString())
    await service.catchUp()
    const closed = await cast.applicant.call('cases.get', { params: { id: resolved.id } })
    expect(closed.status).toBe('closed')
    expect(closed.timeline.at(-1)).toMatchObject({ type: 'confirm', by: '系统' })
    expect(closed.timeline.at(-1)?.text).toContain('申请人未回复')
  })
})

describe('races', () => {
  test('twenty who press at once give one winner; the others hear that the case has moved', async () => {
    const doc = await aCaseAt(cast, 'complaint', 'handling')
    const body = { move: 'resolve', revision: doc.revision, reason: '已修好' }
    const answers = await Promise.all(Array.from({ length: 20 }, () => cast.owner.raw('POST', `/api/cases/${doc.id}/moves`, { body })))
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect(answers.filter((answer) => answer.status === 409 && answer.body.code === 'case_already_moved')).toHaveLength(19)
    const after = await cast.owner.call('cases.get', { params: { id: doc.id } })
    expect(after.revision).toBe(doc.revision + 1)
    expect(after.timeline).toHaveLength(doc.timeline.length + 1)
  })
  test('confirm against object: one of the two, never both', async () => {
    const doc = await aCaseAt(cast, 'complaint', 'resolved')
    const ask = (name: 'confirm' | 'object') =>
      cast.applicant.raw('POST', `/api/cases/${doc.id}/moves`, { body: { move: name, revision: doc.revision, ...extrasFor(name, cast) } })
    const answers = await Promise.all([ask('confirm'), ask('object'), ask('confirm'), ask('object')])
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
  })
  test('talk and questions meanwhile do not make a move fail', async () => {
    const doc = await aCaseAt(cast, 'complaint', 'accepted')
    const ask = () =>
      cast.owner.raw('POST', `/api/cases/${doc.id}/questions`, {
        body: { organisationId: service.city.organisations.department, question: '这段路归谁管？' },
      })
    const [moved, ...asked] = await Promise.all([move(cast, doc, 'startHandling'), ...Array.from({ length: 5 }, ask)])
    expect(moved?.status).toBe('handling')
    expect(asked.map((answer) => (answer as { status: number }).status)).toEqual([201, 201, 201, 201, 201])
    const after = await cast.owner.call('cases.get', { params: { id: doc.id } })
    expect(after.questions).toHaveLength(5)
    expect(after.status).toBe('handling')
  })
})
