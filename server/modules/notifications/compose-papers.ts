import type { Side } from '@server/modules/cases'
import type { PaperKind } from '@shared/papers/schemas'
import type { Notice } from './commands/notify'
import { bothSides, say } from './compose-after'
import type { Told } from './compose-moves'
import { centrePersons, ownerPersons, sidePersons } from './recipients'
import { AVOIDANCE_WORDS, paperWords, QUIT_WORDS, ROOM_WORDS } from './texts-after'

const SIDES: readonly Side[] = ['applicant', 'respondent']

/** Those of the sides for which the timeline's entry about an event is: they alone may know of it. */
const audienceOf = ({ event, doc }: Told, type: string): string[] => {
  const entry = doc.timeline.find((one) => one.type === type && one.at >= event.at)
  return [...new Set(SIDES.filter((side) => entry?.audience.includes(side)).flatMap((side) => sidePersons(doc, side)))]
}

/** A paper: the sides that it is for, and who has the case. */
export const onPaper = async (told: Told): Promise<Notice[]> => {
  const { kind, change } = told.event.data as { kind: PaperKind; change: string }
  const parties = audienceOf(told, `paper.${change}`)
  return [
    ...say(told, paperWords({ for: 'party', change, kind }), parties, 'party'),
    ...say(told, paperWords({ for: 'owner', change, kind }), await ownerPersons(told.doc), 'staff'),
  ]
}

/** Another mediator is wanted: the centre, which decides; the decision: who asked, and who has the case. */
export const onAvoidance = async (told: Told): Promise<Notice[]> => {
  const change = String(told.event.data.change)
  return [
    ...say(told, AVOIDANCE_WORDS.centre[change], await centrePersons(told.doc), 'staff'),
    ...say(told, AVOIDANCE_WORDS.party[change], audienceOf(told, `avoidance.${change}`), 'party'),
    ...say(told, AVOIDANCE_WORDS.owner[change], await ownerPersons(told.doc), 'staff'),
  ]
}

/** The joint room: wanted, the other side; open or closed, everybody in it. */
export const onRoom = async (told: Told): Promise<Notice[]> => {
  const { change, side } = told.event.data as { change: string; side: Side }
  const words = ROOM_WORDS[change]
  if (change === 'wanted') return say(told, words, sidePersons(told.doc, side === 'applicant' ? 'respondent' : 'applicant'), 'party')
  return [...say(told, words, bothSides(told), 'party'), ...say(told, words, await ownerPersons(told.doc), 'staff')]
}

/** Somebody left the mediation, or is back: both sides, and who has the case. */
export const onQuit = async (told: Told): Promise<Notice[]> => {
  const words = told.event.data.quit ? QUIT_WORDS.left : QUIT_WORDS.back
  return [...say(told, words, await ownerPersons(told.doc), 'staff'), ...say(told, words, bothSides(told), 'party')]
}
