import { actsFor, type Case } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import type { Relation } from '@shared/cases/words'
import { OBLIGATION_MOVES, type ObligationMove, type ObligationState } from '@shared/obligations/schemas'
import type { PaperKind } from '@shared/papers/schemas'
import type { Judicial, JudicialState } from './judicial.model'
import type { Obligation } from './obligation.model'

/** Papers that hold promises. */
export const isPromising = (kind: PaperKind): boolean => kind === 'agreement' || kind === 'oral'

/** How somebody stands to what a case's agreement promises. */
export interface Standing {
  actor: Actor
  doc: Case
  relations: readonly Relation[]
  /** Parties for whom nobody can speak in the app: the owner notes their word. */
  voiceless: ReadonlySet<string>
}
type About = Pick<Obligation, 'fromPartyId' | 'toPartyId'>

const READERS: readonly Relation[] = ['applicant', 'respondent', 'helper', 'owner', 'filer', 'dispatcher']
/** What was agreed is both sides', and the business of those who watch over it. */
export const mayReadObligations = (relations: readonly Relation[]): boolean => relations.some((one) => READERS.includes(one))

const sideOfParty = (doc: Case, partyId: string) => doc.parties.find((party) => party.id === partyId)?.side

/** The actor's own places in the case, but for those of a helper, who only reads. */
const placesOf = ({ actor, doc }: Standing) =>
  doc.parties.filter((party) => party.personId === actor.personId && party.accepted && party.part !== 'helper')

const decidesFor = ({ actor, doc }: Standing, partyId: string): boolean => actsFor(doc, actor).some((party) => party.id === partyId)

/** Anybody on the side that owes may say that it is done: it counts for nothing until the other side says so too. */
const mayClaim = (standing: Standing, { fromPartyId, toPartyId }: About): boolean => {
  if (decidesFor(standing, fromPartyId)) return true
  const side = sideOfParty(standing.doc, fromPartyId)
  return placesOf(standing).some((party) => party.side === side) && !decidesFor(standing, toPartyId)
}

/** Whoever gets it, and who was chosen to speak for that side. */
const receives = (standing: Standing, { fromPartyId, toPartyId }: About): boolean => {
  if (decidesFor(standing, toPartyId)) return true
  const { doc } = standing
  const side = sideOfParty(doc, toPartyId)
  if (!side || side === sideOfParty(doc, fromPartyId)) return false
  return placesOf(standing).some((party) => party.side === side && doc.speakers?.[side]?.includes(party.id))
}

const isOwner = ({ relations }: Standing): boolean => relations.includes('owner')
const speaksAsOwner = (standing: Standing, partyId: string): boolean => isOwner(standing) && standing.voiceless.has(partyId)

interface Rule {
  from: readonly ObligationState[]
  may: (standing: Standing, about: About) => boolean
}
const RULES: Record<ObligationMove, Rule> = {
  claim: { from: ['open'], may: (one, about) => mayClaim(one, about) || speaksAsOwner(one, about.fromPartyId) },
  confirm: { from: ['open', 'claimed'], may: (one, about) => receives(one, about) || speaksAsOwner(one, about.toPartyId) },
  dispute: { from: ['claimed'], may: (one, about) => receives(one, about) || speaksAsOwner(one, about.toPartyId) },
  // To let somebody off is for who loses by it, and for nobody else.
  waive: { from: ['open', 'claimed'], may: (one, about) => decidesFor(one, about.toPartyId) },
  remind: { from: ['open'], may: (one, about) => receives(one, about) || isOwner(one) },
}

export const mayMove = (move: ObligationMove, standing: Standing, about: About): boolean => RULES[move].may(standing, about)
export const isMoveFrom = (move: ObligationMove, state: ObligationState): boolean => RULES[move].from.includes(state)

/** What somebody may do about an obligation now; `today` is the city's date. */
export const obligationMoves = (options: { standing: Standing; obligation: Obligation; today: string }): ObligationMove[] => {
  const { standing, obligation, today } = options
  return OBLIGATION_MOVES.filter(
    (move) =>
      isMoveFrom(move, obligation.state) && mayMove(move, standing, obligation) && !(move === 'remind' && obligation.remindedOn === today),
  )
}

/** From where judicial confirmation still gets on. */
export const JUDICIAL_PENDING: readonly JudicialState[] = ['open', 'applied', 'notWanted']

/** From where judicial confirmation gets to where; a court that was asked answers. */
const JUDICIAL_FROM: Record<'applied' | 'confirmed' | 'refused' | 'notWanted', readonly JudicialState[]> = {
  applied: ['open', 'notWanted'],
  confirmed: ['applied'],
  refused: ['applied'],
  notWanted: ['open'],
}
export type JudicialTarget = keyof typeof JUDICIAL_FROM
export const isJudicialStep = (judicial: Pick<Judicial, 'state'>, to: JudicialTarget): boolean => JUDICIAL_FROM[to].includes(judicial.state)
