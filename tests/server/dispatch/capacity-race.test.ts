import { CITY } from '@tests/support/city'
import { aCase, aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'

let service: Service
beforeAll(async () => {
  service = await aService()
})
afterAll(() => service.close())

const AT_ONCE = 200
const submitAtOnce = async (resident: Client) => Promise.all(Array.from({ length: AT_ONCE }, () => aCase(service, resident)))
const loadsOf = (staff: Client[]) => Promise.all(staff.map(async (client) => (await client.call('desk.get')).load))
const closeAll = (staff: Client[]) => Promise.all(staff.map((client) => client.call('desk.update', { body: { open: false } })))
const team = (count: number, capacity: number) =>
  Promise.all(
    Array.from({ length: count }, (_, i) => aMediator(service, { name: `第${capacity}组${i}号`, regionCode: CITY.grid, capacity })),
  )

describe('the last place at a desk', () => {
  test('is given once, however many dispatchers assign cases to it at the same moment', async () => {
    const resident = await service.login('同时派单')
    const dispatcher = await service.staff('dispatcher', { regionCode: CITY.county })
    const waiting = await Promise.all(Array.from({ length: 12 }, () => aCase(service, resident)))
    expect(waiting.every((one) => one.status === 'submitted')).toBe(true)
    const mediator = await aMediator(service, { name: '只剩一席', regionCode: CITY.grid, capacity: 1 })
    const answers = await Promise.all(
      waiting.map(({ id, revision }) =>
        dispatcher.raw('POST', `/api/cases/${id}/moves`, { body: { move: 'assign', revision, assigneeId: mediator.personId } }),
      ),
    )
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1)
    const refused = answers.filter((one) => one.status === 400)
    expect(refused.map((one) => one.body.errors[0].code)).toEqual(Array.from({ length: 11 }, () => 'desk_full'))
    expect(await loadsOf([mediator])).toEqual([1])
    await closeAll([mediator])
  })

  test('does not stand in the way of a case that comes back to its mediator', async () => {
    const resident = await service.login('事情又回来')
    const mediator = await aMediator(service, { name: '满手的人', regionCode: CITY.grid, capacity: 1 })
    let found = await aCase(service, resident)
    const step = async (client: Client, move: 'accept' | 'startHandling' | 'resolve' | 'object', reason?: string) => {
      found = await client.call('cases.move', {
        params: { id: found.id },
        body: { move, revision: found.revision, ...(reason ? { reason } : {}) },
      })
    }
    for (const move of ['accept', 'startHandling'] as const) await step(mediator, move)
    await step(mediator, 'resolve', '修好了')
    await aCase(service, resident)
    await step(resident, 'object', '还是不亮')
    expect(found.status).toBe('handling')
    expect(await loadsOf([mediator])).toEqual([2])
    await closeAll([mediator])
  })
})

describe('200 cases submitted at once', () => {
  test('are shared evenly among equal colleagues', async () => {
    const resident = await service.login('同时提交一')
    const staff = await team(7, 60)
    const cases = await submitAtOnce(resident)
    const loads = await loadsOf(staff)
    expect(cases.every((one) => one.status === 'assigned')).toBe(true)
    expect(loads.reduce((sum, load) => sum + load, 0)).toBe(AT_ONCE)
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
    await closeAll(staff)
  })

  test('leave nobody above capacity, nobody idle beside a full colleague, and the rest in the queue', async () => {
    const resident = await service.login('同时提交二')
    const staff = [...(await team(3, 20)), ...(await team(2, 45))]
    const cases = await submitAtOnce(resident)
    const loads = await loadsOf(staff)
    expect(loads).toEqual([20, 20, 20, 45, 45])
    const byOwner = new Map<string, number>()
    for (const one of cases) byOwner.set(one.assignee?.id ?? '', (byOwner.get(one.assignee?.id ?? '') ?? 0) + 1)
    expect(staff.map((client) => byOwner.get(client.personId))).toEqual(loads)
    const waiting = cases.filter((one) => one.status === 'submitted')
    expect(waiting).toHaveLength(AT_ONCE - 150)
    expect(waiting.every((one) => one.assignee?.name === '东河县综治中心')).toBe(true)
    await closeAll(staff)
  })
})

describe('desks that another process has filled, of which this one does not know yet', () => {
  const desks = async () => (await import('@server/modules/dispatch/desk.model')).DeskModel.collection
  const fill = async (client: Client, room: number) =>
    (await desks()).updateOne({ personId: client.personId }, { $inc: { load: 18 - room, room: room - 18, rev: 18 - room } })

  test('get no more than they have room for, and the others take the rest', async () => {
    const resident = await service.login('同时提交三')
    const [full, nearly, free] = (await team(3, 18)) as [Client, Client, Client]
    await fill(full, 0)
    await fill(nearly, 2)
    const cases = await Promise.all(Array.from({ length: 12 }, () => aCase(service, resident)))
    expect(await loadsOf([full, nearly, free])).toEqual([18, 18, 10])
    const had = (client: Client) => cases.filter((one) => one.assignee?.id === client.personId).length
    expect([full, nearly, free].map(had)).toEqual([0, 2, 10])
    await closeAll([full, nearly, free])
  })

  test('or taken away, are not made again by a claim', async () => {
    const resident = await service.login('同时提交四')
    const [gone, free] = (await team(2, 19)) as [Client, Client]
    await (await desks()).deleteOne({ personId: gone.personId })
    const before = await (await desks()).countDocuments({})
    const cases = await Promise.all(Array.from({ length: 12 }, () => aCase(service, resident)))
    expect(new Set(cases.map((one) => one.assignee?.id))).toEqual(new Set([free.personId]))
    expect(await (await desks()).countDocuments({})).toBe(before)
    expect(await loadsOf([free])).toEqual([12])
    await closeAll([free])
  })
})
