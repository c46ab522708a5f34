import { type Case, caseCollection } from '../case.model'

/** A case by its public number, unchecked: for commands of whoever runs the service. */
export const findCaseByNumber = async (number: string): Promise<Case | null> =>
  (await caseCollection().findOne({ number }, { projection: { pending: 0, pendingAt: 0, request: 0 } })) as Case | null
