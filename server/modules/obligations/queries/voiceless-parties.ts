import { actsFor, type Case } from '@server/modules/cases'
import { openidsOf } from '@server/modules/identity'

/** Parties for whom nobody with an account can speak: people without WeChat, for whom somebody filed or who did not join. */
export const voicelessParties = async (doc: Case): Promise<Set<string>> => {
  const members = [...new Set(doc.parties.filter((party) => party.accepted).map((party) => party.personId))]
  const accounts = await openidsOf(members)
  const heard = members.filter((personId) => accounts.has(personId)).flatMap((personId) => actsFor(doc, { personId }))
  const voices = new Set(heard.map((party) => party.id))
  return new Set(doc.parties.filter((party) => party.part === 'party' && !voices.has(party.id)).map((party) => party.id))
}
