import type { Case } from '@server/modules/cases'

/** The persons of a case whose time a session takes: parties and representatives who take part; helpers only read. */
export const takersOf = ({ parties }: Pick<Case, 'parties'>): string[] => [
  ...new Set(parties.filter((party) => party.accepted && party.part !== 'helper').map((party) => party.personId)),
]
