import { toLocalIso } from '@server/modules/deadlines'
import { seedOrganisation } from '@server/modules/identity'
import { BRIEF_MOVES, type BriefMove, briefAfter, briefMoves } from '@shared/briefs/moves'
import type { BriefView } from '@shared/briefs/schemas'
import type { BriefState } from '@shared/briefs/words'
import { CITY } from '@tests/support/city'
import { aService, type Client, type Service } from '@tests/support/service'
import fc from 'fast-check'
import { aCast, type Cast, inDays, toldTo } from './cast'
import { aDraft, moveBrief, signAs, submit } from './papers-support'

let service: Service
let cast: Cast
beforeAll(async () => {
  service = await aService()
  cast = await aCast(service)
})
afterAll(() => service?.close())

const aSubmitted = async (title = '关于村口路灯的反映'): Promise<BriefView> => {
  const { id } = await aDraft(service, cast.author, { title })
  return submit(cast.author, id)
}
const anAccepted = async (title?: string): Promise<BriefView> => {
  const { id } = await aSubmitted(title)
  return moveBrief(cast.office, id, { move: 'accept' })
}
const get = (id: string) => cast.author.call('briefs.get', { params: { id } })
const post = (id: string, body: object, client = cast.office) => client.raw('POST', `/api/briefs/${id}/moves`, { body })

const ACTORS = ['author', 'office', 'department', 'signer'] as const
type Actor = (typeof ACTORS)[number]
interface Model {
  state: BriefState
  /** Whether the department has ever had it: from then on it reads it. */
  passedOn: boolean
}

/** Everything that a step may need. */
const extrasFor = async (move: BriefMove, id: string, into: string): Promise<object> => ({
  ...(move === 'submit' && { digest: (await cast.author.call('briefs.preview', { params: { id } })).digest }),
  ...(move === 'return' && { reason: '请补充数据' }),
  ...(move === 'merge' && { intoId: into }),
  ...((move === 'adopt' || move === 'instruct') && { level: 'city', by: '市政府' }),
  ...((move === 'instruct' || move === 'answer') && { text: '请抓紧研究。' }),
  ...(move === 'passOn' && { departmentId: service.city.organisations.department, dueAt: inDays(service, 20) }),
})

const HIDDEN_FROM_OFFICE: readonly BriefState[] = ['draft', 'withdrawn']
const sees = (actor: Actor, { state, passedOn }: Model): boolean =>
  actor === 'author' ||
  (actor === 'office' && !HIDDEN_FROM_OFFICE.includes(state)) ||
  (actor === 'department' && passedOn) ||
  (actor === 'signer' && ['adopted', 'passedOn', 'answered'].includes(state))

/** What the table lets expect, whoever tries what. */
const expected = (model: Model, move: BriefMove, actor: Actor): number => {
  if (!sees(actor, model)) return 404
  if (briefMoves[move].by !== actor) return 403
  return briefMoves[move].from.includes(model.state) ? 200 : 409
}

describe('the table of moves', () => {
  test('whatever is tried in whatever order, the brief stands where the table says', async () => {
    const into = await anAccepted('关于村里照明的反映')
    const step = fc.record({ move: fc.constantFrom(...BRIEF_MOVES), actor: fc.constantFrom(...ACTORS) })
    // By chance alone little gets far: most steps are permitted ones.
    const choice = fc.oneof({ weight: 4, arbitrary: fc.nat(1000) }, { weight: 1, arbitrary: step })
    const walk = fc.asyncProperty(fc.array(choice, { minLength: 6, maxLength: 14 }), async (choices) => {
      const { id } = await aDraft(service, cast.author)
      let model: Model = { state: 'draft', passedOn: false }
      for (const one of choices) {
        const open = BRIEF_MOVES.filter((move) => briefMoves[move].from.includes(model.state) && move !== 'withdraw' && move !== 'merge')
        const move = typeof one === 'number' ? open[one % (open.length || 1)] : one.move
        if (!move) break
        const actor = typeof one === 'number' ? (briefMoves[move].by as Actor) : one.actor
        const { revision } = await get(id)
        const answer = await post(id, { move, revision, ...(await extrasFor(move, id, into.id)) }, cast[actor])
        const wanted = expected(model, move, actor)
        expect([model.state, move, actor, answer.status]).toEqual([model.state, move, actor, wanted])
        if (wanted === 200) model = { state: briefAfter(move, model.state), passedOn: model.passedOn || move === 'passOn' }
        const now = await get(id)
        expect([now.state, now.revision]).toEqual([model.state, revision + (wanted === 200 ? 1 : 0)])
      }
    })
    await fc.assert(walk, { numRuns: 12 })
  })

  test('an adoption takes a brief from no department, and a higher level is not lost by a lower one', async () => {
    const { id } = await aSubmitted()
    await moveBrief(cast.office, id, { move: 'accept' })
    const dueAt = inDays(service, 20)
    await moveBrief(cast.office, id, { move: 'passOn', departmentId: service.city.organisations.department, dueAt })
    await moveBrief(cast.office, id, { move: 'adopt', level: 'province', by: '省政协' })
    const adopted = await moveBrief(cast.office, id, { move: 'adopt', level: 'district' })
    expect(adopted).toMatchObject({ state: 'passedOn', level: 'province' })
    expect(adopted.adoptions.map(({ level, by }) => [level, by])).toEqual([
      ['province', '省政协'],
      ['district', '区县政协'],
    ])
    const answered = await moveBrief(cast.department, id, { move: 'answer', text: '灯已装好。' })
    expect(answered).toMatchObject({ state: 'answered', answer: { text: '灯已装好。' }, department: { name: '东河县自然资源局' } })
    expect((await cast.office.call('briefs.get', { params: { id } })).can).toContain('publish')
  })
})

test('a brief that a department cannot answer is passed on to another one, which has it alone', async () => {
  const { id } = await anAccepted()
  const organisationId = await seedOrganisation({ kind: 'department', name: '东河县水利局', regionCode: CITY.county })
  const other = await service.staff('department', { name: '科员小水', organisationId })
  await moveBrief(cast.office, id, { move: 'passOn', departmentId: service.city.organisations.department, dueAt: inDays(service, 20) })
  await service.drain()
  const passed = await moveBrief(cast.office, id, { move: 'passOn', departmentId: organisationId, dueAt: inDays(service, 30) })
  expect(passed).toMatchObject({ state: 'passedOn', department: { id: organisationId, name: '东河县水利局' } })
  await service.drain()
  const titles = async (client: Client) => (await toldTo(client)).slice(0, 1).map(({ title }) => title)
  expect(await titles(cast.department)).toEqual(['社情民意信息改由别的部门办理'])
  expect(await titles(other)).toEqual(['有社情民意信息请您答复'])
  expect((await cast.department.raw('GET', `/api/briefs/${id}`)).status).toBe(404)
  // Until another date: nothing is taken from anybody.
  await moveBrief(cast.office, id, { move: 'passOn', departmentId: organisationId, dueAt: inDays(service, 40) })
  await service.drain()
  expect(await titles(other)).toEqual(['有社情民意信息请您答复'])
  expect((await moveBrief(other, id, { move: 'answer', text: '已经疏通。' })).state).toBe('answered')
})

test('passed on twice before anybody was told, only the department that has it by then is asked', async () => {
  const { id } = await anAccepted()
  const organisationId = await seedOrganisation({ kind: 'department', name: '东河县交通局', regionCode: CITY.county })
  const other = await service.staff('department', { name: '科员小路', organisationId })
  const ofThis = async (client: Client) =>
    (await toldTo(client)).filter(({ page, title }) => page?.endsWith(id) && /请您答复/.test(title)).length
  for (const departmentId of [service.city.organisations.department, organisationId])
    await moveBrief(cast.office, id, { move: 'passOn', departmentId, dueAt: inDays(service, 20) })
  await service.drain()
  expect([await ofThis(cast.department), await ofThis(other)]).toEqual([0, 1])
})

test('what offices and departments write is read by many, and names nobody', async () => {
  const { id } = await aSubmitted()
  const returned = await moveBrief(cast.office, id, { move: 'return', reason: '请先问问张建军主任，电话13812345678' })
  expect(returned.history.at(-1)?.text).toBe('退回修改：请先问问某主任，电话[电话]')
  await submit(cast.author, id)
  await moveBrief(cast.office, id, { move: 'accept' })
  await moveBrief(cast.office, id, { move: 'passOn', departmentId: service.city.organisations.department, dueAt: inDays(service, 9) })
  const { answer } = await moveBrief(cast.department, id, { move: 'answer', text: '已和反映人13812345678联系，灯装好了。' })
  expect(answer?.text).toBe('已和反映人[电话]联系，灯装好了。')
})

describe('several at once', () => {
  test('of those who accept and return at the same time one wins, and the history tells of one', async () => {
    const { id, revision } = await aSubmitted()
    const other = await service.staff('cppccOffice')
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        post(id, i % 2 ? { move: 'accept', revision } : { move: 'return', revision, reason: '请补充' }, i % 3 ? cast.office : other),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status !== 200).map(({ status, body }) => [status, body.code])).toEqual(
      Array.from({ length: 11 }, () => [409, 'conflict']),
    )
    const now = await get(id)
    expect(now.revision).toBe(revision + 1)
    expect(now.history.filter(({ text }) => /立案|退回/.test(text))).toHaveLength(1)
    expect(now.number === null).toBe(now.state === 'returned')
  })

  test('briefs that are accepted at once get numbers of the year, each its own and none left out', async () => {
    const briefs = await Promise.all(Array.from({ length: 6 }, (_, i) => aSubmitted(`关于第${i}条路的反映`)))
    const before = await cast.office.call('briefs.list', { query: { view: 'office', limit: 100 } })
    const last = Math.max(0, ...before.items.map(({ number }) => Number(number?.slice(5) ?? 0)))
    const accepted = await Promise.all(
      briefs.map(({ id, revision }) => cast.office.call('briefs.move', { params: { id }, body: { move: 'accept', revision } })),
    )
    const year = toLocalIso(service.clock.now()).slice(0, 4)
    const numbers = accepted.map(({ number }) => number).sort()
    expect(numbers).toEqual(Array.from({ length: 6 }, (_, i) => `${year}-${String(last + 1 + i).padStart(4, '0')}`))
  })

  test('of two briefs that are merged into each other at once, one is left', async () => {
    const [one, other] = [await anAccepted('关于东街积水的反映'), await anAccepted('关于西街积水的反映')]
    const merge = (from: BriefView, into: BriefView) => post(from.id, { move: 'merge', revision: from.revision, intoId: into.id })
    const answers = await Promise.all([merge(one, other), merge(other, one)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const states = [(await get(one.id)).state, (await get(other.id)).state].sort()
    expect(states).toEqual(['accepted', 'merged'])
  })
})

describe('merging', () => {
  test('brings author and signers along, and says so on both sides', async () => {
    const { id } = await aDraft(service, cast.signer, { title: '关于村尾路灯的反映' })
    const third = await service.staff('cppccMember', { name: '委员阿明' })
    await signAs(cast.signer, third, id)
    await submit(cast.signer, id)
    const target = await anAccepted()
    const merged = await moveBrief(cast.office, id, { move: 'merge', intoId: target.id })
    expect(merged).toMatchObject({ state: 'merged', mergedInto: target.id })
    const now = await get(target.id)
    expect(now.signatures.map(({ name, state }) => [name, state])).toEqual([
      ['委员小郑', 'signed'],
      ['委员阿明', 'signed'],
    ])
    expect(now.history.at(-1)).toMatchObject({ by: '办公室小何', text: '《关于村尾路灯的反映》并入本篇，撰写人和联名人一并列入' })
    expect((await third.call('briefs.list', { query: { view: 'mine' } })).items.map((one) => one.id)).toContain(target.id)
  })

  test('goes only into another brief that can be neither sent back nor withdrawn', async () => {
    const one = await aSubmitted()
    const [draft, submitted] = [await aDraft(service, cast.author), await aSubmitted('关于村尾路灯的反映')]
    for (const intoId of [one.id, draft.id, submitted.id, 'f'.repeat(24), 'nothing']) {
      const { status, body } = await post(one.id, { move: 'merge', revision: one.revision, intoId })
      expect([status, body.code, body.errors[0].path]).toEqual([400, 'invalid_input', 'intoId'])
    }
  })
})

describe('what a step needs', () => {
  test('is said by field, and changes nothing when it is missing', async () => {
    const { id, revision } = await aSubmitted()
    const refused = async (body: object, client = cast.office) => {
      const { status, body: problem } = await post(id, { revision: (await get(id)).revision, ...body }, client)
      return [status, problem.errors?.[0]?.path, problem.errors?.[0]?.code]
    }
    expect(await refused({ move: 'return' })).toEqual([400, 'reason', 'required'])
    expect(await refused({ move: 'merge' })).toEqual([400, 'intoId', 'required'])
    expect((await get(id)).revision).toBe(revision)
    await moveBrief(cast.office, id, { move: 'accept' })
    expect(await refused({ move: 'adopt' })).toEqual([400, 'level', 'required'])
    expect(await refused({ move: 'adopt', level: 'village' })).toEqual([400, 'level', expect.any(String)])
    expect(await refused({ move: 'adopt', level: 'city', at: inDays(service, 1) })).toEqual([400, 'at', 'out_of_range'])
    // Before it was submitted, in the city's calendar, nobody can have adopted it.
    for (const at of ['0000-01-01T00:00:00Z', inDays(service, -2)])
      for (const move of ['adopt', 'instruct'])
        expect(await refused({ move, level: 'city', by: '王市长', text: '请研究', at })).toEqual([400, 'at', 'out_of_range'])
    expect(await refused({ move: 'instruct', level: 'city', text: '请研究' })).toEqual([400, 'by', 'required'])
    expect(await refused({ move: 'instruct', level: 'city', by: '王市长' })).toEqual([400, 'text', 'required'])
    const departmentId = service.city.organisations.department
    expect(await refused({ move: 'passOn', dueAt: inDays(service, 9) })).toEqual([400, 'departmentId', 'required'])
    expect(await refused({ move: 'passOn', departmentId })).toEqual([400, 'dueAt', 'required'])
    expect(await refused({ move: 'passOn', departmentId, dueAt: inDays(service, -1) })).toEqual([400, 'dueAt', 'out_of_range'])
    expect(await refused({ move: 'passOn', departmentId, dueAt: inDays(service, 400) })).toEqual([400, 'dueAt', 'out_of_range'])
    const centre = service.city.organisations.centre
    expect(await refused({ move: 'passOn', departmentId: centre, dueAt: inDays(service, 9) })).toEqual([
      400,
      'departmentId',
      'unknown_department',
    ])
    await moveBrief(cast.office, id, { move: 'passOn', departmentId, dueAt: inDays(service, 9) })
    expect(await refused({ move: 'answer' }, cast.department)).toEqual([400, 'text', 'required'])
  })

  test('a step that was taken already is refused as such, and done once', async () => {
    const { id, revision } = await aSubmitted()
    const body = { move: 'accept', revision }
    expect((await post(id, body)).status).toBe(200)
    const { status, body: problem } = await post(id, body)
    expect([status, problem.code]).toEqual([409, 'conflict'])
    const again = await post(id, { ...body, revision: revision + 1 })
    expect([again.status, again.body.code]).toEqual([409, 'move_not_allowed'])
  })
})

test('only the office of its region reviews a brief', async () => {
  const { id, revision } = await aSubmitted()
  const elsewhere = await service.staff('cppccOffice', { regionCode: CITY.otherCounty })
  expect((await post(id, { move: 'accept', revision }, elsewhere)).status).toBe(404)
  expect((await post(id, { move: 'accept', revision }, cast.author)).status).toBe(403)
})
