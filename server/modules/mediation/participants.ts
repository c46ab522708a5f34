import { type Case, type Side, speaksFor } from '@server/modules/cases'
import type { Speaker } from '@shared/mediation/schemas'

type Party = Case['parties'][number]
type Sides = Pick<Case, 'parties' | 'filedBy'>

const takesPart = (party: Party): boolean => party.accepted && party.part !== 'helper' && !party.quit

/** The persons of a case whose time a session takes: parties and who acts for them; helpers only read. */
export const takersOf = ({ parties }: Pick<Case, 'parties'>): string[] => [
  ...new Set(parties.filter(takesPart).map((party) => party.personId)),
]

const hasSide = (doc: Pick<Case, 'parties'>, side: Side): boolean =>
  doc.parties.some((party) => party.side === side && party.part === 'party' && takesPart(party))

/** Whose word a session about the case needs: each side that takes part, and the mediator. */
export const participantsOf = (doc: Pick<Case, 'parties'>): Speaker[] => [
  ...(['applicant', 'respondent'] as const).filter((side) => hasSide(doc, side)),
  'owner',
]

/**
 * Sides on which nobody has an account: those for whom somebody else filed. Everybody else came by logging in. The
 * mediator, who telephones, answers in their place.
 */
export const sidesByPhone = ({ parties, filedBy }: Sides): Speaker[] => {
  const applicants = parties.filter((party) => party.side === 'applicant' && takesPart(party))
  return applicants.length === 1 && applicants.every((party) => party.personId !== filedBy) ? ['applicant'] : []
}

/** Whether somebody speaks for their side of the case: whoever has not left, and of a group those who were chosen. */
export const speaksForSide = (doc: Pick<Case, 'parties' | 'speakers'>, personId: string): boolean =>
  speaksFor(doc, { personId }) !== undefined
