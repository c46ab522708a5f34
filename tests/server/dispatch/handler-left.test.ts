import { CITY } from '@tests/support/city'
import { aCase, aMediator, type CaseView } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'

let service: Service
let resident: Client
let admin: Client
let dispatcher: Client
beforeAll(async () => {
  service = await aService()
  resident = await service.login('何小雨')
  admin = await service.staff('admin')
  dispatcher = await service.staff('dispatcher')
})
afterAll(() => service.close())

type Move = 'accept' | 'startHandling' | 'suspend' | 'resolve' | 'confirm' | 'object' | 'reopen'
const move = async (client: Client, id: string, name: Move): Promise<CaseView> => {
  const { revision } = await client.call('cases.get', { params: { id } })
  return client.call('cases.move', { params: { id }, body: { move: name, revision, reason: '写明原因' } })
}
const at = async (client: Client, steps: Move[]): Promise<string> => {
  const { id, assignee } = await aCase(service, resident)
  expect(assignee?.id).toBe(client.personId)
  for (const step of steps) await move(step === 'confirm' ? resident : client, id, step)
  return id
}
const leave = (client: Client, role: 'mediator' | 'gridWorker' = 'mediator') =>
  admin.call('staff.revokeRole', { params: { id: client.personId }, body: { role, regionCode: CITY.grid } })
const seen = (id: string) => resident.call('cases.get', { params: { id } })
const QUEUED = { status: 'submitted', assignee: { name: '东河县综治中心' } }

describe('the cases of somebody who handles none any more', () => {
  it('go back to the centre, whatever they were at, and the applicant reads why', async () => {
    const client = await aMediator(service, { name: '要走的', regionCode: CITY.grid })
    const ids = [await at(client, []), await at(client, ['accept']), await at(client, ['accept', 'startHandling', 'suspend'])]
    await leave(client)
    for (const id of ids) {
      const doc = await seen(id)
      expect(doc).toMatchObject(QUEUED)
      expect(doc.timeline.at(-1)?.text).toContain('原经办人不再办理事项')
      expect(doc.can).not.toContain('book')
    }
    const { items } = await dispatcher.call('cases.list', { query: { view: 'inbox' } })
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
  })

  it('that wait for the applicant’s word, or have ended, go there when they would come back', async () => {
    const client = await aMediator(service, { name: '也要走的', regionCode: CITY.grid })
    const waiting = await at(client, ['accept', 'startHandling', 'resolve'])
    const closed = await at(client, ['accept', 'startHandling', 'resolve', 'confirm'])
    await leave(client)
    expect((await seen(waiting)).status).toBe('resolved')
    await move(resident, waiting, 'object')
    await move(resident, closed, 'reopen')
    await service.drain()
    for (const id of [waiting, closed]) expect(await seen(id)).toMatchObject(QUEUED)
  })

  it('stay while another role is left in which they are handled', async () => {
    const client = await aMediator(service, { name: '换岗的', regionCode: CITY.grid })
    const also = await service.staff('gridWorker', { name: '换岗的', regionCode: CITY.grid })
    expect(also.personId).toBe(client.personId)
    const id = await at(client, ['accept'])
    await leave(client)
    expect(await seen(id)).toMatchObject({ status: 'accepted', assignee: { name: '换岗的' } })
    await leave(client, 'gridWorker')
    expect(await seen(id)).toMatchObject(QUEUED)
  })
})
