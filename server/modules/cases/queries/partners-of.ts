import { type Case, caseCollection } from '../case.model'

const MOST = 1000

/** A case in which somebody took part, and the persons who took part beside them. */
export interface Partners {
  caseId: string
  personIds: string[]
}

/** With whom somebody has taken part in cases, as a party or for one: the newest thousand cases, unchecked, for jobs and listeners. */
export const partnersOf = async (personId: string): Promise<Partners[]> => {
  const found = await caseCollection()
    .find<Pick<Case, '_id' | 'parties'>>({ memberIds: personId }, { projection: { parties: 1 } })
    .sort({ createdAt: -1, _id: -1 })
    .limit(MOST)
    .toArray()
  return found.flatMap(({ _id, parties }) => {
    const taking = parties.filter((party) => party.accepted && party.part !== 'helper').map((party) => party.personId)
    // Who filed for somebody else is a member of the case, and no party.
    return taking.includes(personId) ? { caseId: _id.toHexString(), personIds: taking.filter((id) => id !== personId) } : []
  })
}
