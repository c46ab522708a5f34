import { CITY } from '@tests/support/city'
import { aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { aFailedDispute } from '../feedback/support'

let service: Service
let applicant: Client
let dispatcher: Client
beforeAll(async () => {
  service = await aService()
  applicant = await service.login('费小青')
  dispatcher = await service.staff('dispatcher')
})
afterAll(() => service?.close())

describe('after mediation has failed', () => {
  test('departments and those at a higher level are offered, nobody at the same level', async () => {
    const { found, mediator } = await aFailedDispute(service, applicant, await service.login('老申'))
    const colleague = await aMediator(service, { name: '同村老屠' })
    const township = await aMediator(service, { name: '镇上老阮', regionCode: CITY.township })
    const clerk = await service.staff('department', { name: '局里小管' })
    await service.staff('gridWorker', { name: '网格小臧' })
    const { items } = await mediator.call('assignees.list', { params: { id: found.id } })
    const people = items.filter((one) => one.kind === 'person').map((one) => one.name)
    expect(people).toEqual([clerk.user.name, township.user.name])
    const queues = items.filter((one) => one.kind === 'organisation').map((one) => one.name)
    expect(queues.sort()).toEqual(['东河县综治中心', '东河县自然资源局', '平安市综治中心', '老周调解工作室'].sort())

    const passOn = (body: object) =>
      mediator.raw('POST', `/api/cases/${found.id}/moves`, {
        body: { move: 'passOn', revision: found.revision, reason: '本村调不下来', ...body },
      })
    expect(await passOn({ assigneeId: colleague.personId })).toMatchObject({
      status: 400,
      body: { code: 'invalid_input', errors: [{ path: 'assigneeId', code: 'not_higher' }] },
    })
    expect(await passOn({ organisationId: service.city.organisations.committee })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'organisationId', code: 'not_higher' }] },
    })
    expect(await passOn({})).toMatchObject({ status: 400, body: { errors: [{ path: 'assigneeId', code: 'required' }] } })
    const passed = await passOn({ assigneeId: township.personId })
    expect(passed).toMatchObject({ status: 200, body: { status: 'assigned' } })
    expect((await dispatcher.call('cases.get', { params: { id: found.id } })).assignee?.id).toBe(township.personId)
  })

  test('the centre above takes it into its queue', async () => {
    const { found, mediator } = await aFailedDispute(service, applicant, await service.login('老蔺'))
    const organisationId = service.city.organisations.centre
    const body = { move: 'passOn' as const, revision: found.revision, reason: '请县里再调', organisationId }
    await mediator.call('cases.move', { params: { id: found.id }, body })
    expect(await dispatcher.call('cases.get', { params: { id: found.id } })).toMatchObject({
      status: 'assigned',
      assignee: { id: organisationId },
    })
  })
})
