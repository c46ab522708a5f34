import { type Case, hasLeft, partiesOf, type Side, speaksFor } from '@server/modules/cases'
import type { Speaker } from '@shared/mediation/schemas'

type Party = Case['parties'][number]
type Sides = Pick<Case, 'parties' | 'filedBy' | 'speakers'>

const takesPart = (party: Party): boolean => party.accepted && party.part !== 'helper' && !party.quit

/** The persons of a case whose time a session takes: parties and who acts for them; helpers only read. */
export const takersOf = ({ parties }: Pick<Case, 'parties'>): string[] => [
  ...new Set(parties.filter(takesPart).map((party) => party.personId)),
]

const SIDES = ['applicant', 'respondent'] as const satisfies readonly Side[]

/** Whose word a session about the case needs: each side that takes part, and the mediator. */
export const participantsOf = (doc: Pick<Case, 'parties'>): Speaker[] => [
  ...SIDES.filter((side) => partiesOf(doc, side).length > 0),
  'owner',
]

/** Of the sides that were to take part in a session, whether one has left the mediation with everybody on it. */
export const isDeserted = (takesPart: readonly Speaker[], doc: Pick<Case, 'parties'>): boolean =>
  SIDES.some((side) => takesPart.includes(side) && hasLeft(doc, side))

/** Whose own word does not count for themselves, with a guardian or without one. */
const isMinor = (doc: Pick<Case, 'parties'>, personId: string): boolean =>
  doc.parties.some((party) => party.part === 'party' && party.minor && party.personId === personId)

/**
 * Whether somebody speaks for their side of the case: whoever has not left, and of a group those who were chosen. For
 * those under age the guardian does.
 */
export const speaksForSide = (doc: Pick<Case, 'parties' | 'speakers'>, personId: string): boolean =>
  !isMinor(doc, personId) && speaksFor(doc, { personId }) !== undefined

/** For whom somebody else filed; everybody else came by logging in. */
const isWithoutAccount = ({ parties, filedBy }: Sides): boolean => {
  const applicants = parties.filter((party) => party.side === 'applicant' && takesPart(party))
  return applicants.length === 1 && applicants.every((party) => party.personId !== filedBy)
}

const hasVoice = (doc: Sides, side: Side): boolean =>
  doc.parties.some((party) => party.side === side && party.part !== 'helper' && speaksForSide(doc, party.personId))

/**
 * Sides for which nobody can answer here: those without an account, and those of a minor who has no guardian here yet.
 * The mediator, who telephones, answers in their place.
 */
export const sidesByPhone = (doc: Sides): Speaker[] =>
  SIDES.filter((side) => (side === 'applicant' && isWithoutAccount(doc)) || (partiesOf(doc, side).length > 0 && !hasVoice(doc, side)))
