import { type Case, caseCollection } from '../case.model'
import { organisationKey, personKey } from '../keys'

const WITHOUT = { pending: 0, pendingAt: 0, request: 0, timeline: 0 } as const
export type WaitingCase = Omit<Case, 'timeline' | 'pending' | 'pendingAt' | 'request'>

const find = async (keys: string[], status: Case['status'], limit: number): Promise<WaitingCase[]> =>
  keys.length === 0
    ? []
    : caseCollection()
        .find({ inboxKeys: { $in: keys }, open: true, status }, { projection: WITHOUT })
        .sort({ dueAt: 1, _id: 1 })
        .limit(limit)
        .toArray()

/** What waits in the queues of centres to be given to somebody, nearest deadline first. */
export const findQueued = (options: { organisationIds: string[]; limit: number }): Promise<WaitingCase[]> =>
  find(options.organisationIds.map(organisationKey), 'submitted', options.limit)

/** What persons were given and have not accepted, nearest deadline first. */
export const findUnaccepted = async (options: { personIds: string[]; limit: number }): Promise<WaitingCase[]> => {
  const found = await find(options.personIds.map(personKey), 'assigned', options.limit)
  return found.filter(({ owner }) => owner?.type === 'person' && options.personIds.includes(owner.id))
}
