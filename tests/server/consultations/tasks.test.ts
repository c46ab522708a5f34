import { ConsultationModel } from '@server/modules/consultations/consultation.model'
import { photo } from '@tests/support/media'
import { aService, type Client, type Service } from '@tests/support/service'
import { aStage, ask, aTopicIn, move, partsFor, read, type Stage, settle, toldAbout, tryMove } from './stages'

const DAY = 86_400_000
let service: Service
let stage: Stage
let otherDepartment: Client
let otherOrganisation: string
beforeAll(async () => {
  service = await aService()
  await service.clock.set('2026-11-26T09:00:00+08:00')
  stage = await aStage(service)
  const { seedOrganisation } = await import('@server/modules/identity')
  otherOrganisation = await seedOrganisation({ kind: 'department', name: '东河县水利局', regionCode: '880101' })
  otherDepartment = await service.staff('department', { organisationId: otherOrganisation, name: '水利局小金' })
})
afterAll(() => service?.close())

const own = () => service.city.organisations.department
const task = (over: object = {}) => ({
  organisationId: own(),
  text: '把水沟清一遍',
  dueAt: new Date(service.clock.now().getTime() + 20 * DAY).toISOString(),
  ...over,
})
const passedOn = async (tasks = [task()]) => {
  const { id } = await aTopicIn(stage, 'concluded')
  return move(stage.office, id, { move: 'passOn', tasks })
}
const answerPath = (id: string, taskId: string) => `/api/consultations/${id}/tasks/${taskId}/answer`

describe('passing on', () => {
  it('is to departments that have to do with the region, with dates ahead', async () => {
    const { id } = await aTopicIn(stage, 'concluded')
    const cases: [object, string, string][] = [
      [task({ organisationId: service.city.organisations.committee }), 'tasks.0.organisationId', 'unknown_department'],
      [task({ organisationId: 'ffffffffffffffffffffffff' }), 'tasks.0.organisationId', 'unknown_department'],
      [task({ dueAt: '2020-01-01T00:00:00+08:00' }), 'tasks.0.dueAt', 'in_the_past'],
      [task({ dueAt: '2099-01-01T00:00:00+08:00' }), 'tasks.0.dueAt', 'too_late'],
      [task({ text: ' ' }), 'tasks.0.text', 'too_small'],
    ]
    for (const [one, path, code] of cases)
      expect(await tryMove(stage.office, id, { move: 'passOn', tasks: [one] })).toMatchObject({
        status: 400,
        body: { errors: [{ path, code }] },
      })
    expect(await tryMove(stage.office, id, { move: 'passOn' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'tasks', code: 'required' }] },
    })
    expect(await tryMove(stage.office, id, { move: 'passOn', tasks: Array.from({ length: 11 }, () => task()) })).toMatchObject({
      status: 400,
    })
    expect(await tryMove(stage.member, id, { move: 'passOn', tasks: [task()] })).toMatchObject({ status: 403 })
  })

  it('is told to each department once, also when it has several tasks', async () => {
    const topic = await passedOn([task(), task({ text: '再修一段挡墙' }), task({ organisationId: otherOrganisation })])
    await settle(service)
    expect(topic.tasks.map(({ organisation }) => organisation)).toEqual(['东河县自然资源局', '东河县自然资源局', '东河县水利局'])
    expect(await toldAbout(stage.department, topic.id)).toEqual(['有协商意见交您单位办理'])
    expect(await toldAbout(otherDepartment, topic.id)).toEqual(['有协商意见交您单位办理'])
  })
})

describe('an answer', () => {
  it('comes from the department that was asked, once, and the office hears of it', async () => {
    const topic = await passedOn()
    const taskId = topic.tasks[0]?.id ?? ''
    const body = { text: '清好了，拍了照。', done: true }
    for (const client of [otherDepartment, stage.member, stage.office])
      expect(await ask(client, 'POST', answerPath(topic.id, taskId), { body })).toMatchObject({ status: 403 })
    expect(await ask(stage.department, 'POST', answerPath(topic.id, 'nothing'), { body })).toMatchObject({ status: 404 })
    expect(await ask(stage.department, 'POST', answerPath(topic.id, taskId), { body: { done: true } })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'text' }] },
    })
    const colleague = await service.staff('department', { name: '资源局老徐' })
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        ask(index % 2 ? stage.department : colleague, 'POST', answerPath(topic.id, taskId), { body: { ...body, text: `答复 ${index}` } }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409])
    const after = await read(stage.office, topic.id)
    expect(after.tasks[0]?.answer?.text).toBe(answers.find(({ status }) => status === 200)?.body.tasks[0].answer.text)
    expect(after.history.filter(({ type }) => type === 'answer')).toMatchObject([{ by: '东河县自然资源局' }])
    await settle(service)
    expect((await toldAbout(stage.office, topic.id)).filter((title) => title === '部门有答复了')).toHaveLength(1)
  })

  it('sent again with the same key answers the same, and with other words under it is refused', async () => {
    const topic = await passedOn()
    const params = { id: topic.id, taskId: topic.tasks[0]?.id ?? '' }
    const file = await stage.department.upload(await photo())
    const body = { text: '已经办好。', done: true, fileIds: [file.id] }
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => stage.department.answer('consultations.answerTask', { params, body, key: 'once' })),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(answers[0]?.body.tasks[0]?.answer?.files).toMatchObject([{ id: file.id }])
    const headers = { 'Idempotency-Key': 'once' }
    expect(
      await ask(stage.department, 'POST', answerPath(topic.id, params.taskId), { body: { ...body, done: false }, headers }),
    ).toMatchObject({
      status: 422,
      body: { code: 'idempotency_mismatch' },
    })
    const stored = await ConsultationModel.findById(topic.id).lean()
    expect(stored?.history.filter(({ type }) => type === 'answer')).toHaveLength(1)
  })

  it('of every department is needed before the result is reported', async () => {
    const topic = await passedOn([task(), task({ organisationId: otherOrganisation })])
    const report = () => tryMove(stage.office, topic.id, { move: 'report', ...partsFor(stage).report() })
    expect(await report()).toMatchObject({ status: 409, body: { code: 'move_not_allowed' } })
    const answer = (client: Client, index: number) =>
      client.call('consultations.answerTask', {
        params: { id: topic.id, taskId: topic.tasks[index]?.id ?? '' },
        body: { text: '情况如下。', done: index === 0 },
      })
    await answer(stage.department, 0)
    expect(await report()).toMatchObject({ status: 409 })
    expect(await answer(otherDepartment, 1)).toMatchObject({ tasks: [{ answer: { done: true } }, { answer: { done: false } }] })
    expect(await report()).toMatchObject({ status: 200, body: { state: 'reported' } })
    expect(
      await ask(otherDepartment, 'POST', answerPath(topic.id, topic.tasks[1]?.id ?? ''), { body: { text: '再说一句', done: true } }),
    ).toMatchObject({ status: 409 })
  })

  it('that never comes does not keep the result back beyond its date', async () => {
    const topic = await passedOn()
    const report = () => tryMove(stage.office, topic.id, { move: 'report', ...partsFor(stage).report() })
    expect(await report()).toMatchObject({ status: 409, body: { code: 'move_not_allowed' } })
    await service.clock.advance(21 * DAY)
    await stage.office.call('me.get')
    expect((await read(stage.office, topic.id)).can).toContain('report')
    expect(await report()).toMatchObject({ status: 200, body: { state: 'reported', tasks: [{ answer: null, can: [] }] } })
    const late = { text: '现在才答复', done: true }
    expect(await ask(stage.department, 'POST', answerPath(topic.id, topic.tasks[0]?.id ?? ''), { body: late })).toMatchObject({
      status: 409,
    })
  })
})

describe('a date', () => {
  it('is told three days before and when it has passed, each once, the last to the office too', async () => {
    const topic = await passedOn([task({ dueAt: new Date(service.clock.now().getTime() + 53 * 3_600_000 + 10 * DAY).toISOString() })])
    await settle(service)
    await service.clock.advance(9 * DAY + 10 * 3_600_000)
    await settle(service)
    expect(await toldAbout(stage.department, topic.id)).toEqual(['有协商意见交您单位办理', '协商交办事项快到期了'])
    await service.clock.advance(4 * DAY)
    await settle(service)
    expect(await toldAbout(stage.department, topic.id)).toEqual(['有协商意见交您单位办理', '协商交办事项快到期了', '协商交办事项已经超期'])
    expect((await toldAbout(stage.office, topic.id)).at(-1)).toBe('协商交办事项已经超期')
    await service.clock.advance(4 * DAY)
    await settle(service)
    expect(await toldAbout(stage.department, topic.id)).toHaveLength(3)
  })

  it('that has been answered is told no more', async () => {
    const topic = await passedOn()
    await stage.department.call('consultations.answerTask', {
      params: { id: topic.id, taskId: topic.tasks[0]?.id ?? '' },
      body: { text: '办好了。', done: true },
    })
    await service.clock.advance(30 * DAY)
    await settle(service)
    expect(await toldAbout(stage.department, topic.id)).toEqual(['有协商意见交您单位办理'])
  })
})
