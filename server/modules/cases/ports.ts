import { centreFor } from '@server/modules/identity'
import type { Actor } from '@server/platform/actor'
import type { Session } from '@server/platform/database'
import { InvalidInput } from '@server/platform/errors'
import type { MoveName } from '@shared/cases/moves'
import type { Ability, CardAbility } from '@shared/cases/schemas'
import type { CaseKind, Relation, Risk, RiskSign } from '@shared/cases/words'
import type { FeedbackView } from '@shared/feedback/schemas'
import type { BookingView } from '@shared/mediation/schemas'
import type { CaseCard } from './card'
import type { Assignment, Case, Owner } from './case.model'

/** Who and what a case is about, as far as avoidance 回避 compares it. */
export interface Subject {
  /** The parties: by id where they are known, else as they were named. */
  persons: { personId?: string; name?: string; phone?: string }[]
  address: string
}
export interface RouteRequest {
  regionCode: string
  kind: CaseKind
  category: string
  /** The parties: nobody handles a case of their own. */
  excludePersonIds: string[]
  /** Whoever is close to it is left out. */
  about: Subject
  preferredMediatorId?: string
  risk: Risk
  location?: [number, number]
  /** For the languages that it names. */
  text?: string | undefined
}
/** `why` is told to the applicant: plain Chinese. The owner of a `submitted` case is the centre's queue. */
export interface Routed {
  owner: Owner | null
  status: 'assigned' | 'submitted'
  why: string
  /** Who came into question, and what counted. */
  assignment?: Assignment
  /** When silence gives it to the next. */
  silentAt?: Date
}

/** How dangerous a matter reads, from its words. */
export interface Assessed {
  risk: Risk
  signs: RiskSign[]
}

export interface LoadChange {
  personId: string
  delta: 1 | -1
  /** Whoever is given a case must have room for it; what comes back to its owner comes back in any event. */
  ifRoom?: boolean
  /** It was given for a case that then could not be filed: it never counted. */
  undone?: boolean
}

/** What cases asks of modules that stand later; `app.ts` fills it. */
export interface CasePorts {
  /** Finds the handler and claims one place of their capacity. */
  route: (options: RouteRequest) => Promise<Routed>
  /** One case more or less on a person's desk; nothing happens for who has no desk. Throws InvalidInput where there is no room. */
  changeLoad: (options: LoadChange & { session?: Session }) => Promise<void>
  /** To whom `assign`, `transfer` and `passOn` lead; throws InvalidInput. */
  assignee: (options: {
    doc: Case
    move: MoveName
    assigneeId?: string
    organisationId?: string
    actor: Actor | 'system'
  }) => Promise<Owner>
  /** When silence gives a case to the next; undefined: never. From memory. */
  silentAt: (options: { regionCode: string; risk: Risk | undefined; from: Date }) => Promise<Date | undefined>
  /** From the words alone, in microseconds: every submission asks. */
  assess: (options: { title?: string | undefined; text?: string | undefined }) => Assessed
  /** The likeliest category of this kind for a text without one; undefined when nobody can tell. */
  categorise: (options: { title?: string | undefined; text: string; kind: CaseKind }) => string | undefined
  /** What the card of a case in a list offers, too. */
  cardAbilities: ((options: { doc: CaseCard; actor: Actor; relations: Relation[] }) => CardAbility[])[]
  /** What else is offered where the whole case is known. */
  abilities: ((options: { doc: Case; actor: Actor; relations: Relation[] }) => Ability[])[]
  presentBooking: (options: { doc: CaseCard; actor: Actor; relations: Relation[] }) => BookingView | null
  /** By case id; asked only when somebody has rated one of them. */
  feedbackFor: (options: { docs: CaseCard[]; actor: Actor }) => Promise<Map<string, FeedbackView>>
}

/** The queue of the governance centre that is nearest to a region; null when the city has none. */
export const centreQueue = async (regionCode: string): Promise<Owner | null> => {
  const centre = await centreFor(regionCode)
  return centre ? { type: 'organisation', id: String(centre.id), name: centre.name, role: 'dispatcher' } : null
}

/** Without dispatch everything goes to the centre; without the others there is nothing to book or rate. */
const DEFAULTS: CasePorts = {
  route: async ({ regionCode }) => ({ owner: await centreQueue(regionCode), status: 'submitted', why: '' }),
  changeLoad: async () => undefined,
  assignee: async () => {
    throw InvalidInput.field('assigneeId', 'unknown_assignee', '找不到这个人')
  },
  silentAt: async () => undefined,
  assess: () => ({ risk: 'D', signs: [] }),
  categorise: () => undefined,
  cardAbilities: [],
  abilities: [],
  presentBooking: () => null,
  feedbackFor: async () => new Map(),
}

let filled: CasePorts = DEFAULTS

/** The ports as they are filled now. */
export const ports = (): CasePorts => filled

const joined = <T>(some: readonly T[], others: readonly T[] = []): T[] => [...new Set([...some, ...others])]

/** Fills ports; abilities of several modules add up, and filling twice changes nothing. */
export const fillCasePorts = (...parts: Partial<CasePorts>[]): void => {
  for (const part of parts) {
    const cardAbilities = joined(filled.cardAbilities, part.cardAbilities)
    filled = { ...filled, ...part, cardAbilities, abilities: joined(filled.abilities, part.abilities) }
  }
}
