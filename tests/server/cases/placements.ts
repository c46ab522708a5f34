import type { Relation } from '@shared/cases/words'
import type { Role, StaffRole } from '@shared/identity/schemas'
import { CITY } from '@tests/support/city'
import { type CaseView, dispute, place } from '@tests/support/factories'
import type { Client, Service } from '@tests/support/service'
import { MARKS, type Subject } from './reading-table'

/** Those around the person under test. */
export interface Around {
  service: Service
  applicant: Client
  respondent: Client
  helper: Client
  mediator: Client
  dispatcher: Client
}
/** Somebody of a role, placed in a relation to a case. */
export interface Placed {
  client: Client
  subject: Subject
  relations: Relation[]
  isRepresentative?: boolean
}

type Over = Parameters<typeof dispute>[0]
const REGIONAL: Partial<Record<Role, Relation>> = { dispatcher: 'dispatcher', supervisor: 'supervisor' }

let residents = 0
/** Somebody of a role for the whole county; grid workers and officers too. */
export const someone = async ({ service }: Around, role: Role, name = ''): Promise<Client> => {
  if (role === 'resident') return service.login(`居民${name}r${++residents}`)
  const regionCode = CITY.county
  const usual: Partial<Record<StaffRole, string>> = { mediator: 'committee', dispatcher: 'centre', department: 'department' }
  const organisation = usual[role] as keyof Service['city']['organisations'] | undefined
  return service.staff(role, { regionCode, organisationId: organisation && service.city.organisations[organisation] })
}

const join = async (by: Client, id: string, part: 'respondent' | 'representative' | 'helper', who: Client) => {
  const { code } = await by.call('parties.invite', { params: { id }, body: { part } })
  await who.call('parties.answer', { body: { code, agree: true } })
}

const submit = (client: Client, over: Over = {}): Promise<CaseView> =>
  client.call('cases.submit', {
    body: dispute({
      title: '屋檐滴水',
      text: MARKS.text,
      address: MARKS.address,
      category: 'other',
      anonymous: true,
      respondent: { name: MARKS.respondent },
      ...over,
    }),
  })

/** Hands the case to the mediator, brings in the others, says something, asks something. */
const furnish = async (around: Around, doc: CaseView, applicant: Client, respondent = around.respondent): Promise<Subject> => {
  const { id } = doc
  const { dispatcher, mediator, service } = around
  if (doc.assignee?.id !== mediator.personId) {
    const move = doc.status === 'submitted' ? 'assign' : 'transfer'
    const body = { move, revision: doc.revision, assigneeId: mediator.personId, reason: '由他办理' } as const
    await dispatcher.call('cases.move', { params: { id }, body })
  }
  await join(mediator, id, 'respondent', respondent)
  if (applicant === around.applicant) await join(applicant, id, 'helper', around.helper)
  // Who filed for somebody is no party, and opens no room.
  const wishes = [applicant, respondent].map((side) => side.raw('PUT', `/api/cases/${id}/joint-room`, { body: { open: true } }))
  const room = (await Promise.all(wishes)).every((one) => one.status === 200) ? 'joint' : 'applicant'
  const { id: messageId } = await mediator.call('messages.send', { params: { id }, body: { room, text: '大家好' } })
  const { department: organisationId } = service.city.organisations
  const asked = await mediator.call('contributors.ask', { params: { id }, body: { organisationId, question: MARKS.question } })
  const partyId = asked.parties.find((party) => party.side === 'applicant')?.id ?? ''
  return { id, partyId, questionId: asked.questions[0]?.id ?? '', messageId }
}

const shared = new Map<string, Promise<Subject>>()
/** One case for everybody who stands to it in the same way: being there changes nothing for the others. */
const sharedSubject = (name: string, around: Around, over: Over = {}): Promise<Subject> => {
  const known = shared.get(name) ?? aSubject(around, over)
  shared.set(name, known)
  return known
}

/** A case in which the person under test has no part. */
export const aSubject = async (around: Around, over: Over = {}): Promise<Subject> =>
  furnish(around, await submit(around.applicant, over), around.applicant)

const revisionOf = async (client: Client, id: string) => (await client.call('cases.get', { params: { id } })).revision

/** What the place of work adds to whatever else somebody is to a case that is not their own. */
const withRegion = (role: Role, relations: Relation[], kind = 'dispute'): Relation[] => {
  const regional = kind === 'hazard' && (role === 'gridWorker' || role === 'officer') ? 'gridWorker' : REGIONAL[role]
  return regional && !relations.includes(regional) ? [...relations, regional] : relations
}

type Placement = (around: Around, role: Role) => Promise<Placed | undefined>

export const PLACEMENTS: Record<string, Placement> = {
  applicant: async (around, role) => {
    const client = await someone(around, role)
    return { client, subject: await furnish(around, await submit(client), client), relations: ['applicant'] }
  },
  respondent: async (around, role) => {
    const client = await someone(around, role)
    return { client, subject: await furnish(around, await submit(around.applicant), around.applicant, client), relations: ['respondent'] }
  },
  representative: async (around, role) => {
    const client = await someone(around, role)
    const subject = await aSubject(around)
    await join(around.respondent, subject.id, 'representative', client)
    return { client, subject, relations: ['respondent'], isRepresentative: true }
  },
  helper: async (around, role) => {
    const client = await someone(around, role)
    const subject = await sharedSubject('helper', around)
    await join(around.applicant, subject.id, 'helper', client)
    return { client, subject, relations: ['helper'] }
  },
  owner: async (around, role) => {
    if (!['mediator', 'gridWorker', 'officer', 'department', 'dispatcher'].includes(role)) return undefined
    const client = await someone(around, role)
    const subject = await aSubject(around)
    const { id } = subject
    const { organisations } = around.service.city
    const to = role === 'dispatcher' ? { organisationId: organisations.centre } : { assigneeId: client.personId }
    const body = { move: 'transfer', revision: await revisionOf(around.mediator, id), reason: '换人办理', ...to } as const
    await around.mediator.call('cases.move', { params: { id }, body })
    // Departments were asked before: they stand in the inbox of the organisation, too.
    return { client, subject, relations: withRegion(role, role === 'department' ? ['owner', 'contributor'] : ['owner']) }
  },
  filer: async (around, role) => {
    if (!['gridWorker', 'officer', 'dispatcher', 'importer'].includes(role)) return undefined
    const client = await someone(around, role)
    const doc = await submit(client, { onBehalfOf: { name: MARKS.applicant } })
    return { client, subject: await furnish(around, doc, client), relations: withRegion(role, ['filer']) }
  },
  contributor: async (around, role) => {
    if (!['mediator', 'gridWorker', 'officer', 'department', 'dispatcher'].includes(role)) return undefined
    const client = await someone(around, role)
    const subject = await sharedSubject('contributor', around)
    const body = { personId: client.personId, question: '请问现场情况' }
    await around.mediator.call('contributors.ask', { params: { id: subject.id }, body })
    return { client, subject, relations: withRegion(role, ['contributor']) }
  },
  'nobody, in the same region': async (around, role) => {
    const client = await someone(around, role)
    const relations: Relation[] = role === 'department' ? ['contributor'] : []
    return { client, subject: await sharedSubject('region', around), relations: withRegion(role, relations) }
  },
  'nobody, and it is a hazard': async (around, role) => {
    const client = await someone(around, role)
    const relations: Relation[] = role === 'department' ? ['contributor'] : []
    return { client, subject: await sharedSubject('hazard', around, { kind: 'hazard' }), relations: withRegion(role, relations, 'hazard') }
  },
  'nobody, and it is elsewhere': async (around, role) => {
    if (role === 'department') return undefined
    const client = await someone(around, role)
    return { client, subject: await sharedSubject('elsewhere', around, { kind: 'hazard', location: place('farGrid') }), relations: [] }
  },
}
