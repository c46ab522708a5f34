import type { Notice } from './commands/notify'
import type { Told } from './compose-moves'
import { progressNotice } from './notice'
import { centrePersons, ownerPersons, partyPersons, sidePersons, supervisorsOf, without } from './recipients'
import { DEMAND_WORDS, ESCALATED, FOLLOW_UP_WORDS, JUDICIAL_WORDS, OBLIGATION_WORDS, type Words } from './texts-after'

/** One notice with these words; nobody is told where there are none. */
export const say = (told: Told, words: Words | undefined, personIds: string[], page: 'party' | 'staff'): Notice[] =>
  words && personIds.length > 0
    ? [progressNotice({ ...told, ...words, personIds: without(personIds, told.event.data.byPersonId), for: page })]
    : []

/** Both sides of a case. */
export const bothSides = ({ doc }: Told): string[] => [...new Set([...sidePersons(doc, 'applicant'), ...sidePersons(doc, 'respondent')])]

/** What was promised: who owes it, who is to get it, who has the case; what stays unkept, the supervisor. */
export const onObligation = async (told: Told): Promise<Notice[]> => {
  const { event, doc } = told
  const { change, fromPartyId, toPartyId } = event.data as Record<string, string>
  if (!change) return []
  if (change === 'escalated') return say(told, ESCALATED, await supervisorsOf(doc), 'staff')
  return [
    ...say(told, OBLIGATION_WORDS.from[change], partyPersons(doc, fromPartyId), 'party'),
    ...say(told, OBLIGATION_WORDS.to[change], partyPersons(doc, toPartyId), 'party'),
    ...say(told, OBLIGATION_WORDS.owner[change], await ownerPersons(doc), 'staff'),
  ]
}

/** Judicial confirmation: both sides, who ask for it together, and who has the case. */
export const onJudicial = async (told: Told): Promise<Notice[]> => {
  const words = JUDICIAL_WORDS[String(told.event.data.change)]
  return [...say(told, words, bothSides(told), 'party'), ...say(told, words, await ownerPersons(told.doc), 'staff')]
}

/** A follow-up: the parties, who may fill in the form, and whoever has to do it; of an answer, only the latter. */
export const onFollowUp = async (told: Told): Promise<Notice[]> => {
  const { change } = told.event.data
  if (change === 'answered') return say(told, FOLLOW_UP_WORDS.answered, await ownerPersons(told.doc), 'staff')
  if (change !== 'due') return []
  return [
    ...say(told, FOLLOW_UP_WORDS.dueOwner, await ownerPersons(told.doc), 'staff'),
    ...say(told, FOLLOW_UP_WORDS.dueParty, bothSides(told), 'party'),
  ]
}

/** A demand: the centre, which judges it; its judgement: who has the case. */
export const onDemand = async (told: Told): Promise<Notice[]> =>
  told.event.data.change === 'raised'
    ? say(told, DEMAND_WORDS.raised, await centrePersons(told.doc), 'staff')
    : say(told, DEMAND_WORDS.judged, await ownerPersons(told.doc), 'staff')
