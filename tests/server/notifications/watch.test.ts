import { notificationListener } from '@server/modules/notifications'
import { CITY } from '@tests/support/city'
import { aCase, aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'

let service: Service
let mediator: Client
let applicant: Client
let dispatcher: Client
let supervisor: Client
let citySupervisor: Client
let department: Client
let events = 0

beforeAll(async () => {
  service = await aService()
  mediator = await aMediator(service, { name: '王秀兰', capacity: 200 })
  applicant = await service.login('李明')
  dispatcher = await service.staff('dispatcher')
  supervisor = await service.staff('supervisor')
  citySupervisor = await service.staff('supervisor', { regionCode: CITY.city })
  department = await service.staff('department')
})
afterAll(() => service.close())

/** Lets an event about a case be heard, twice, as the outbox may. */
const hear = async (type: string, data: Record<string, unknown>) => {
  events += 1
  const event = { id: `watch-${events}`, type, at: service.clock.now(), data }
  await notificationListener([event])
  await notificationListener([event])
}
const told = async (who: Client, type: string, caseId: string) =>
  (await who.call('notifications.list', { query: { limit: 100 } })).items.filter((one) => one.type === type && one.caseId === caseId)
const titles = async (who: Client, type: string, caseId: string) => (await told(who, type, caseId)).map((one) => one.title)

describe('danger', () => {
  it('is told at once to whoever is on duty, and to who has the case when somebody saw it later', async () => {
    const { id } = await aCase(service, applicant)
    await service.drain()
    await hear('risk.raised', { caseId: id, risk: 'A', byPersonId: 'a dispatcher' })
    expect(await told(dispatcher, 'risk.raised', id)).toMatchObject([{ title: '有一件危急的事，请马上处理', urgent: true, read: false }])
    expect(await told(mediator, 'risk.raised', id)).toMatchObject([{ title: '您手上的一件事风险升高了', urgent: true }])
    for (const other of [applicant, supervisor]) expect(await titles(other, 'risk.raised', id)).toEqual([])
  })
  it('in a new case reaches its owner with the case, and whoever is on duty besides', async () => {
    const { id } = await aCase(service, applicant, { text: '他拿着刀堵在门口，说要砍死我们一家，孩子吓得直哭。' })
    await service.drain()
    expect(await told(mediator, 'case.submitted', id)).toMatchObject([{ title: '有一件高风险的事派给您', urgent: true, sort: 'work' }])
    expect(await told(dispatcher, 'risk.raised', id)).toMatchObject([{ urgent: true }])
    expect(await told(mediator, 'risk.raised', id)).toEqual([])
  })
  it('of which whoever is on duty is a party goes to those above, and to the party nothing that is for the staff', async () => {
    const { id } = await aCase(service, dispatcher, { text: '邻居拿着刀堵在我家门口，说要砍死我们。' })
    await service.drain()
    await hear('light.changed', { caseId: id, light: 'red', deadlines: ['accept'] })
    expect(await told(supervisor, 'risk.raised', id)).toMatchObject([{ title: '有一件危急的事，请马上处理', urgent: true }])
    for (const type of ['risk.raised', 'light.changed']) expect(await titles(dispatcher, type, id)).toEqual([])
  })
  it('that is none is no news', async () => {
    const { id } = await aCase(service, applicant)
    await hear('risk.raised', { caseId: id, risk: 'C', byPersonId: null })
    await hear('case.classified', { caseId: id, byPersonId: 'somebody' })
    for (const who of [dispatcher, mediator, supervisor]) expect(await titles(who, 'risk.raised', id)).toEqual([])
  })
})

describe('who watches over a case is told', () => {
  it('of silence: the supervisor', async () => {
    const { id } = await aCase(service, applicant)
    await hear('silence.passed', { caseId: id, personId: mediator.personId, to: null })
    expect(await titles(supervisor, 'silence.passed', id)).toEqual(['有一件事没人应，已退回调度'])
    expect(await titles(mediator, 'silence.passed', id)).toEqual([])
  })
  it('of lights: yellow the owner, red the nearest supervisor, too', async () => {
    const { id } = await aCase(service, applicant)
    await hear('light.changed', { caseId: id, light: 'yellow', deadlines: ['total'] })
    expect(await titles(mediator, 'light.changed', id)).toEqual(['有一件事快到办结期限了'])
    expect(await titles(supervisor, 'light.changed', id)).toEqual([])
    await hear('light.changed', { caseId: id, light: 'red', deadlines: ['total'] })
    expect(await titles(mediator, 'light.changed', id)).toEqual(['有一件事已经超过办结期限', '有一件事快到办结期限了'])
    expect(await titles(supervisor, 'light.changed', id)).toEqual(['有一件事已经超过办结期限'])
    expect(await titles(citySupervisor, 'light.changed', id)).toEqual([])
  })
  it('of what nobody does even then: the supervisors of the level above', async () => {
    const { id } = await aCase(service, applicant)
    await hear('deadline.escalated', { caseId: id, regionCode: CITY.city })
    expect(await titles(citySupervisor, 'deadline.escalated', id)).toEqual(['有一件事超期后一直没有办'])
    expect(await titles(supervisor, 'deadline.escalated', id)).toEqual([])
    const { id: asked } = await aCase(service, applicant)
    await hear('deadline.escalated', { caseId: asked, regionCode: CITY.city, supervisionId: 'x' })
    expect(await titles(citySupervisor, 'deadline.escalated', asked)).toEqual(['有一件督办到期没有答复'])
  })
  it('of more time: the centre of the wish, the owner of the decision', async () => {
    const { id } = await aCase(service, applicant)
    await hear('extension.changed', { caseId: id, extensionId: 'x', change: 'asked', byPersonId: mediator.personId })
    await hear('extension.changed', { caseId: id, extensionId: 'x', change: 'refused', byPersonId: dispatcher.personId })
    expect(await titles(dispatcher, 'extension.changed', id)).toEqual(['有人申请延长时限'])
    expect(await titles(mediator, 'extension.changed', id)).toEqual(['延长时限的申请没有同意'])
  })
  it('of supervision: the owner of what is asked, who asked of the reply', async () => {
    const { id } = await aCase(service, applicant)
    const { id: supervisionId } = await supervisor.call('supervisions.start', { params: { id }, body: { text: '办到哪一步了？' } })
    await service.drain()
    expect(await titles(mediator, 'supervision.changed', id)).toEqual(['有一件督办请您回复'])
    await mediator.call('supervisions.reply', { params: { id: supervisionId }, body: { text: '周五上门。' } })
    await service.drain()
    expect(await titles(supervisor, 'supervision.changed', id)).toEqual(['您督办的事有回复了'])
    expect(await titles(citySupervisor, 'supervision.changed', id)).toEqual([])
  })
  it('of a question: who was asked that it is late or no longer wanted, without the title; the owner that it is late', async () => {
    const { id, title } = await aCase(service, applicant, { title: '老张家院墙渗水' })
    const { questions } = await mediator.call('contributors.ask', {
      params: { id },
      body: { organisationId: service.city.organisations.department, question: '谁养护？' },
    })
    const data = { caseId: id, questionId: questions[0]?.id }
    await hear('question.overdue', data)
    await hear('question.withdrawn', { ...data, byPersonId: mediator.personId })
    expect(await titles(department, 'question.overdue', id)).toEqual(['协助的事已过答复期限'])
    expect(await titles(mediator, 'question.overdue', id)).toEqual(['请人协助的事还没有答复'])
    const { items } = await department.call('notifications.list', { query: { limit: 100 } })
    expect(items.filter((one) => one.type === 'question.withdrawn')).toMatchObject([{ caseId: null, page: 'pages/messages/index' }])
    expect(JSON.stringify(items)).not.toContain(title)
  })
  it('of a matter that looks like another: who has the case', async () => {
    const { id } = await aCase(service, applicant)
    for (const pairId of ['p', 'q']) await hear('similar.found', { caseId: id, pairId })
    expect(await titles(mediator, 'similar.found', id)).toEqual(['有一件事可能是重复反映的'])
    expect(await titles(applicant, 'similar.found', id)).toEqual([])
  })
})
