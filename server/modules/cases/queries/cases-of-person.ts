import { toLocalIso } from '@server/modules/deadlines'
import { Conflict } from '@server/platform/errors'
import { type Case, CaseModel, personKey } from '../case.model'

const MOST = 1000
type Held = Pick<Case, 'number' | 'kind' | 'category' | 'title' | 'text' | 'address' | 'status' | 'createdAt' | 'parties'>

/**
 * The cases in which somebody takes part, or that they filed, for the export of their data: the newest thousand. Of what
 * was filed for others the words are theirs, and not given here.
 */
export const casesOfPerson = async (personId: string): Promise<unknown[]> => {
  const fields = { number: 1, kind: 1, category: 1, title: 1, text: 1, address: 1, status: 1, createdAt: 1, parties: 1 }
  const found = await CaseModel.find({ memberIds: personId }, fields).sort({ createdAt: -1, _id: -1 }).limit(MOST).lean<Held[]>()
  return found.map(({ number, kind, category, title, text, address, status, createdAt, parties }) => ({
    number,
    kind,
    category,
    ...(parties.some((party) => party.personId === personId && party.accepted) ? { title, text, address } : {}),
    status,
    createdAt: toLocalIso(createdAt),
  }))
}

/** Refuses the erasure of somebody who still takes part in an open case, or whose it is. */
export const refuseWhileOpen = async (personId: string): Promise<void> => {
  const takesPart = { memberIds: personId, open: true, 'parties.personId': personId }
  const owns = { inboxKeys: personKey(personId), open: true }
  if ((await CaseModel.exists(takesPart)) ?? (await CaseModel.exists(owns)))
    throw new Conflict('conflict', '您还有没有办完的事项，请先办结、撤回或转交，再注销账号')
}
