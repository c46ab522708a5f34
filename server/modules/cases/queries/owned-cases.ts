import { type Case, caseCollection, personKey } from '../case.model'

/** Enough for whoever handles cases; whoever had more is asked for again. */
const MOST = 1000

/** The open cases that somebody has, unchecked: for the service, which acts for nobody. */
export const ownedCases = async (personId: string): Promise<Pick<Case, '_id'>[]> =>
  caseCollection()
    .find({ inboxKeys: personKey(personId), open: true, 'owner.id': personId }, { projection: { _id: 1 } })
    .limit(MOST)
    .toArray()
