import { CITY } from '@tests/support/city'
import { aService, type Client, type Service } from '@tests/support/service'
import { aClosedCase, aFailedDispute } from './support'

let service: Service
beforeAll(async () => {
  service = await aService()
})
afterAll(() => service.close())

const give = (client: Client, id: string, overall: 1 | 2 | 3 | 4 | 5, text = '') =>
  client.call('feedback.give', { params: { id }, body: { overall, ...(text ? { text } : {}) } })
const tasksOf = async (client: Client, state: 'open' | 'done' = 'open') =>
  (await client.call('feedbackTasks.list', { query: { state, limit: 100 } })).items
const taskFor = async (client: Client, caseId: string) => (await tasksOf(client)).find((task) => task.caseId === caseId)

describe('a dissatisfied person', () => {
  test('opens a task that only supervisors of the region see', async () => {
    const resident = await service.login('不满意的人')
    const { found, mediator } = await aClosedCase(service, resident)
    await give(resident, found.id, 1, '没有人来过')
    const supervisor = await service.staff('supervisor')
    expect(await taskFor(supervisor, found.id)).toMatchObject({
      caseNumber: found.number,
      caseTitle: found.title,
      overall: 1,
      text: '没有人来过',
      mediatorName: mediator.user.name,
      doneAt: null,
      note: null,
    })
    expect(await tasksOf(await service.staff('supervisor', { regionCode: CITY.otherCounty }))).toEqual([])
    for (const other of [resident, mediator, await service.staff('dispatcher'), await service.staff('admin')])
      expect((await other.raw('GET', '/api/feedback-tasks')).status).toBe(403)
  })

  test('who is satisfied after all withdraws the task, and opens it again by a second change', async () => {
    const resident = await service.login('改主意的人')
    const supervisor = await service.staff('supervisor')
    const { found } = await aClosedCase(service, resident)
    await give(resident, found.id, 2)
    expect(await taskFor(supervisor, found.id)).toBeDefined()
    await give(resident, found.id, 4)
    expect(await taskFor(supervisor, found.id)).toBeUndefined()
    await give(resident, found.id, 1)
    expect(await taskFor(supervisor, found.id)).toMatchObject({ overall: 1 })
  })

  test('opens one task each when both parties are', async () => {
    const [applicant, respondent] = [await service.login('甲方'), await service.login('乙方')]
    const supervisor = await service.staff('supervisor')
    const { found } = await aFailedDispute(service, applicant, respondent)
    await Promise.all([give(applicant, found.id, 1), give(respondent, found.id, 2)])
    expect((await tasksOf(supervisor)).filter((task) => task.caseId === found.id)).toHaveLength(2)
  })

  test('is not shown to a supervisor who handles or takes part in the case', async () => {
    const supervisor = await service.staff('supervisor', { name: '自己也有事' })
    const { found } = await aClosedCase(service, supervisor)
    await give(supervisor, found.id, 1)
    expect(await taskFor(supervisor, found.id)).toBeUndefined()
    expect(await taskFor(await service.staff('supervisor'), found.id)).toBeDefined()
  })
})

describe('a task', () => {
  test('is finished once, with a note, however many try', async () => {
    const resident = await service.login('等电话的人')
    const { found } = await aClosedCase(service, resident)
    await give(resident, found.id, 2)
    const supervisors = await Promise.all(Array.from({ length: 6 }, () => service.staff('supervisor')))
    const [first] = supervisors
    if (!first) throw new Error('no supervisor')
    const task = await taskFor(first, found.id)
    const path = `/api/feedback-tasks/${task?.id}/finish`
    const answers = await Promise.all(supervisors.map((one) => one.raw('POST', path, { body: { note: '已电话回访，重新派人' } })))
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409, 409, 409, 409, 409])
    expect((await tasksOf(first, 'done')).find((one) => one.id === task?.id)).toMatchObject({ note: '已电话回访，重新派人' })
    expect(await taskFor(first, found.id)).toBeUndefined()
    const stranger = await service.staff('supervisor', { regionCode: CITY.otherCounty })
    for (const client of [resident, stranger]) expect((await client.raw('POST', path, { body: { note: '…' } })).status).toBe(404)
  })

  test('lists are paged, newest first', async () => {
    const supervisor = await service.staff('supervisor')
    const all = await tasksOf(supervisor)
    const ids: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await supervisor.call('feedbackTasks.list', { query: { limit: 2, ...(cursor ? { cursor } : {}) } })
      ids.push(...page.items.map((task) => task.id))
      cursor = page.nextCursor
    } while (cursor)
    expect(ids).toEqual(all.map((task) => task.id))
    expect(ids.length).toBeGreaterThan(3)
    expect((await supervisor.raw('GET', '/api/feedback-tasks?cursor=WzEsMl0')).status).toBe(400)
  })
})
