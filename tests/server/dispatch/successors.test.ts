import { seedDesk } from '@server/modules/dispatch'
import { DeskModel } from '@server/modules/dispatch/desk.model'
import { CITY } from '@tests/support/city'
import { aService, type Client, type Service } from '@tests/support/service'
import { aDisputeWith, ask, inGrid, read } from './avoidance-support'

let service: Service
let applicant: Client
let dispatcher: Client
beforeAll(async () => {
  service = await aService()
  applicant = await service.login('祝小满')
  dispatcher = await service.staff('dispatcher', { name: '派单小颜' })
})
afterAll(() => service?.close())

const decide = (client: Client, id: string, body: { granted: boolean; reason: string; assigneeId?: string }) =>
  client.raw('POST', `/api/avoidance-requests/${id}/decision`, { body })

/** Two mediators of the grid: the first has the case. */
const aPair = async (name: string) => {
  const first = await inGrid(service, `${name}甲`)
  const second = await inGrid(service, `${name}乙`)
  const found = await aDisputeWith(service, applicant, first)
  const leave = async () => {
    for (const one of [first, second]) await one.call('desk.update', { body: { open: false } })
  }
  return { first, second, id: found.id, leave }
}

test('the centre names a mediator of the region: no grid worker, no department, no mediator from elsewhere', async () => {
  const { first, second, id, leave } = await aPair('挑')
  const { id: requestId } = await ask(applicant, id)
  const [worker, clerk] = [await service.staff('gridWorker'), await service.staff('department')]
  const answer = (assigneeId: string) => decide(dispatcher, requestId, { granted: true, reason: '换一位', assigneeId })
  for (const { personId } of [worker, clerk])
    expect(await answer(personId)).toMatchObject({ status: 400, body: { errors: [{ path: 'assigneeId', code: 'not_mediator' }] } })
  const far = await inGrid(service, '远处的', { regionCode: CITY.farGrid })
  expect(await answer(far.personId)).toMatchObject({ status: 400, body: { errors: [{ code: 'unknown_assignee' }] } })
  expect(await read(dispatcher, id)).toMatchObject({ assignee: { id: first.personId } })
  expect(await answer(second.personId)).toMatchObject({ status: 200, body: { state: 'granted' } })
  expect(await read(dispatcher, id)).toMatchObject({ assignee: { id: second.personId } })
  await far.call('desk.update', { body: { open: false } })
  await leave()
})

test('the centre leaves it to the best fit, which is a mediator of the region, whoever else has a desk there', async () => {
  const { first, second, id, leave } = await aPair('合')
  const worker = await service.staff('gridWorker')
  await seedDesk({ personId: worker.personId, name: worker.user.name, organisationId: null, regionCodes: [CITY.grid], capacity: 50 })
  await second.call('desk.update', { body: { open: true } })
  await DeskModel.updateOne({ personId: second.personId }, { $set: { load: 1, room: 11 } })
  const { id: requestId } = await ask(applicant, id)
  expect((await decide(dispatcher, requestId, { granted: true, reason: '换一位' })).status).toBe(200)
  const { assignee } = await read(dispatcher, id)
  expect(assignee?.id).not.toBe(worker.personId)
  expect(assignee).toMatchObject({ id: second.personId })
  expect(first.personId).not.toBe(assignee?.id)
  await DeskModel.deleteOne({ personId: worker.personId })
  await leave()
})
