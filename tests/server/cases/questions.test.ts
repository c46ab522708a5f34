import { aCase, aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'

let service: Service
let applicant: Client
let mediator: Client
let department: Client
let organisationId: string
const QUESTION = '这段路由谁养护？'

beforeAll(async () => {
  service = await aService()
  mediator = await aMediator(service, { name: '王秀兰', capacity: 200 })
  applicant = await service.login('李明')
  department = await service.staff('department')
  organisationId = service.city.organisations.department
})
afterAll(() => service.close())

const ask = (id: string, body: object, key?: string) =>
  mediator.raw('POST', `/api/cases/${id}/questions`, { body, headers: key ? { 'Idempotency-Key': key } : {} })
const aQuestion = async (to: object = { organisationId }) => {
  const { id } = await aCase(service, applicant)
  const { status, body } = await ask(id, { ...to, question: QUESTION })
  expect(status).toBe(201)
  return { id, questionId: body.questions[0].id as string }
}
const answer = (who: Client, { id, questionId }: { id: string; questionId: string }, text = '由镇里养护。') =>
  who.raw('POST', `/api/cases/${id}/questions/${questionId}/answer`, { body: { answer: text } })
const inbox = async (who: Client) => (await who.call('cases.list', { query: { view: 'inbox', limit: 100 } })).items.map((one) => one.id)

describe('a question', () => {
  it('stands in the inbox of the organisation until it is answered, and stays readable for it', async () => {
    const asked = await aQuestion()
    expect(await inbox(department)).toContain(asked.id)
    expect((await answer(department, asked)).status).toBe(200)
    expect(await inbox(department)).not.toContain(asked.id)
    const view = await department.call('cases.get', { params: { id: asked.id } })
    expect(view).toMatchObject({ relation: 'contributor', text: '', parties: [], timeline: [], can: ['note'] })
    expect(view.questions).toMatchObject([{ question: QUESTION, answer: '由镇里养护。', to: '东河县自然资源局' }])
    expect((await mediator.call('cases.get', { params: { id: asked.id } })).questions).toMatchObject([{ answer: '由镇里养护。' }])
    expect(await inbox(mediator)).toContain(asked.id)
  })
  it('has its own deadline for who was asked, and none of those of who handles the case', async () => {
    const asked = await aQuestion()
    const shown = async () =>
      (await department.call('cases.list', { query: { view: 'inbox', limit: 100 } })).items.find(({ id }) => id === asked.id)
    const view = () => department.call('cases.get', { params: { id: asked.id } })
    const due = (await view()).questions[0]?.dueAt
    expect(due).toEqual(expect.any(String))
    expect((await mediator.call('cases.get', { params: { id: asked.id } })).deadline).not.toBe(due)
    for (const one of [await shown(), await view()]) expect(one).toMatchObject({ deadline: due, light: 'green' })
    await answer(department, asked)
    expect(await view()).toMatchObject({ deadline: null, light: 'none' })
  })
  it('can be put to a person, and is theirs alone', async () => {
    const officer = await service.staff('officer')
    const asked = await aQuestion({ personId: officer.personId })
    expect(await inbox(officer)).toContain(asked.id)
    expect([403, 404]).toContain((await answer(department, asked)).status)
    expect((await answer(officer, asked)).status).toBe(200)
  })
  it('stays in the inbox while another one to the same organisation waits', async () => {
    const asked = await aQuestion()
    await ask(asked.id, { organisationId, question: '什么时候能修？' })
    await answer(department, asked)
    expect(await inbox(department)).toContain(asked.id)
  })
  it('is told to the applicant without its words, and without who was asked', async () => {
    const { id } = await aQuestion()
    const { timeline, questions } = await applicant.call('cases.get', { params: { id } })
    expect(timeline.at(-1)).toMatchObject({ type: 'question.asked', by: '王秀兰', text: '请有关单位协助' })
    expect(JSON.stringify(timeline)).not.toContain('自然资源局')
    expect(questions).toEqual([])
  })
  it('is asked once for a key', async () => {
    const { id } = await aCase(service, applicant)
    const body = { organisationId, question: QUESTION }
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(id, body, `ask-${id}`)))
    expect(answers.map((one) => one.status).sort()).toEqual([200, 200, 200, 200, 200, 201])
    expect((await ask(id, { ...body, question: '别的' }, `ask-${id}`)).status).toBe(422)
    expect((await mediator.call('cases.get', { params: { id } })).questions).toHaveLength(1)
  })
})

describe('an answer', () => {
  it('is given once, however many try', async () => {
    const asked = await aQuestion()
    const colleague = await service.staff('department')
    const tries = await Promise.all(Array.from({ length: 8 }, (_, n) => answer(n % 2 ? department : colleague, asked, `答复${n}`)))
    expect(tries.filter((one) => one.status === 200)).toHaveLength(1)
    expect(tries.filter((one) => one.status === 409)).toHaveLength(7)
    const { timeline } = await mediator.call('cases.get', { params: { id: asked.id } })
    expect(timeline.filter((one) => one.type === 'question.answered')).toHaveLength(1)
  })
  it('is not for others to give, nor for a question that is not there', async () => {
    const asked = await aQuestion()
    for (const other of [mediator, applicant]) expect((await answer(other, asked)).status).toBe(403)
    expect((await answer(await service.login('路人'), asked)).status).toBe(404)
    expect((await answer(department, { ...asked, questionId: 'nothing' })).status).toBe(404)
  })
  it('is put to nobody who could not open it', async () => {
    const { id } = await aCase(service, applicant)
    const refused = await ask(id, { organisationId: service.city.organisations.cppcc, question: QUESTION })
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'organisationId', code: 'unknown_contributor' }] } })
  })
})

describe('a question with a date', () => {
  it('is due on the second working day when nobody says when', async () => {
    const { id } = await aQuestion()
    const [question] = (await mediator.call('cases.get', { params: { id } })).questions
    expect(question).toMatchObject({ overdue: false, withdrawn: false, dueAt: expect.stringMatching(/T18:00:00/) })
  })
  it('needs one that is ahead and not years away', async () => {
    const { id } = await aCase(service, applicant)
    for (const days of [-1, 91]) {
      const dueAt = new Date(service.clock.now().getTime() + days * 86_400_000).toISOString()
      const { status, body } = await ask(id, { organisationId, question: QUESTION, dueAt })
      expect([status, body.errors[0].path]).toEqual([400, 'dueAt'])
    }
  })
})

describe('taking a question back', () => {
  const withdraw = (who: Client, { id, questionId }: { id: string; questionId: string }) =>
    who.raw('POST', `/api/cases/${id}/questions/${questionId}/withdraw`)
  it('is for the owner, and takes the case out of the inbox of who was asked', async () => {
    const asked = await aQuestion()
    for (const other of [department, applicant]) expect((await withdraw(other, asked)).status).toBe(403)
    expect((await withdraw(mediator, { ...asked, questionId: 'nothing' })).status).toBe(404)
    expect((await withdraw(mediator, asked)).body.questions).toMatchObject([{ withdrawn: true, overdue: false, answer: null }])
    expect(await inbox(department)).not.toContain(asked.id)
    expect((await department.call('cases.get', { params: { id: asked.id } })).can).not.toContain('answer')
    expect((await answer(department, asked)).status).toBe(409)
    expect((await withdraw(mediator, asked)).status).toBe(409)
  })
  it('and answering it at once has one winner', async () => {
    const asked = await aQuestion()
    const tries = await Promise.all([
      withdraw(mediator, asked),
      answer(department, asked),
      withdraw(mediator, asked),
      answer(department, asked),
    ])
    expect(tries.map((one) => one.status).sort()).toEqual([200, 409, 409, 409])
    const [question] = (await mediator.call('cases.get', { params: { id: asked.id } })).questions
    expect(question?.withdrawn).toBe(question?.answer === null)
  })
})

describe('asking', () => {
  it('is for the owner', async () => {
    const { id } = await aCase(service, applicant)
    const body = { organisationId, question: QUESTION }
    for (const other of [applicant, await service.staff('dispatcher'), await service.staff('supervisor')]) {
      expect((await other.raw('POST', `/api/cases/${id}/questions`, { body })).status).toBe(403)
    }
    expect((await department.raw('POST', `/api/cases/${id}/questions`, { body })).status).toBe(404)
  })
  it('needs one organisation or one person of the staff who can be asked', async () => {
    const { id } = await aCase(service, applicant)
    const member = await service.staff('cppccMember')
    const resident = await service.login('邻居')
    const wrong = [
      {},
      { organisationId, personId: mediator.personId },
      { organisationId: '0123456789abcdef01234567' },
      { personId: mediator.personId },
      { personId: applicant.personId },
      { personId: member.personId },
      { personId: resident.personId },
      { personId: 'nobody' },
    ]
    for (const to of wrong) expect((await ask(id, { ...to, question: QUESTION })).status).toBe(400)
    expect((await ask(id, { organisationId, question: '问'.repeat(501) })).status).toBe(400)
    expect((await mediator.call('cases.get', { params: { id } })).questions).toEqual([])
  })
  it('ends with the case', async () => {
    const asked = await aQuestion()
    const { revision } = await applicant.call('cases.get', { params: { id: asked.id } })
    await applicant.call('cases.move', { params: { id: asked.id }, body: { move: 'withdraw', revision, reason: '已经修好' } })
    expect((await ask(asked.id, { organisationId, question: '还修吗？' })).status).toBe(409)
    expect((await answer(department, asked)).status).toBe(409)
  })
})

// The last two, for the sessions of the others end as the clock moves on.
describe('an answer that is late', () => {
  it('is told of once, however many look', async () => {
    const asked = await aQuestion()
    // Accepted, for what nobody accepts goes on to somebody else.
    const { revision } = await mediator.call('cases.get', { params: { id: asked.id } })
    await mediator.call('cases.move', { params: { id: asked.id }, body: { move: 'accept', revision } })
    const { questions } = await mediator.call('cases.get', { params: { id: asked.id } })
    await service.clock.set(new Date(Date.parse(questions[0]?.dueAt as string) + 1000).toISOString())
    await Promise.all([service.catchUp(), service.catchUp()])
    await service.catchUp()
    const late = await mediator.call('cases.get', { params: { id: asked.id } })
    expect(late.questions[0]?.overdue).toBe(true)
    expect(late.timeline.filter((one) => one.type === 'question.overdue')).toHaveLength(1)
  })
})

describe('the same question, sent again', () => {
  it('is the same one, even when its day has passed', async () => {
    const { id } = await aCase(service, applicant)
    const dueAt = new Date(service.clock.now().getTime() + 86_400_000).toISOString()
    const body = { organisationId, question: QUESTION, dueAt }
    const late = (question: string) => mediator.answer('contributors.ask', { params: { id }, body: { ...body, question }, key: 'late' })
    const twins = await Promise.all([late(QUESTION), late(QUESTION)])
    expect(twins.map(({ status }) => status).sort()).toEqual([200, 201])
    await service.clock.advance(3 * 86_400_000)
    expect((await late(QUESTION)).status).toBe(200)
    await expect(late('别的问题？')).rejects.toMatchObject({ status: 422, problem: { code: 'idempotency_mismatch' } })
    expect((await mediator.call('cases.get', { params: { id } })).questions).toHaveLength(1)
  })
})
