import { database } from '@server/platform/database'
import { type EndpointName, endpoints } from '@shared/endpoints'
import { CITY, POINTS } from '@tests/support/city'
import type { CallOptions, Client, Output } from '@tests/support/client'
import { aCase, aDispute, aMediator } from '@tests/support/factories'
import { photo } from '@tests/support/media'
import { aService, type Service } from '@tests/support/service'

let service: Service
beforeAll(async () => {
  service = await aService()
})
afterAll(() => service?.close())

/** Collections that hold a handful of documents whatever the city's size, or that are asked whether they are empty. */
const BOUNDED = new Set(['leases', 'wechatTokens', 'regionVersion'])
/** GridFS asks once whether there is anything yet, before it makes its own indexes. */
const asksWhetherEmpty = (entry: Profiled) => entry.ns.endsWith('.content.files') && entry.command?.limit === 1 && entry.docsExamined <= 1

interface Profiled {
  ns: string
  op: string
  planSummary?: string
  docsExamined: number
  command?: Record<string, unknown>
}

const called = new Set<EndpointName>()
const ask = <N extends EndpointName>(client: Client, name: N, options?: CallOptions<N>): Promise<Output<N>> => {
  called.add(name)
  return client.call(name, options)
}

const startProfiling = async () => {
  const db = database()
  await db.command({ profile: 0 })
  // The usual one megabyte would forget the beginning of the walk.
  await db.createCollection('system.profile', { capped: true, size: 256 * 2 ** 20 })
  await db.command({ profile: 2 })
}

const accounts = async () => {
  const ticket = await ask(service.anonymous, 'scanTickets.create')
  const li = await service.login('李')
  called.add('sessions.create').add('terms.get').add('me.update')
  await ask(li, 'scanTickets.confirm', { params: { ticket: ticket.ticket } })
  await ask(service.anonymous, 'scanTickets.redeem', { params: { ticket: ticket.ticket }, body: { secret: ticket.secret } })
  const other = await service.login('小李')
  await ask(service.anonymous, 'sessions.refresh', { body: { refreshToken: other.refreshToken } })
  await ask(await service.login('小李'), 'sessions.delete')
  await ask(li, 'me.get')
  await ask(li, 'me.profile')
  await ask(li, 'me.setPhone', { body: { phone: '13800000001' } })
  return li
}

const administration = async (admin: Client) => {
  const organisation = await ask(admin, 'organisations.create', {
    body: { kind: 'studio', name: '老郑工作室', regionCode: CITY.village },
    key: 'o',
  })
  await ask(admin, 'organisations.list', { query: { regionCode: CITY.county } })
  await ask(admin, 'organisations.list', { query: { kind: 'centre' } })
  const given = { role: 'officer' as const, regionCode: CITY.village, name: '郑' }
  const open = await ask(admin, 'invitations.create', { body: { ...given, organisationId: organisation.id }, key: 'i' })
  const taken = await ask(admin, 'invitations.create', { body: given })
  await ask(admin, 'invitations.revoke', { params: { id: open.id } })
  const zheng = await service.login('郑')
  await ask(zheng, 'invitations.redeem', { body: { code: taken.code ?? '' } })
  await ask(admin, 'invitations.list', { query: { limit: 1 } })
  await ask(admin, 'staff.list', { query: {} })
  await ask(admin, 'staff.revokeRole', { params: { id: zheng.personId }, body: { role: 'officer', regionCode: CITY.village } })
  await ask(admin, 'regions.import', { body: { format: 'csv', content: `code,name\n${CITY.village}003,桥头三网格` } })
  const rooms = [{ name: '调解室', seats: 6 }]
  await ask(admin, 'venues.create', { body: { name: '镇政府', address: '柳溪镇', regionCode: CITY.township, rooms }, key: 'v' })
  await ask(admin, 'calendars.load', { params: { year: 2028 }, body: { holidays: ['2028-01-01'], workdays: [] } })
}

const forms = async (li: Client) => {
  for (const query of [{}, { parent: CITY.county }, { point: POINTS.grid.join(',') }, { code: CITY.grid }, { name: '桥头' }])
    await ask(li, 'regions.list', { query })
  await ask(li, 'regions.shapes', { params: { code: CITY.village } })
  await ask(li, 'venues.list', { query: {} })
  await ask(li, 'venues.list', { query: { regionCode: CITY.grid } })
  await ask(li, 'categories.list')
  await ask(li, 'mediators.list', { query: { regionCode: CITY.grid, category: 'neighbour.leak' } })
}

const desk = async (mediator: Client) => {
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' }))
  await ask(mediator, 'workingPlan.put', { body: { hours, sessionMinutes: 60, noticeHours: 2, daysOff: [] } })
  await ask(mediator, 'workingPlan.get')
  await ask(mediator, 'desk.get')
  await ask(mediator, 'desk.update', { body: { capacity: 50 } })
}

const lists = async (li: Client, mediator: Client, staff: Client[]) => {
  for (let count = 0; count < 3; count++) await aCase(service, li, { category: 'other.other', opinionUse: true })
  for (const query of [{ limit: 1 }, { limit: 1, status: ['assigned' as const] }, { limit: 1, kind: 'complaint' as const }]) {
    const first = await ask(li, 'cases.list', { query })
    await ask(li, 'cases.list', { query: { ...query, cursor: first.nextCursor ?? undefined } })
    const inbox = await ask(mediator, 'cases.list', { query: { ...query, view: 'inbox' } })
    await ask(mediator, 'cases.list', { query: { ...query, view: 'inbox', cursor: inbox.nextCursor ?? undefined } })
    for (const one of staff) {
      const region = await ask(one, 'cases.list', { query: { ...query, view: 'region' } })
      if (region.nextCursor) await ask(one, 'cases.list', { query: { ...query, view: 'region', cursor: region.nextCursor } })
      await ask(one, 'cases.list', { query: { ...query, view: 'inbox' } })
    }
  }
}

const talk = async (id: string, li: Client, mediator: Client) => {
  const file = await li.upload(await photo(), { key: 'f' })
  called.add('files.upload').add('files.read')
  expect((await li.raw('GET', file.url)).status).toBe(200)
  const params = { id }
  const said = await ask(li, 'messages.send', { params, body: { room: 'applicant', text: '您好', fileIds: [file.id] }, key: 'm' })
  await ask(mediator, 'messages.list', { params, query: { limit: 1 } })
  await ask(mediator, 'messages.list', { params, query: { room: 'applicant' } })
  await ask(mediator, 'messages.markRead', { params, body: { messageId: said.id } })
  await ask(mediator, 'unread.get')
}

const parties = async (id: string, li: Client, mediator: Client, wang: Client) => {
  const params = { id }
  const { code } = await ask(li, 'parties.invite', { params, body: { part: 'respondent' }, key: 'p' })
  await ask(wang, 'parties.answer', { body: { code, agree: true } })
  const helper = await ask(li, 'parties.invite', { params, body: { part: 'helper' } })
  const zhao = await service.login('赵')
  await ask(zhao, 'parties.answer', { body: { code: helper.code, agree: true } })
  const { parties } = await ask(mediator, 'cases.get', { params })
  const party = (part: string, side: string) => parties.find((one) => one.part === part && one.side === side)?.id ?? ''
  await ask(mediator, 'parties.phone', { params: { id, partyId: party('party', 'respondent') } })
  await ask(li, 'parties.revoke', { params: { id, partyId: party('helper', 'applicant') } })
}

const help = async (id: string, mediator: Client, department: Client) => {
  const organisationId = service.city.organisations.department
  await ask(mediator, 'contributors.ask', { params: { id }, body: { organisationId, question: '雨棚需要审批吗？' }, key: 'q' })
  const { questions } = await ask(department, 'cases.get', { params: { id } })
  await ask(department, 'contributors.answer', { params: { id, questionId: questions[0]?.id ?? '' }, body: { answer: '需要。' } })
  await ask(mediator, 'assignees.list', { params: { id } })
}

const meet = async (id: string, li: Client, mediator: Client, wang: Client) => {
  const params = { id }
  const { items } = await ask(li, 'slots.list', { params, query: {} })
  const [slot, later] = [items[0], items[4]]
  const booking = { startsAt: slot?.startsAt ?? '', mode: 'onsite' as const, venueId: slot?.venueIds[0] }
  const booked = await ask(mediator, 'bookings.create', { params, body: booking, key: 'b' })
  await ask(mediator, 'bookings.move', { params: { id: booked.id }, body: { move: 'reschedule', startsAt: later?.startsAt ?? '' } })
  for (const side of [li, wang]) {
    const { booking: now } = await side.call('cases.get', { params })
    if (now?.can.includes('confirm')) await ask(side, 'bookings.move', { params: { id: booked.id }, body: { move: 'confirm' } })
  }
  const from = (slot?.startsAt ?? '').slice(0, 10)
  await ask(mediator, 'bookings.calendar', { query: { from, to: (later?.startsAt ?? from).slice(0, 10) } })
  await ask(mediator, 'bookings.move', { params: { id: booked.id }, body: { move: 'cancel', reason: '改为电话' } })
}

const end = async (id: string, li: Client, mediator: Client) => {
  const move = async (client: Client, name: 'agree' | 'perform' | 'resolve' | 'confirm') => {
    const { revision } = await client.call('cases.get', { params: { id } })
    await ask(client, 'cases.move', { params: { id }, body: { move: name, revision, reason: '双方同意。' } })
  }
  await move(mediator, 'agree')
  await move(mediator, 'perform')
  await move(mediator, 'resolve')
  await move(li, 'confirm')
  await ask(li, 'feedback.give', { params: { id }, body: { overall: 1, text: '太慢了' }, key: 'g' })
  await ask(li, 'feedback.give', { params: { id }, body: { overall: 2 } })
}

const afterwards = async (id: string, li: Client, supervisor: Client, member: Client) => {
  await ask(supervisor, 'cases.get', { params: { id }, query: { reason: '抽查' } })
  const tasks = await ask(supervisor, 'feedbackTasks.list', { query: { limit: 1 } })
  await ask(supervisor, 'feedbackTasks.finish', { params: { id: tasks.items[0]?.id ?? '' }, body: { note: '已电话说明' } })
  await ask(supervisor, 'feedbackTasks.list', { query: { state: 'done' } })
  await new Promise((resolve) => setTimeout(resolve, 1200))
  await ask(li, 'cases.reads', { params: { id }, query: { limit: 1 } })
  await ask(li, 'notifications.list', { query: { limit: 1 } })
  await ask(li, 'notifications.markRead', { body: { upTo: service.clock.now().toISOString() } })
  await ask(li, 'unread.get')
  await ask(li, 'subscriptions.templates')
  await ask(li, 'subscriptions.record', { body: { answers: [{ template: 'message', answer: 'accept' }] }, key: 's' })
  for (const query of [{}, { regionCode: CITY.county, kind: 'complaint' as const, category: 'other.other' }]) {
    await ask(member, 'opinion.summary', { query })
    await ask(member, 'opinion.wordings', { query: { ...query, limit: 1 } })
    await ask(member, 'opinion.wordings', { query: { ...query, q: '路灯' } })
    called.add('opinion.export')
    expect((await member.raw('GET', `/api/opinion/export?regionCode=${query.regionCode ?? CITY.city}`)).status).toBe(200)
  }
}

it('every query of the service uses an index', async () => {
  await startProfiling()
  const li = await accounts()
  const wang = await service.login('王')
  const [admin, department, supervisor, dispatcher, gridWorker, member] = await Promise.all(
    (['admin', 'department', 'supervisor', 'dispatcher', 'gridWorker', 'cppccMember'] as const).map((role) => service.staff(role)),
  )
  if (!admin || !department || !supervisor || !dispatcher || !gridWorker || !member) throw new Error('staff are missing')
  const mediator = await aMediator(service)
  await administration(admin)
  await forms(li)
  await desk(mediator)

  const { id } = await aDispute(service, li, { category: 'neighbour.leak', opinionUse: true })
  called.add('cases.submit')
  await ask(gridWorker, 'cases.submit', {
    body: { kind: 'hazard', text: '河边护栏松动。', regionCode: CITY.grid, onBehalfOf: { name: '孙' } },
  })
  await lists(li, mediator, [dispatcher, supervisor, gridWorker])
  const accept = await ask(mediator, 'cases.get', { params: { id } })
  await ask(mediator, 'cases.move', { params: { id }, body: { move: 'accept', revision: accept.revision } })
  await talk(id, li, mediator)
  await parties(id, li, mediator, wang)
  await help(id, mediator, department)
  const ready = await ask(mediator, 'cases.get', { params: { id } })
  const start = { move: 'startMediation' as const, revision: ready.revision, respondentConsent: 'phone' as const }
  await ask(mediator, 'cases.move', { params: { id }, body: start })
  await meet(id, li, mediator, wang)
  await end(id, li, mediator)
  await service.drain()
  await afterwards(id, li, supervisor, member)
  await service.clock.advance(40 * 86_400_000)
  await service.catchUp()
  await ask(li, 'me.export')
  await ask(await service.login('孟'), 'me.erase', { body: { confirm: '注销账号' } })

  await database().command({ profile: 0 })
  const name = database().databaseName
  expect(
    await database()
      .collection('system.profile')
      .countDocuments({ planSummary: /IXSCAN/ }),
  ).toBeGreaterThan(200)
  const scans = (await database()
    .collection('system.profile')
    .find({ planSummary: /COLLSCAN/ })
    .toArray()) as unknown as Profiled[]
  const bad = scans.filter((entry) => {
    const collection = entry.ns.slice(name.length + 1)
    return collection !== 'system.profile' && !BOUNDED.has(collection) && !asksWhetherEmpty(entry)
  })
  const told = [...new Set(bad.map((entry) => `${entry.op} ${entry.ns} ${JSON.stringify(entry.command).slice(0, 400)}`))]
  expect(told).toEqual([])
  expect(Object.keys(endpoints).filter((one) => !called.has(one as EndpointName))).toEqual([])
}, 90_000)
