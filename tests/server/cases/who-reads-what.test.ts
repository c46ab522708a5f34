import { randomUUID } from 'node:crypto'
import { type EndpointName, endpoints } from '@shared/endpoints'
import { ROLES, type Role } from '@shared/identity/schemas'
import { type Endpoint, fillPath } from '@shared/platform/endpoint'
import { CITY } from '@tests/support/city'
import { aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { type Around, PLACEMENTS, type Placed } from './placements'
import { MARKS, type Mark, READS, type Subject, TABLE } from './reading-table'

let service: Service
let around: Around

beforeAll(async () => {
  service = await aService()
  around = {
    service,
    applicant: await service.login(MARKS.applicant),
    respondent: await service.login(MARKS.respondent),
    helper: await service.login(MARKS.helper),
    mediator: await aMediator(service, { name: '李调解', regionCode: CITY.city, capacity: 100_000 }),
    dispatcher: await service.staff('dispatcher', { regionCode: CITY.city, organisationId: service.city.organisations.cityCentre }),
  }
})
afterAll(() => service?.close())

// A mediator who declares to be too close loses the case, so that comes last.
const isLast = (name: EndpointName) => Number(name === 'avoidance.ask')
const about = (Object.entries(endpoints) as [EndpointName, Endpoint][])
  .filter(([, entry]) => entry.path.startsWith('/api/cases/:id'))
  .sort(([one], [other]) => isLast(one) - isLast(other))

const ask = async (client: Client, name: EndpointName, subject: Subject, query = '') => {
  const entry: Endpoint = endpoints[name]
  const row = TABLE[name]
  const other = row?.path?.(subject) ?? ''
  const path = fillPath(entry.path, { id: subject.id, partyId: other, questionId: other, noteId: other })
  return client.raw(entry.method, path + query, {
    body: row?.body?.(subject),
    headers: entry.key ? { 'Idempotency-Key': randomUUID() } : {},
  })
}

const expected = (name: EndpointName, role: Role, { relations, isRepresentative }: Placed): 'may' | 403 | 404 => {
  const row = TABLE[name]
  if (!row || relations.length === 0) return 404
  // The question of the walk was put to the department.
  if (name === 'contributors.answer' && role === 'department' && relations.includes('contributor')) return 'may'
  if (isRepresentative && row.notByRepresentatives) return 403
  if (role === 'dispatcher' && row.notByQueues && relations.includes('owner')) return 403
  if (relations.some((relation) => row.nothingFor?.includes(relation))) return 404
  if (relations.some((relation) => row.refuses?.includes(relation))) return 403
  return relations.some((relation) => row.may.includes(relation)) ? 'may' : row.otherwise
}

const marksIn = (body: unknown): Mark[] => {
  const text = JSON.stringify(body)
  return (Object.keys(MARKS) as Mark[]).filter((mark) => text.includes(MARKS[mark]))
}

const inLists = async (client: Client, id: string) => {
  const views = []
  for (const view of ['mine', 'inbox', 'region'] as const) {
    const { status, body } = await client.raw('GET', `/api/cases?view=${view}&limit=100`)
    if (status === 200 && body.items.some((item: { id: string }) => item.id === id)) views.push(view)
  }
  return views
}

test('the table knows every call about a case', () => {
  expect(about.map(([name]) => name).sort()).toEqual(Object.keys(TABLE).sort())
})

const placed = ROLES.flatMap((role) => Object.keys(PLACEMENTS).map((placement) => [role, placement] as const))

describe.each(placed)('a %s who is %s', (role, placement) => {
  test('is answered as the table says, on every call', async () => {
    const found = await PLACEMENTS[placement]?.(around, role)
    if (!found) return
    const { client, subject, relations } = found
    const seen = await ask(client, 'cases.get', subject)
    const lists = await inLists(client, subject.id)
    if (relations.length === 0) {
      expect(lists).toEqual([])
    } else {
      const reads = relations.flatMap((relation) => (relation === 'none' ? [] : READS[relation]))
      const named = placement === 'applicant' || placement === 'respondent' || placement === 'filer'
      const unnamed: Mark[] = placement === 'applicant' ? ['applicant', 'helper'] : placement === 'respondent' ? ['respondent'] : ['helper']
      const marks = new Set(reads.filter((mark) => !named || !unnamed.includes(mark)))
      // Members of the department read what was put to it.
      if (role === 'department' && relations.includes('contributor')) marks.add('question')
      expect([marksIn(seen.body).sort(), relations]).toEqual([[...marks].sort(), relations])
      expect(lists.length).toBeGreaterThan(0)
    }
    const answers = []
    for (const [name] of about) {
      const { status } = await ask(client, name, subject)
      const should = expected(name, role, found)
      answers.push([name, should === 'may' && status !== 403 && status !== 404 ? 'may' : status])
    }
    expect(answers).toEqual(about.map(([name]) => [name, expected(name, role, found)]))
  })
})

test('a supervisor reads the words for a reason, which the applicant can see', async () => {
  const found = await PLACEMENTS['nobody, in the same region']?.(around, 'supervisor')
  if (!found) throw new Error('not placed')
  const reason = '核查群众来电'
  const seen = await ask(found.client, 'cases.get', found.subject, `?reason=${encodeURIComponent(reason)}`)
  expect(marksIn(seen.body)).toEqual(expect.arrayContaining(['text', 'address']))
  expect(marksIn(seen.body)).not.toContain('applicant')
  const { flushReads } = await import('@server/modules/cases')
  await flushReads()
  const { items } = await around.applicant.call('cases.reads', { params: { id: found.subject.id } })
  expect(items).toContainEqual(expect.objectContaining({ what: 'case', reason, role: '督查员' }))
})

test('nobody at all is told nothing but to log in', async () => {
  const found = await PLACEMENTS.helper?.(around, 'resident')
  if (!found) throw new Error('not placed')
  for (const [name] of about) expect([name, (await ask(service.anonymous, name, found.subject)).status]).toEqual([name, 401])
})
