import { type Case, ownerKey } from '@server/modules/cases'
import type { DomainEvent } from '@server/platform/outbox'
import { MOVE_NAMES, MOVES, type MoveName } from '@shared/cases/moves'
import type { Notice } from './commands/notify'
import { isInDanger, NOWHERE, progressNotice, workNotice } from './notice'
import { keyPersons, sidePersons, supervisorsOf, without } from './recipients'
import { AWAITS_APPLICANT, OWNER_TITLES, PARTY_HINTS, PARTY_TITLES, STAFF_TITLES } from './texts'

/** What a listener knows of an event that concerns a case. */
export interface Told {
  event: DomainEvent
  doc: Case
}

const newFor = async ({ event, doc }: Told, key: string, byPersonId: unknown): Promise<Notice> => {
  const danger = isInDanger(doc)
  const own = danger ? STAFF_TITLES.newDanger : STAFF_TITLES.newCase
  const title = key.startsWith('p:') ? own : danger ? STAFF_TITLES.dangerInQueue : STAFF_TITLES.newInQueue
  return workNotice({ event, doc, title, personIds: without(await keyPersons(key), byPersonId) })
}

/** Whether it has been moved since an event: who has it now is told by that move, or made it. */
const movedSince = ({ event, doc }: Told): boolean =>
  doc.timeline.some((entry) => entry.at > event.at && MOVE_NAMES.some((name) => name === entry.type))

/** A new case: whoever has it is told; who filed it has just read the answer. */
export const onSubmitted = async (told: Told): Promise<Notice[]> =>
  told.doc.owner && !movedSince(told) ? [await newFor(told, ownerKey(told.doc.owner), told.doc.filedBy)] : []

/** What follows from an agreement by itself: the parties have just been told that it took effect. */
const FOLLOWING: readonly MoveName[] = ['agree', 'perform']

const forParties = ({ event, doc }: Told, move: MoveName, byPersonId: unknown): Notice[] => {
  const title = byPersonId === null && FOLLOWING.includes(move) ? undefined : PARTY_TITLES[move]
  if (!title) return []
  const sides = (['applicant', 'respondent'] as const).filter((side) => MOVES[move].audience.includes(side))
  const text = `：${MOVES[move].sentence}`
  return sides.map((side) => {
    const waits = side === 'respondent' && MOVES[move].to === 'resolved'
    const words = waits ? { title: AWAITS_APPLICANT } : { title, hint: PARTY_HINTS[move] }
    return progressNotice({ event, doc, ...words, personIds: without(sidePersons(doc, side), byPersonId), text, for: 'party' })
  })
}

/** Moves by which a case leaves somebody who may not have done it. */
const TAKEN: readonly MoveName[] = ['transfer', 'merge', 'handBack']

const takenFrom = ({ event, doc }: Told, move: MoveName, ownerBefore: string | null): Notice[] => {
  if (!TAKEN.includes(move) || !ownerBefore?.startsWith('p:')) return []
  const personIds = without([ownerBefore.slice(2)], event.data.byPersonId)
  // Who has to give it up cannot open it any more, so nothing leads there.
  return [{ ...progressNotice({ event, doc, title: STAFF_TITLES.takenAway, personIds, for: 'staff' }), ...NOWHERE }]
}

const forOwners = async ({ event, doc }: Told, move: MoveName, byPersonId: unknown): Promise<Notice[]> => {
  const { ownerBefore, ownerAfter } = event.data as { ownerBefore: string | null; ownerAfter: string | null }
  if (ownerAfter && ownerAfter !== ownerBefore) {
    // Of the hundredth report of the same hole in the road its owner reads in the case, and not one message each; of one
    // in which somebody is in danger at once.
    const known = move === 'merge' && !isInDanger(doc)
    const notices = known ? [] : [await newFor({ event, doc }, ownerAfter, byPersonId)]
    return [...notices, ...takenFrom({ event, doc }, move, ownerBefore)]
  }
  const title = OWNER_TITLES[move]
  const key = ownerAfter ?? ownerBefore
  if (!title || !key) return []
  return [progressNotice({ event, doc, title, personIds: without(await keyPersons(key), byPersonId), for: 'staff' })]
}

/** A move: the sides that its entry in the timeline is for, whoever has the case now, and the supervisor of a reopening. */
export const onMoved = async (told: Told): Promise<Notice[]> => {
  const { event, doc } = told
  const { move, byPersonId } = event.data as { move: MoveName; byPersonId: string | null }
  const notices = [...forParties(told, move, byPersonId), ...(await forOwners(told, move, byPersonId))]
  if (move !== 'reopen') return notices
  const personIds = without(await supervisorsOf(doc), byPersonId)
  return [...notices, progressNotice({ event, doc, title: STAFF_TITLES.reopened, personIds, for: 'staff' })]
}
