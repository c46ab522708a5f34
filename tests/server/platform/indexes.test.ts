import { verifyAudit } from '@server/modules/archive'
import { learnFromFile } from '@server/modules/understanding'
import { database } from '@server/platform/database'
import { DEFAULT_RULES } from '@shared/deadlines/limits'
import { DEFAULT_RULES as USUAL_ROUTING } from '@shared/dispatch/default-rules'
import { type EndpointName, endpoints } from '@shared/endpoints'
import { CITY, POINTS } from '@tests/support/city'
import type { CallOptions, Client, Output } from '@tests/support/client'
import { aCase, aDispute, aMediator, place } from '@tests/support/factories'
import { photo } from '@tests/support/media'
import { aService, type Service } from '@tests/support/service'
import { draftOf, WORDS } from '../answers/support'
import { aDraft, carryThrough, submit } from '../briefs/papers-support'
import { walkBriefs } from '../briefs/walk'
import { walkConsultations } from '../consultations/walk'
import { anEverydayPast, BUS, bring, follow, people, WATER } from '../insight/support'
import { anEffectivePaper } from '../obligations/support'

let service: Service
beforeAll(async () => {
  service = await aService()
})
afterAll(async () => {
  // The files that use this worker's database next are not written down.
  await database().command({ profile: 0 })
  await database().collection('system.profile').drop()
  await service?.close()
})

/** Collections that hold a handful of documents whatever the city's size, or that are asked whether they are empty. */
const BOUNDED = new Set(['leases', 'wechatTokens', 'regionVersion'])
/** GridFS asks once whether there is anything yet, before it makes its own indexes: of two at once the second finds something. */
const asksWhetherEmpty = (entry: Profiled) => entry.ns.endsWith('.files') && entry.command?.limit === 1 && entry.docsExamined <= 1

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
  await ask(zheng, 'invitations.preview', { body: { code: taken.code ?? '' } })
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
    const handled = await ask(mediator, 'cases.list', { query: { ...query, view: 'handled' } })
    if (handled.nextCursor) await ask(mediator, 'cases.list', { query: { ...query, view: 'handled', cursor: handled.nextCursor } })
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
  await ask(service.anonymous, 'parties.preview', { body: { code } })
  await ask(wang, 'parties.answer', { body: { code, agree: true } })
  const helper = await ask(li, 'parties.invite', { params, body: { part: 'helper' } })
  const zhao = await service.login('赵')
  await ask(zhao, 'parties.answer', { body: { code: helper.code, agree: true } })
  const { parties } = await ask(mediator, 'cases.get', { params })
  const party = (part: string, side: string) => parties.find((one) => one.part === part && one.side === side)?.id ?? ''
  await ask(mediator, 'parties.phone', { params: { id, partyId: party('party', 'respondent') } })
  await ask(li, 'parties.revoke', { params: { id, partyId: party('helper', 'applicant') } })
  await ask(mediator, 'parties.change', { params: { id, partyId: party('party', 'respondent') }, body: { minor: false } })
  const neighbour = await ask(li, 'parties.invite', { params, body: { part: 'coParty' } })
  await ask(zhao, 'parties.answer', { body: { code: neighbour.code, agree: true } })
  await ask(li, 'parties.speakers', { params, body: { partyIds: [party('party', 'applicant')] } })
  for (const quit of [true, false]) await ask(zhao, 'parties.quit', { params, body: { quit } })
  for (const side of [li, wang]) await ask(side, 'rooms.joint', { params, body: { open: true } })
  const note = await ask(mediator, 'notes.write', { params, body: { text: '双方都愿意谈' }, key: 'n' })
  await ask(mediator, 'notes.list', { params, query: { limit: 1 } })
  await ask(mediator, 'notes.remove', { params: { id, noteId: note.id } })
}

const help = async (id: string, mediator: Client, department: Client) => {
  const organisationId = service.city.organisations.department
  await ask(mediator, 'contributors.ask', { params: { id }, body: { organisationId, question: '雨棚需要审批吗？' }, key: 'q' })
  const { questions } = await ask(department, 'cases.get', { params: { id } })
  await ask(department, 'contributors.answer', { params: { id, questionId: questions[0]?.id ?? '' }, body: { answer: '需要。' } })
  const { questions: again } = await ask(mediator, 'contributors.ask', { params: { id }, body: { organisationId, question: '还要什么？' } })
  await ask(mediator, 'questions.withdraw', { params: { id, questionId: again.at(-1)?.id ?? '' } })
  await ask(mediator, 'assignees.list', { params: { id } })
}

const avoidance = async (li: Client, mediator: Client, dispatcher: Client) => {
  const person = { name: '李大', relation: '哥哥', phone: '13800000077' }
  await ask(mediator, 'ties.put', { body: { employers: ['柳溪镇供水站'], addresses: ['桥头村九组1号'], people: [person] } })
  await ask(mediator, 'ties.get')
  const { id } = await aDispute(service, li, { category: 'neighbour.leak' })
  const params = { id }
  await ask(li, 'ways.list', { params })
  await ask(li, 'avoidance.ask', { params, body: { reason: '想换一位' }, key: 'a' })
  await ask(li, 'avoidance.forCase', { params })
  const { items } = await ask(dispatcher, 'avoidance.list', { query: { limit: 1 } })
  await ask(dispatcher, 'avoidance.list', { query: { limit: 1, state: 'granted' } })
  await ask(dispatcher, 'assignees.list', { params })
  await ask(dispatcher, 'avoidance.decide', { params: { id: items[0]?.id ?? '' }, body: { granted: true, reason: '同意' } })
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

/** A case that waits for the time of another, gets it, and goes to a colleague with it. */
const wait = async (li: Client, wang: Client, mediator: Client) => {
  await aMediator(service, { name: '沈和', capacity: 5 })
  const [first, second] = await Promise.all([li, wang].map((client) => aCase(service, client, { preferredMediatorId: mediator.personId })))
  const params = { id: second?.id ?? '' }
  const { items } = await ask(li, 'slots.list', { params: { id: first?.id ?? '' }, query: { mode: 'phone' } })
  const body = { startsAt: items[3]?.startsAt ?? '', mode: 'phone' as const }
  const taken = await ask(li, 'bookings.create', { params: { id: first?.id ?? '' }, body })
  await ask(wang, 'waiting.join', { params, body: { mode: 'phone' }, key: 'w' })
  await ask(li, 'bookings.move', { params: { id: taken.id }, body: { move: 'cancel', reason: '有事' } })
  await service.drain()
  const place = (await ask(wang, 'waiting.get', { params })).items[0]
  await ask(wang, 'bookings.move', { params: { id: place?.offer?.bookingId ?? '' }, body: { move: 'confirm' } })
  await ask(wang, 'waiting.leave', { params })
  const any = await ask(wang, 'slots.list', { params, query: { mode: 'phone', mediator: 'any' } })
  const other = any.items.filter((slot) => slot.mediator?.id !== mediator.personId).at(-1)
  const id = place?.offer?.bookingId ?? ''
  const elsewhere = { move: 'reschedule' as const, startsAt: other?.startsAt ?? '', mediatorId: other?.mediator?.id }
  await ask(wang, 'bookings.move', { params: { id }, body: elsewhere })
  await ask(li, 'bookings.create', { params: { id: first?.id ?? '' }, body: { ...body, hold: true } })
  await ask(mediator, 'calendarFeed.get')
  const { url } = await ask(mediator, 'calendarFeed.renew')
  called.add('calendarFeed.read').add('bookings.ics')
  expect((await service.anonymous.raw('GET', new URL(url ?? '').pathname)).status).toBe(200)
  expect((await wang.raw('GET', `/api/bookings/${id}/ics`)).status).toBe(200)
}

const papers = async (id: string, li: Client, mediator: Client) => {
  const params = { id }
  await ask(mediator, 'papers.templates', { params, query: {} })
  const paper = await ask(mediator, 'papers.create', { params, body: { kind: 'rights' }, key: 'd' })
  const to = { params: { id: paper.id } }
  await ask(mediator, 'papers.change', { ...to, body: { version: 1, content: { more: '请准时到。' } } })
  const move = (name: 'present' | 'openSigning' | 'seal') => ask(mediator, 'papers.move', { ...to, body: { move: name, version: 2 } })
  const { digest, waitsFor } = await move('present')
  await ask(li, 'papers.read', { ...to, body: { digest, agreed: true } })
  await move('openSigning')
  const strokes = [[100, 100, 300, 200]]
  for (const { partyId } of waitsFor)
    await ask(mediator, 'papers.sign', { ...to, body: { digest, strokes, forPartyId: partyId ?? undefined }, key: `n${partyId}` })
  const { verifyUrl } = await move('seal')
  await ask(li, 'papers.list', { params })
  await ask(li, 'papers.get', to)
  called.add('papers.document')
  expect((await li.raw('GET', `/api/papers/${paper.id}/document`)).status).toBe(200)
  await ask(service.anonymous, 'papers.verify', { params: { code: verifyUrl?.split('code=')[1] ?? '' } })
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

const performance = async (options: { id: string; li: Client; wang: Client; mediator: Client }) => {
  const { id, li, wang, mediator } = options
  const { parties } = await ask(mediator, 'cases.get', { params: { id } })
  const party = (side: string) => parties.find((one) => one.part === 'party' && one.side === side)?.id ?? ''
  const promise = { fromPartyId: party('respondent'), toPartyId: party('applicant'), what: '修好雨棚', dueOn: '2099-01-01' }
  await anEffectivePaper({ service, caseId: id, promises: [promise, promise] })
  await service.drain()
  const { items } = await ask(wang, 'obligations.list', { params: { id } })
  const params = { id: items[0]?.id ?? '' }
  const proof = await wang.upload(await photo())
  await ask(wang, 'obligations.move', { params, body: { move: 'claim', revision: 0, fileIds: [proof.id] } })
  await ask(li, 'obligations.move', { params, body: { move: 'confirm', revision: 1 } })
  await ask(mediator, 'judicial.set', { params: { id }, body: { state: 'applied' } })
}

const demands = async (id: string, mediator: Client, dispatcher: Client) => {
  const body = { side: 'applicant' as const, what: '要求拆掉整栋房子', why: '没有依据' }
  const { id: demandId } = await ask(mediator, 'demands.raise', { params: { id }, body, key: 'e' })
  await ask(mediator, 'demands.forCase', { params: { id } })
  await ask(dispatcher, 'demands.list', { query: { limit: 1 } })
  await ask(dispatcher, 'demands.judge', { params: { id: demandId }, body: { unreasonable: true, reason: '确实没有依据' } })
  const judged = { limit: 1, state: 'unreasonable' as const }
  await ask(dispatcher, 'demands.list', {
    query: { ...judged, cursor: Buffer.from(JSON.stringify([9e12, 'f'.repeat(24)])).toString('base64url') },
  })
}

const followUps = async (id: string, li: Client, mediator: Client) => {
  const query = { limit: 1 }
  const { items, nextCursor } = await ask(mediator, 'followUps.list', { query })
  await ask(mediator, 'followUps.list', { query: { ...query, cursor: nextCursor ?? undefined } })
  const params = { id: items[0]?.id ?? '' }
  await ask(li, 'followUps.answer', { params, body: { result: 'kept' } })
  await ask(mediator, 'followUps.record', { params, body: { method: 'phone', result: 'kept', note: '都好' } })
  await ask(mediator, 'followUps.list', { query: { ...query, state: 'done' } })
  await ask(li, 'followUps.forCase', { params: { id } })
}

const followUpPlan = async (dispatcher: Client) => {
  await ask(dispatcher, 'followUpPlan.put', { body: { regionCode: CITY.county, days: [7, 30] } })
  await ask(dispatcher, 'followUpPlan.get', { query: { regionCode: CITY.grid } })
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
  for (const query of [{ sort: 'talk' as const }, { unread: true }, { unread: true, sort: 'progress' as const }])
    await ask(li, 'notifications.list', { query })
  const [newest] = (await ask(li, 'notifications.list', { query: { limit: 1 } })).items
  await ask(li, 'notifications.markOne', { params: { id: newest?.id ?? '' } })
  await ask(li, 'noticeSettings.get')
  await ask(li, 'noticeSettings.put', { body: { quiet: null, digestAt: null } })
  await ask(li, 'subscriptions.ledger')
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

/** A message that did not arrive, and what an administrator does about it. */
const undelivered = async (admin: Client, personId: string) => {
  for (const state of ['dead', 'refused', 'unknown'] as const) {
    const first = await ask(admin, 'deliveries.list', { query: { state, limit: 1 } })
    if (first.nextCursor) await ask(admin, 'deliveries.list', { query: { state, limit: 1, cursor: first.nextCursor } })
  }
  await ask(admin, 'deliveries.count')
  await database()
    .collection('notifications')
    .updateOne({ personId, 'delivery.state': 'sent' }, { $set: { 'delivery.state': 'dead' } })
  const [dead] = (await ask(admin, 'deliveries.list', { query: { state: 'dead' } })).items
  await ask(admin, 'deliveries.resend', { params: { id: dead?.id ?? '' }, body: {} })
}

const shelf = async (id: string, mediator: Client) => {
  const params = { id }
  await ask(mediator, 'docket.retention', { params, body: { retention: 'permanent' } })
  const { revision } = await mediator.call('cases.get', { params })
  await ask(mediator, 'cases.move', { params, body: { move: 'archive', revision } })
  await service.catchUp()
  await ask(mediator, 'docket.get', { params })
  for (const what of ['document', 'zip'] as const) {
    called.add(`docket.${what}`)
    expect((await mediator.raw('GET', `/api/cases/${id}/docket/${what}`)).status).toBe(200)
  }
  await ask(mediator, 'docket.supplement', { params, body: { title: '补充材料', note: '当事人补交。' }, key: 'z' })
  await service.catchUp()
  expect(await verifyAudit()).toMatchObject({ bad: null })
}

/** Rules tried and put into force, why a case went to whom, and who is on duty. */
const routing = async (li: Client, dispatcher: Client) => {
  const body = { ...USUAL_ROUTING, regionCode: CITY.county, note: '照旧' }
  const { id } = await ask(dispatcher, 'routing.save', { body, key: 'r' })
  await ask(dispatcher, 'routing.tryOut', { params: { id }, body: { cases: 10 } })
  await ask(dispatcher, 'routing.activate', { params: { id } })
  await ask(dispatcher, 'routing.list')
  await ask(dispatcher, 'assignments.forCase', { params: { id: (await aCase(service, li)).id } })
  const hour = { from: service.clock.now().toISOString(), until: new Date(service.clock.now().getTime() + 3_600_000).toISOString() }
  await ask(dispatcher, 'duty.put', { body: { regionCode: CITY.county, entries: [{ personId: dispatcher.personId, ...hour }] } })
  await ask(dispatcher, 'duty.get', { query: { regionCode: CITY.grid } })
}

/** The clock of a case, more time, questions from above, and a change of rules. */
const supervise = async (li: Client, mediator: Client, watchers: { dispatcher: Client; supervisor: Client }) => {
  const { dispatcher, supervisor } = watchers
  const { id, revision } = await aCase(service, li)
  const params = { id }
  await ask(mediator, 'cases.move', { params, body: { move: 'accept', revision } })
  const body = { deadline: 'total' as const, workingDays: 3, reason: '等料' }
  const extension = await ask(mediator, 'extensions.ask', { params, body, key: 'more' })
  await ask(mediator, 'extensions.forCase', { params })
  await ask(dispatcher, 'extensions.list', { query: { limit: 1 } })
  await ask(dispatcher, 'extensions.decide', { params: { id: extension.id }, body: { granted: true, reason: '同意' } })
  const { id: asked } = await ask(supervisor, 'supervisions.start', { params, body: { text: '请说明。' }, key: 'why' })
  await ask(supervisor, 'supervisions.forCase', { params })
  for (const [who, view] of [
    [mediator, 'own'],
    [supervisor, 'given'],
  ] as const)
    await ask(who, 'supervisions.list', { query: { view, limit: 1 } })
  await ask(mediator, 'supervisions.reply', { params: { id: asked }, body: { text: '已约好。' } })
  await ask(supervisor, 'supervisions.judge', { params: { id: asked }, body: { done: true } })
  await ask(supervisor, 'lights.count')
  const centre = await service.staff('dispatcher', { regionCode: CITY.city })
  const rules = await ask(centre, 'deadlineRules.save', { body: { ...DEFAULT_RULES, note: '试行' }, key: 'rules' })
  await ask(centre, 'deadlineRules.list')
  await ask(centre, 'deadlineRules.effect', { params: { id: rules.id } })
  await ask(centre, 'deadlineRules.activate', { params: { id: rules.id }, body: { touchOpen: true } })
  await service.catchUp()
}

/** The same matter from two people: proposed, merged, told, taken apart, and not proposed any more. */
const sameMatter = async (li: Client, wang: Client, dispatcher: Client) => {
  const hazard = { kind: 'hazard' as const, category: 'safety.other', text: '老渡口的石阶塌了三级，上船要跳过去。' }
  const lead = await aCase(service, li, hazard)
  await service.catchUp()
  const { id } = await aCase(service, wang, hazard)
  const nearby = { text: hazard.text, location: place('grid') }
  for (const body of [nearby, { text: hazard.text, regionCode: CITY.grid }]) await ask(wang, 'duplicates.nearby', { body })
  for (let round = 0; round < 2; round++) await service.catchUp()
  const { items } = await ask(dispatcher, 'duplicates.forCase', { params: { id } })
  const { nextCursor } = await ask(dispatcher, 'duplicates.list', { query: { limit: 1 } })
  await ask(dispatcher, 'duplicates.list', { query: { limit: 1, state: 'merged', cursor: nextCursor ?? undefined } })
  await ask(dispatcher, 'duplicates.dismiss', { params: { id: items[0]?.id ?? '' } })
  const organisationId = service.city.organisations.department
  const department = await service.staff('department')
  const { revision: first } = await ask(dispatcher, 'cases.get', { params: { id: lead.id } })
  const transfer = { move: first === 1 && lead.status === 'submitted' ? ('assign' as const) : ('transfer' as const), reason: '归口办理' }
  await ask(dispatcher, 'cases.move', { params: { id: lead.id }, body: { ...transfer, revision: first, organisationId } })
  const { revision } = await ask(dispatcher, 'cases.get', { params: { id } })
  await ask(dispatcher, 'cases.move', { params: { id }, body: { move: 'merge', revision, leadId: lead.id } })
  await service.catchUp()
  await ask(dispatcher, 'linked.list', { params: { id: lead.id } })
  await ask(department, 'linked.tell', { params: { id: lead.id }, body: { text: '明天来修。' }, key: 'tell' })
  const merged = await ask(dispatcher, 'cases.get', { params: { id } })
  await ask(dispatcher, 'cases.move', { params: { id }, body: { move: 'unmerge', revision: merged.revision } })
  await service.catchUp()
}

/** What others will see, looked at and told. */
const notices = async (li: Client, dispatcher: Client, admin: Client) => {
  await ask(li, 'home.put', { body: { regionCode: CITY.grid } })
  await ask(li, 'home.get')
  const audience = { regionCodes: [CITY.village], kinds: [] }
  for (const kinds of [[], ['complaint' as const]]) await ask(dispatcher, 'notices.preview', { body: { ...audience, kinds } })
  const { id } = await ask(dispatcher, 'notices.send', { body: { ...audience, title: '停水', text: '明天停水。' }, key: 'notice' })
  await ask(dispatcher, 'notices.withdraw', { params: { id } })
  for (const title of ['复核测试', '停电', '停气'])
    await ask(dispatcher, 'notices.send', { body: { ...audience, title, text: '请留意。' } })
  const photos = [await li.upload(await photo())]
  const hazard = { kind: 'hazard' as const, text: '护栏断了，复核测试。', opinionUse: true, fileIds: photos.map((file) => file.id) }
  for (let count = 0; count < 2; count++) await aCase(service, li, { ...hazard, fileIds: count === 0 ? hazard.fileIds : [] })
  await service.drain()
  for (let round = 0; round < 3; round++) await service.catchUp()
  for (const client of [dispatcher, admin]) {
    const { nextCursor } = await ask(client, 'checks.list', { query: { limit: 1 } })
    await ask(client, 'checks.list', { query: { limit: 1, cursor: nextCursor ?? undefined } })
    await ask(client, 'checks.list', { query: { state: 'passed' } })
  }
  const { items } = await dispatcher.call('checks.list', { query: {} })
  await ask(dispatcher, 'checks.decide', { params: { id: items[0]?.id ?? '' }, body: { pass: true, reason: '可以' } })
  const { nextCursor } = await ask(dispatcher, 'notices.list', { query: { limit: 1 } })
  await ask(admin, 'notices.list', { query: { limit: 1, cursor: nextCursor ?? undefined } })
}

/** What stands out, and what is done with it. */
const insight = async (member: Client) => {
  await anEverydayPast(service)
  await bring({ service, affair: WATER, names: people('用水', 14) })
  await bring({ service, affair: BUS, names: people('坐车', 8) })
  await follow(service)
  const { items, nextCursor } = await ask(member, 'signals.list', { query: { limit: 1 } })
  await ask(member, 'signals.list', { query: { limit: 1, kind: 'emerging', cursor: nextCursor ?? undefined } })
  await ask(member, 'signals.list', { query: { muted: 'true', regionCode: CITY.grid } })
  for (const query of [{}, { regionCode: CITY.village, kind: 'emerging' as const }]) await ask(member, 'signals.map', { query })
  const params = { id: items[0]?.id ?? '' }
  const wordings = await ask(member, 'signals.wordings', { params, query: { limit: 6 } })
  await ask(member, 'signals.wordings', { params, query: { cursor: wordings.nextCursor ?? undefined } })
  const wordingIds = wordings.items.map((one) => one.id)
  for (const action of [
    { action: 'rename' as const, name: '用水' },
    { action: 'split' as const, wordingIds },
  ]) {
    const { revision } = await ask(member, 'signals.get', { params })
    await ask(member, 'signals.act', { params, body: { ...action, revision } })
  }
  const other = (await member.call('signals.list', { query: {} })).items.find((one) => one.id !== params.id)
  const { revision } = await member.call('signals.get', { params })
  await ask(member, 'signals.act', { params, body: { action: 'merge', otherId: other?.id, revision } })
  await bring({ service, affair: BUS, names: people('又坐车', 2) })
  await follow(service)
}

/** A brief on paper, beside others and in numbers, and what everybody reads of it in the end. */
const paperAndAnswers = async (li: Client, member: Client, office: Client, department: Client) => {
  for (let count = 0; count < 2; count++) await submit(member, (await aDraft(service, member)).id)
  const { id } = await aDraft(service, member, { residents: [li] })
  await submit(member, id)
  await carryThrough({ service, office, department, id })
  await service.drain()
  await ask(office, 'briefs.similar', { params: { id } })
  for (const by of ['member', 'group'] as const) await ask(office, 'briefs.year', { query: { by, regionCode: CITY.county } })
  for (const [name, path] of [
    ['briefs.document', `/api/briefs/${id}/document`],
    ['briefs.yearExport', '/api/briefs/year/export'],
  ] as const) {
    called.add(name)
    expect((await office.raw('GET', path)).status).toBe(200)
  }
  const draft = await draftOf(office, id)
  const params = { id: draft.id }
  await ask(office, 'answers.draft', { params })
  const written = await ask(office, 'answers.write', { params, body: { revision: draft.revision, ...WORDS } })
  await ask(office, 'answers.move', { params, body: { move: 'publish', revision: written.revision } })
  await service.drain()
  await ask(office, 'answers.drafts', { query: { limit: 1, state: 'published' } })
  await ask(li, 'answers.get', { params })
  for (const query of [{}, { regionCode: CITY.county, result: 'partly' as const, limit: 1 }]) await ask(li, 'answers.list', { query })
}

const understanding = async (id: string, li: Client, mediator: Client, admin: Client) => {
  await ask(li, 'understanding.read', { body: { text: '楼上漏水，请帮忙。', regionCode: CITY.grid } })
  const { revision } = await ask(mediator, 'cases.get', { params: { id } })
  await ask(mediator, 'cases.classify', { params: { id }, body: { category: 'neighbour.noise', revision } })
  const samples = ['漏水', '噪声'].flatMap((word) => Array.from({ length: 4 }, () => ({ label: word, text: `${word}的事情` })))
  const { stored } = await learnFromFile({ samples, map: {}, corrected: true, activate: false })
  await ask(admin, 'models.list')
  await ask(admin, 'models.activate', { params: { id: stored._id.toHexString() } })
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
  await understanding(id, li, mediator, admin)
  await supervise(li, mediator, { dispatcher, supervisor })
  const accept = await ask(mediator, 'cases.get', { params: { id } })
  await ask(mediator, 'cases.move', { params: { id }, body: { move: 'accept', revision: accept.revision } })
  await talk(id, li, mediator)
  await parties(id, li, mediator, wang)
  await help(id, mediator, department)
  await avoidance(li, mediator, dispatcher)
  const ready = await ask(mediator, 'cases.get', { params: { id } })
  const start = { move: 'startMediation' as const, revision: ready.revision, respondentConsent: 'phone' as const }
  await ask(mediator, 'cases.move', { params: { id }, body: start })
  await meet(id, li, mediator, wang)
  await wait(li, wang, mediator)
  await papers(id, li, mediator)
  await notices(li, dispatcher, admin)
  await sameMatter(li, wang, dispatcher)
  await insight(member)
  for (const name of await walkBriefs({ service, ask })) called.add(name)
  for (const name of await walkConsultations({ service, ask })) called.add(name)
  await paperAndAnswers(li, member, await service.staff('cppccOffice'), department)
  await followUpPlan(dispatcher)
  await routing(li, dispatcher)
  await end(id, li, mediator)
  await performance({ id, li, wang, mediator })
  await demands(id, mediator, dispatcher)
  await afterwards(id, li, supervisor, member)
  await service.clock.advance(40 * 86_400_000)
  await service.catchUp()
  await followUps(id, li, mediator)
  await shelf(id, mediator)
  await undelivered(admin, mediator.personId)
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
})
