import { phoneOf } from '@server/modules/identity'
import { NotFound } from '@server/platform/errors'
import type { Case } from '../case.model'

/** The telephone number of one of the parties; null when there is none. Throws NotFound for somebody who is no party. */
export const partyPhone = async (options: { doc: Case; partyId: string }): Promise<string | null> => {
  const party = options.doc.parties.find((one) => one.id === options.partyId)
  if (!party) throw new NotFound()
  return phoneOf(party.personId)
}
