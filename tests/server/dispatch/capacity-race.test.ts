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
