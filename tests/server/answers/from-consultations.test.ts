import { aService, type Client, type Service } from '@tests/support/service'
import { aStage, leadTo, move, partsFor, proposeAs, residents, type Stage, settle, support } from '../consultations/stages'
import { draftOf, publish } from './support'

let service: Service
let stage: Stage
beforeAll(async () => {
  service = await aService()
  await service.clock.set('2026-03-10T09:00:00+08:00')
  stage = await aStage(service)
})
afterAll(() => service?.close())

const HOUR = 3_600_000
const answerTask = async (id: string, answers: { text: string; done: boolean }[]) => {
  const { department } = stage
  const { tasks } = await department.call('consultations.get', { params: { id } })
  for (const [i, { id: taskId }] of tasks.entries()) {
    const body = answers[i]
    if (body) await department.call('consultations.answerTask', { params: { id, taskId }, body })
  }
}
/** A topic with tasks for the department, answered and reported. */
const aReported = async (answers: { text: string; done: boolean }[], supporters: Client[] = []): Promise<string> => {
  const { office, member } = stage
  const id = await proposeAs(member)
  await settle(service)
  for (const one of supporters) await support(one, id)
  await leadTo(stage, id, 'concluded')
  const dueAt = new Date(service.clock.now().getTime() + 20 * 24 * HOUR).toISOString()
  const organisationId = service.city.organisations.department
  await move(office, id, { move: 'passOn', tasks: answers.map((_, i) => ({ organisationId, text: `任务${i + 1}`, dueAt })) })
  await answerTask(id, answers)
  await move(office, id, { move: 'report', ...partsFor(stage).report() })
  await settle(service)
  return id
}
const told = async (client: Client, id: string) =>
  (await client.call('notifications.list', { query: { limit: 100 } })).items.filter(
    ({ page }) => page === `packages/consultation/pages/answer/index?id=${id}`,
  )

describe('the answer to a consultation', () => {
  test('begins with what was raised, what departments have done, and what they have not and why', async () => {
    const id = await aReported([
      { text: '停车线已经划好。', done: true },
      { text: '后院产权没有理清，暂时不能开放。', done: false },
    ])
    expect(await draftOf(stage.office, id)).toMatchObject({
      source: 'consultation',
      sourceId: id,
      title: '老菜场门口的停车怎么管',
      raised: expect.stringContaining('早市时摩托和三轮把路口堵住'),
      done: '停车线已经划好，后院开放了二十个车位。\n东河县自然资源局：停车线已经划好。',
      notDone: '东河县自然资源局：后院产权没有理清，暂时不能开放。',
      result: 'partly',
    })
  })
  test.each([
    [[true], 'done'],
    [[false, false], 'notDone'],
  ] as const)('has the result that follows from its tasks: %j', async (done, result) => {
    const id = await aReported(done.map((one) => ({ text: '已经办了。', done: one })))
    expect((await draftOf(stage.office, id)).result).toBe(result)
  })
  test('is told to everybody who took part, once, and counts them by fives', async () => {
    const supporters = await residents(service, 6, '支持者')
    const [first] = supporters
    const id = await aReported([{ text: '已经办了。', done: true }], supporters)
    const draft = await draftOf(stage.office, id)
    expect(draft.people).toBe(5)
    await publish(stage.office, draft)
    await settle(service)
    for (const one of supporters) expect(await told(one, draft.id)).toHaveLength(1)
    expect(await told(await service.login('路过的人'), draft.id)).toEqual([])
    expect((await first?.call('answers.list', { query: {} }))?.items[0]).toMatchObject({ id: draft.id, people: 5, source: 'consultation' })
  })
  test('is not drafted before the result is reported', async () => {
    const id = await proposeAs(stage.member)
    await leadTo(stage, id, 'passedOn')
    await settle(service)
    await expect(draftOf(stage.office, id)).rejects.toMatchObject({ status: 404 })
  })
})
