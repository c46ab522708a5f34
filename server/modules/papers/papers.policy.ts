import { type Case, type Party, type Side, signersOf } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import type { CaseStatus, Relation } from '@shared/cases/words'
import { PAPER_KINDS, type PaperKind, type PaperMove, type PaperStatus } from '@shared/papers/schemas'
import type { Paper } from './paper.model'

/** The signer who is not a party. */
export const MEDIATOR = 'mediator'

const WORKING: readonly CaseStatus[] = ['accepted', 'mediating', 'agreed', 'performing']
/** While a case stands at one of these, papers of the kind are drafted, shown, signed and sealed. */
const WHILE: Record<PaperKind, readonly CaseStatus[]> = {
  application: WORKING,
  rights: WORKING,
  authority: WORKING,
  survey: WORKING,
  record: ['accepted', 'mediating', 'agreed', 'performing', 'failed'],
  agreement: ['mediating', 'agreed', 'performing'],
  oral: ['mediating', 'agreed', 'performing'],
  failure: ['failed'],
  judicial: ['agreed', 'performing', 'resolved', 'closed'],
}

/** Whether work on a kind of paper fits where the case stands. */
export const isItsTime = (kind: PaperKind, doc: Pick<Case, 'kind' | 'status'>): boolean =>
  doc.kind === 'dispute' && WHILE[kind].includes(doc.status)

/** The papers that can be drafted now. */
export const draftable = (doc: Pick<Case, 'kind' | 'status'>): PaperKind[] => PAPER_KINDS.filter((kind) => isItsTime(kind, doc))

/** Whether the mediator signs it, too; and whether only the mediator does, so that nobody reads it back. */
const MEDIATOR_SIGNS: readonly PaperKind[] = ['survey', 'record', 'agreement', 'oral', 'failure']
export const isMediatorsAlone = (kind: PaperKind): boolean => kind === 'failure'
/** Both sides are bound by it: it cannot be signed by one alone. */
export const needsBothSides = (kind: PaperKind): boolean => kind === 'agreement' || kind === 'oral' || kind === 'judicial'

const partyById = (doc: Pick<Case, 'parties'>, id: string | null): Party | undefined => doc.parties.find((one) => one.id === id)

/** Which sides a paper is for: a statement or an authority is one side's own matter. */
export const sidesOf = (kind: PaperKind, doc: Pick<Case, 'parties'>, fromPartyId: string | null): Side[] => {
  if (kind === 'application') return ['applicant']
  if (kind !== 'authority' && kind !== 'survey') return ['applicant', 'respondent']
  const side = partyById(doc, fromPartyId)?.side
  return side ? [side] : []
}

/** Somebody whose name belongs under a paper. */
export interface Needed {
  as: string
  side: Side | 'mediator'
  /** Who may hold the pen on an own telephone. */
  personIds: string[]
  /** Whether it can be signed on the mediator's telephone: not in the name of a minor without a guardian. */
  inPerson: boolean
}

const MEDIATED: readonly CaseStatus[] = ['mediating', 'agreed', 'performing', 'resolved', 'closed', 'failed']

/** Respondents who never joined but whose consent was recorded: they read and sign on the mediator's telephone. */
const absentRespondents = (doc: Case, known: readonly Needed[]): Needed[] =>
  known.some((one) => one.side === 'respondent') || !MEDIATED.includes(doc.status)
    ? []
    : doc.parties
        .filter((party) => party.side === 'respondent' && party.part === 'party' && !party.quit && !party.accepted)
        .map((party) => ({ as: party.id, side: 'respondent', personIds: [], inPerson: party.minor !== true }))

const partySigners = (doc: Case): Needed[] => {
  const known = signersOf(doc).map(
    ({ partyId, personIds }): Needed => ({
      as: partyId,
      side: partyById(doc, partyId)?.side ?? 'applicant',
      personIds,
      inPerson: personIds.length > 0,
    }),
  )
  return [...known, ...absentRespondents(doc, known)]
}

type Signed = Pick<Paper, 'kind' | 'fromPartyId' | 'toPartyId'>

/** Who reads a paper back: the parties whose names belong under it. */
export const readersOf = (paper: Signed, doc: Case): Needed[] => {
  const all = partySigners(doc)
  if (isMediatorsAlone(paper.kind)) return []
  if (paper.kind === 'application') return all.filter((one) => one.side === 'applicant')
  if (paper.kind === 'survey') return all.filter((one) => one.as === paper.fromPartyId)
  if (paper.kind !== 'authority') return all
  const agent = partyById(doc, paper.toPartyId)
  const agents: Needed[] = agent?.accepted ? [{ as: agent.id, side: agent.side, personIds: [agent.personId], inPerson: true }] : []
  return [...principalOf(paper, doc, all), ...agents]
}

/** Who gives an authority signs, also when the side has chosen others to speak. */
const principalOf = (paper: Signed, doc: Case, all: readonly Needed[]): Needed[] => {
  const party = partyById(doc, paper.fromPartyId)
  if (!party) return []
  const known = all.find((one) => one.as === party.id)
  // A representative cannot widen the own authority: the party or the guardians sign.
  const own = party.minor ? guardiansOf(doc, party) : party.accepted ? [party.personId] : []
  return [{ as: party.id, side: party.side, personIds: own, inPerson: known?.inPerson ?? own.length > 0 }]
}

const guardiansOf = (doc: Case, party: Party): string[] =>
  doc.parties.filter((one) => one.part === 'guardian' && one.accepted && one.actsFor === party.id).map((one) => one.personId)

/** Whether everybody whose name belongs under a paper has somebody to hold the pen: a minor without a guardian has not. */
export const hasPens = (paper: Signed, doc: Case): boolean => readersOf(paper, doc).every((one) => one.inPerson || one.personIds.length > 0)

/** Whose names belong under a paper. */
export const neededFor = (paper: Signed, doc: Case): Needed[] => [
  ...readersOf(paper, doc),
  ...(MEDIATOR_SIGNS.includes(paper.kind) ? [{ as: MEDIATOR, side: 'mediator' as const, personIds: [], inPerson: true }] : []),
]

/** Whose names are still missing. */
export const missingFor = (paper: Signed & { signatures: Pick<Paper['signatures'][number], 'as'>[] }, doc: Case): Needed[] =>
  neededFor(paper, doc).filter((one) => !paper.signatures.some((signature) => signature.as === one.as))

/** For whom somebody reads back or signs; undefined when for nobody. The owner acts for a party whose pen is on the spot. */
export const standsFor = (options: {
  actor: Pick<Actor, 'personId'>
  relations: readonly Relation[]
  among: readonly Needed[]
  forPartyId?: string | undefined
}): Needed | undefined => {
  const { actor, relations, among, forPartyId } = options
  if (relations.includes('owner')) return among.find((one) => one.as === (forPartyId ?? MEDIATOR) && one.inPerson)
  const own = among.filter((one) => one.personIds.includes(actor.personId))
  return forPartyId === undefined ? own[0] : own.find((one) => one.as === forPartyId)
}

type Objected = Pick<Paper, 'readings' | 'version'> & { signatures: Pick<Paper['signatures'][number], 'as' | 'at'>[] }
/**
 * Objections to the present text that nobody has answered: by a correction, or by another word of the same party, of
 * which a signature is the strongest. Who has second thoughts after signing objects all the same.
 */
export const openObjections = ({ readings, version, signatures }: Objected): Paper['readings'] => {
  const last = new Map(readings.filter((one) => one.version === version).map((one) => [one.as, one]))
  return [...last.values()].filter((one) => !one.agreed && !signatures.some(({ as, at }) => as === one.as && at >= one.at))
}

/** The side of who takes part and reads; helpers read with their side. */
const READERS: readonly Relation[] = ['applicant', 'respondent', 'helper']

/** Whether somebody reads the papers of a case at all. Others of the staff read them in the docket only. */
export const readsPapers = (relations: readonly Relation[]): boolean =>
  relations.includes('owner') || relations.some((one) => READERS.includes(one))

/** Whether somebody may know of a paper: the owner of all, parties of those that were shown to their side. */
export const maySee = (options: {
  paper: Pick<Paper, 'shown' | 'sides'>
  side: Side | undefined
  relations: readonly Relation[]
}): boolean => {
  const { paper, side, relations } = options
  if (relations.includes('owner')) return true
  return readsPapers(relations) && paper.shown && side !== undefined && paper.sides.includes(side)
}

/** From where a move of a paper leads where. */
export const PAPER_STEPS: Record<PaperMove, { from: readonly PaperStatus[]; to: PaperStatus }> = {
  present: { from: ['draft'], to: 'reading' },
  takeBack: { from: ['reading', 'signing'], to: 'draft' },
  openSigning: { from: ['reading'], to: 'signing' },
  seal: { from: ['signing'], to: 'effective' },
  void: { from: ['draft', 'reading', 'signing', 'effective'], to: 'void' },
}
export const CHANGEABLE: readonly PaperStatus[] = ['draft', 'reading', 'signing']
