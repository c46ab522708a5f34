import { personNames } from '@server/modules/identity'
import type { Case } from '../case.model'

/** What those who take part are called, by their ids as parties of the case. */
export const partyNames = async (doc: Pick<Case, 'parties'>): Promise<Map<string, string>> => {
  const names = await personNames([...new Set(doc.parties.map((party) => party.personId))])
  return new Map(doc.parties.map((party) => [party.id, names.get(party.personId) ?? '']))
}
