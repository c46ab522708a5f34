import { type Actor, holds } from '@server/platform/actor'
import type { Mover } from '@shared/cases/moves'
import type { Audience, Relation } from '@shared/cases/words'
import type { StaffRole } from '@shared/identity/schemas'
import type { Case, Party, Side } from './case.model'
import { organisationKey, personKey } from './keys'
import { movesForApplicants } from './parties.policy'

/** What it takes to say how somebody stands to a case. */
export type CaseHead = Pick<Case, 'kind' | 'status' | 'regionCode' | 'owner' | 'parties' | 'filedBy' | 'speakers'> & {
  questions: Pick<Case['questions'][number], 'toKey' | 'answeredAt' | 'withdrawnAt' | 'dueAt'>[]
  leadId?: string
}

/** Roles that handle cases: who lost them all keeps nothing of the cases once owned. */
const HANDLING: readonly StaffRole[] = ['mediator', 'gridWorker', 'officer', 'dispatcher', 'department']
/** Roles that file for people without WeChat. */
const FILING: readonly StaffRole[] = ['gridWorker', 'officer', 'dispatcher', 'importer']

const isHandler = (actor: Actor): boolean => actor.roles.some((grant) => HANDLING.includes(grant.role as StaffRole))

// Asked for every row of a list; an actor is the same object for as long as a token is remembered.
const knownKeys = new WeakMap<Actor, string[]>()

const findKeys = (actor: Actor): string[] => {
  const organisations = actor.roles.flatMap(({ role, organisationId }) =>
    organisationId && HANDLING.includes(role as StaffRole) ? organisationKey(organisationId) : [],
  )
  return [...new Set([personKey(actor.personId), ...organisations])]
}

/** The inboxes that an actor looks into: the own one, and the queues of the organisations for which they handle cases. */
export const keysOf = (actor: Actor): string[] => {
  let keys = knownKeys.get(actor)
  if (!keys) {
    keys = findKeys(actor)
    knownKeys.set(actor, keys)
  }
  return keys
}

/** The role in which the actor handles cases for an organisation, or the first that handles cases at all. */
export const handlingRoleOf = (actor: Actor, organisationId: string | undefined): StaffRole | undefined => {
  const handling = actor.roles.filter((grant) => HANDLING.includes(grant.role as StaffRole))
  return (handling.find((grant) => grant.organisationId === organisationId) ?? handling[0])?.role as StaffRole | undefined
}

/** Whether the actor may file for somebody else in a region. */
export const mayFileFor = (actor: Actor, regionCode: string): boolean => FILING.some((role) => holds(actor, role, regionCode))

/** Whether the actor may say when something was first written. */
export const maySetTime = (actor: Actor, regionCode: string): boolean => holds(actor, 'importer', regionCode)

/** The actor among those who take part: rather as a party or representative than as somebody's helper. */
export const ownPart = (actor: Pick<Actor, 'personId'>, doc: Pick<Case, 'parties'>): Party | undefined => {
  let helping: Party | undefined
  for (const party of doc.parties) {
    if (party.personId !== actor.personId || !party.accepted) continue
    if (party.part !== 'helper') return party
    helping ??= party
  }
  return helping
}

/** On whose side somebody stands; helpers and representatives stand with those who brought them. */
export const sideOf = (actor: Pick<Actor, 'personId'>, doc: Pick<Case, 'parties'>): Side | undefined => ownPart(actor, doc)?.side

const ownership = (actor: Actor, { owner, status, leadId }: CaseHead): Relation | undefined => {
  if (!owner || !isHandler(actor)) return undefined
  if (owner.type === 'person') return owner.id === actor.personId ? 'owner' : undefined
  if (!keysOf(actor).includes(organisationKey(owner.id))) return undefined
  // What waits in the centre's queue, alone or with the case of its matter, is dispatched, not handled: its rooms stay shut.
  const isWaiting = status === 'submitted' || (leadId !== undefined && owner.role === 'dispatcher')
  return isWaiting ? 'dispatcher' : 'owner'
}

const staffRelations = (actor: Actor, doc: CaseHead): Relation[] => {
  const found = new Set<Relation>()
  const owning = ownership(actor, doc)
  if (owning) found.add(owning)
  if (doc.questions.length > 0) {
    const keys = keysOf(actor)
    if (doc.questions.some((question) => keys.includes(question.toKey))) found.add('contributor')
  }
  if (actor.roles.length === 0) return [...found]
  const { regionCode } = doc
  if (doc.filedBy === actor.personId && actor.roles.some((grant) => FILING.includes(grant.role as StaffRole))) found.add('filer')
  if (doc.kind === 'hazard' && (holds(actor, 'gridWorker', regionCode) || holds(actor, 'officer', regionCode))) found.add('gridWorker')
  if (holds(actor, 'dispatcher', regionCode)) found.add('dispatcher')
  if (holds(actor, 'supervisor', regionCode)) found.add('supervisor')
  return [...found]
}

/** How an actor stands to a case; empty for who must not know of it. Who is a party is nothing else there. */
export const relationsOf = (actor: Actor, doc: CaseHead): Relation[] => {
  const part = ownPart(actor, doc)
  if (part) return [part.part === 'helper' ? 'helper' : part.side]
  return staffRelations(actor, doc)
}

const BY_WEIGHT: readonly Relation[] = [
  'applicant',
  'respondent',
  'helper',
  'owner',
  'dispatcher',
  'filer',
  'gridWorker',
  'supervisor',
  'contributor',
]
/** The one relation that describes the actor best. */
export const chiefRelation = (relations: readonly Relation[]): Relation => BY_WEIGHT.find((one) => relations.includes(one)) ?? 'none'

const MOVERS: readonly (Mover & Relation)[] = ['applicant', 'owner', 'dispatcher']
/** As whom the actor can make moves. Of several applicants not everybody can: a case is not one's own alone then. */
export const moversOf = (options: { doc: Pick<Case, 'parties' | 'speakers'>; actor: Actor; relations: readonly Relation[] }): Mover[] => {
  const { doc, actor, relations } = options
  const movers = MOVERS.filter((mover) => relations.includes(mover))
  return movers.includes('applicant') && !movesForApplicants(doc, actor) ? movers.filter((mover) => mover !== 'applicant') : movers
}

/** How much of a case somebody reads. */
export interface Reading {
  /** Text, photos, recording, place. */
  words: boolean
  /** Who takes part, by name. */
  parties: boolean
  phones: boolean
  /** Questions put to whoever helps: all, or those put to the reader. */
  questions: 'all' | 'own' | 'none'
  /** Timeline entries for one of these; none: no timeline. */
  audiences: readonly Audience[]
  /** The applicant is kept from the reader. */
  anonymous: boolean
}

const NAMED: readonly Relation[] = ['applicant', 'respondent', 'helper', 'owner', 'filer', 'gridWorker', 'dispatcher']
const STAFF: readonly Relation[] = ['owner', 'filer', 'gridWorker', 'dispatcher', 'supervisor']

/** The table "who reads what". Supervisors read the words for a reason that they state. */
export const readingOf = (options: {
  actor: Actor
  doc: Pick<Case, 'parties' | 'anonymous'>
  relations: readonly Relation[]
  reason?: string
}): Reading => {
  const { actor, doc, relations, reason } = options
  const named = relations.some((relation) => NAMED.includes(relation))
  const side = sideOf(actor, doc)
  const audiences: Audience[] = side ? [side] : relations.some((relation) => STAFF.includes(relation)) ? ['staff'] : []
  return {
    words: named || (relations.includes('supervisor') && reason !== undefined),
    parties: named,
    phones: relations.includes('owner'),
    questions: relations.includes('owner') || relations.includes('dispatcher') ? 'all' : relations.includes('contributor') ? 'own' : 'none',
    audiences,
    anonymous: doc.anonymous && side === 'respondent',
  }
}

type Veiled = Pick<Case, 'anonymous' | 'parties'>
/** Whether a party of a case has asked not to be named to the other side. */
export const isVeiled = (doc: Veiled, partyId: string): boolean =>
  doc.anonymous && doc.parties.find((one) => one.id === partyId)?.side === 'applicant'
/** Whether the reader must not learn a party's name. */
export const hidesName = (doc: Veiled, actor: Pick<Actor, 'personId'>, partyId: string): boolean =>
  sideOf(actor, doc) === 'respondent' && isVeiled(doc, partyId)
