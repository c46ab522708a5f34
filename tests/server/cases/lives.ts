import { MOVES, type MoveName } from '@shared/cases/moves'
import type { MoveCase } from '@shared/cases/schemas'
import { CASE_KINDS, type CaseKind, type CaseStatus } from '@shared/cases/words'
import type { CaseView } from '@tests/support/factories'
import { aMediator, complaint, dispute } from '@tests/support/factories'
import type { Client, Service } from '@tests/support/service'

/** Those who take part in the moves of one case. */
export interface Cast {
  applicant: Client
  owner: Client
  colleague: Client
  dispatcher: Client
  /** The organisation to which a case is passed on. */
  above: string
}

export const aCast = async (service: Service, name = ''): Promise<Cast> => ({
  applicant: await service.login(`张三${name}`),
  owner: await aMediator(service, { name: `李调解${name}`, capacity: 100_000 }),
  colleague: await aMediator(service, { name: `王调解${name}`, capacity: 100_000 }),
  dispatcher: await service.staff('dispatcher', { name: `赵派单${name}` }),
  above: service.city.organisations.department,
})

const CATEGORY: Record<CaseKind, string> = {
  complaint: 'environment.rubbish',
  dispute: 'neighbour.leak',
  hazard: 'safety.fire',
  suggestion: 'environment.other',
}

/** A new case of a kind, assigned to the cast's owner. */
export const aCaseOf = (cast: Cast, kind: CaseKind): Promise<CaseView> => {
  const base = kind === 'dispute' ? dispute({ kind }) : complaint({ kind })
  return cast.applicant.call('cases.submit', { body: { ...base, category: CATEGORY[kind], preferredMediatorId: cast.owner.personId } })
}

/** A case of each kind that leads whatever is merged into it; the cast's owner has it. */
export type Leads = Record<CaseKind, string>
export const leadsOf = async (cast: Cast): Promise<Leads> => {
  const ids = await Promise.all(CASE_KINDS.map(async (kind) => [kind, (await aCaseOf(cast, kind)).id] as const))
  return Object.fromEntries(ids) as Leads
}

/** What has to come with a move; `leadId` for a merge. */
export const extrasFor = (move: MoveName, cast: Cast, leadId?: string): Partial<MoveCase> => {
  const { reason, needs } = MOVES[move]
  return {
    ...(reason === 'required' ? { reason: '按实际情况办理' } : {}),
    ...(needs === 'assignee' ? assigneeFor(move, cast) : {}),
    ...(needs === 'respondentConsent' ? { respondentConsent: 'phone' as const } : {}),
    ...(needs === 'lead' && leadId !== undefined ? { leadId } : {}),
  }
}

/** To whom a case can be given here: a colleague, or, once mediation has failed, the centre above the committee. */
export const assigneeFor = (move: MoveName, cast: Cast): Partial<MoveCase> =>
  move === 'passOn' ? { organisationId: cast.above } : { assigneeId: cast.colleague.personId }

const WORK: CaseStatus[] = ['handling', 'mediating']
const toWork = (kind: CaseKind): MoveName[] => ['accept', kind === 'dispute' ? 'startMediation' : 'startHandling']
const toResolved = (kind: CaseKind): MoveName[] => [...toWork(kind), ...(kind === 'dispute' ? (['agree'] as const) : []), 'resolve']

/** The moves from `assigned` to a status. */
export const pathTo = (kind: CaseKind, status: CaseStatus): MoveName[] => {
  if (WORK.includes(status)) return toWork(kind)
  const paths: Partial<Record<CaseStatus, MoveName[]>> = {
    submitted: ['handBack'],
    assigned: [],
    accepted: ['accept'],
    agreed: [...toWork(kind), 'agree'],
    performing: [...toWork(kind), 'agree', 'perform'],
    resolved: toResolved(kind),
    closed: [...toResolved(kind), 'confirm'],
    failed: [...toWork(kind), 'fail'],
    returned: ['return'],
    suspended: ['accept', 'suspend'],
    withdrawn: ['withdraw'],
    archived: ['return', 'archive'],
  }
  const path = paths[status]
  if (!path) throw new Error(`No path to ${status}`)
  return path
}

export const moverOf = (cast: Cast, move: MoveName): Client => {
  const by = MOVES[move].by[0]
  if (move === 'archive') return cast.dispatcher
  return by === 'applicant' ? cast.applicant : by === 'dispatcher' ? cast.dispatcher : cast.owner
}

/** Moves a case, by whoever of the cast may. */
export const move = (cast: Cast, doc: CaseView, name: MoveName, by = moverOf(cast, name)): Promise<CaseView> =>
  by.call('cases.move', { params: { id: doc.id }, body: { move: name, revision: doc.revision, ...extrasFor(name, cast) } })

/** A case of a kind that stands at a status. */
export const aCaseAt = async (cast: Cast, kind: CaseKind, status: CaseStatus): Promise<CaseView> => {
  let doc = await aCaseOf(cast, kind)
  for (const name of pathTo(kind, status)) doc = await move(cast, doc, name)
  if (doc.status !== status) throw new Error(`Stands at ${doc.status} instead of ${status}`)
  return doc
}
