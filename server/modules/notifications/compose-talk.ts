import { findMessages, type Message, organisationKey, roomMembers, speakerWords } from '@server/modules/cases'
import { refusalOf } from '@server/modules/moderation'
import { MODE_NAMES } from '@shared/mediation/schemas'
import type { Notice } from './commands/notify'
import type { Told } from './compose-moves'
import { messageNotice, NOWHERE, progressNotice, sessionNotice, workNotice } from './notice'
import { keyPersons, outsiders, ownerPersons, presentPersons, sidePersons, supervisorsOf, without } from './recipients'
import {
  answeredInvitation,
  BOOKING_OTHERWISE,
  BOOKING_STATES,
  BOOKING_TITLES,
  INVITED_WORDS,
  MESSAGE_TITLE,
  REFUSED_WORDS,
  STAFF_TITLES,
} from './texts'

const MOST_BAD = 2

// Parties are not named: a name must be gone from everywhere when its person is erased.
const wordsFor = (by: Message['by'], hidden: boolean): string => speakerWords({ by, hidden, names: new Map() })

/** A message: everybody else in its room is told who spoke, and nothing of what was said. */
export const onMessage = async ({ event, doc }: Told): Promise<Notice[]> => {
  const [message] = await findMessages([String(event.data.messageId)])
  if (!message) return []
  const { personIds, organisationId } = roomMembers(doc, message.room)
  const colleagues = organisationId && message.by.side !== 'staff' ? await keyPersons(organisationKey(organisationId)) : []
  const owners = outsiders(doc, [...(doc.owner?.type === 'person' ? [doc.owner.id] : []), ...colleagues])
  const opposite = sidePersons(doc, 'respondent')
  const others = without([...new Set([...personIds, ...owners])], message.by.personId)
  const group = (ids: string[], hidden: boolean, page: 'chat' | 'staff') =>
    messageNotice({ event, doc, title: MESSAGE_TITLE, personIds: ids, who: wordsFor(message.by, hidden), for: page })
  return [
    group(
      others.filter((id) => owners.includes(id)),
      false,
      'staff',
    ),
    group(
      others.filter((id) => opposite.includes(id)),
      doc.anonymous,
      'chat',
    ),
    group(others, false, 'chat'),
  ]
}

const owners = async ({ doc, event }: Told): Promise<string[]> => without(await ownerPersons(doc), event.data.byPersonId)

/** An answered invitation: the side that invited, and the owner. */
export const onPartyAnswered = async (told: Told): Promise<Notice[]> => {
  const { event, doc } = told
  const { part, side, agreed, byPersonId } = event.data as {
    part: keyof typeof INVITED_WORDS
    side: 'applicant' | 'respondent'
    agreed: boolean
    byPersonId: string
  }
  const title = answeredInvitation(INVITED_WORDS[part], agreed)
  const inviting = sidePersons(doc, part === 'respondent' ? 'applicant' : side)
  return [
    progressNotice({ event, doc, title, personIds: without(inviting, byPersonId), for: 'party' }),
    progressNotice({ event, doc, title, personIds: await owners(told), for: 'staff' }),
  ]
}

const questionOf = ({ event, doc }: Told) => doc.questions.find((one) => one.id === event.data.questionId)

/** A question: who was asked. They do not read the case, so its title is kept from them. */
export const onAsked = async (told: Told): Promise<Notice[]> => {
  const { event, doc } = told
  const question = questionOf(told)
  if (!question) return []
  const personIds = without(await keyPersons(question.toKey), event.data.byPersonId)
  return [workNotice({ event, doc, title: STAFF_TITLES.asked, personIds, quoteTitle: false })]
}

/** An answer: who has the case. */
export const onAnswered = async (told: Told): Promise<Notice[]> => {
  const { event, doc } = told
  const text = `：${questionOf(told)?.toName ?? ''}已答复`
  return [progressNotice({ event, doc, title: STAFF_TITLES.answered, personIds: await owners(told), text, for: 'staff' })]
}

/** A meeting: both sides and who has the case. */
export const onBooking = async (told: Told): Promise<Notice[]> => {
  const { event, doc } = told
  const change = String(event.data.change)
  const { booking } = doc
  if (!booking || booking.id !== event.data.bookingId) return []
  const parties = without([...presentPersons(doc, 'applicant'), ...presentPersons(doc, 'respondent')], event.data.byPersonId)
  const place = booking.venue ? `${MODE_NAMES[booking.mode]} ${booking.venue.name} ${booking.venue.room}` : MODE_NAMES[booking.mode]
  const state = BOOKING_STATES[change] ?? '有变化'
  const common = { event, doc, title: BOOKING_TITLES[change] ?? BOOKING_OTHERWISE, state, at: booking.startsAt, place }
  const { id } = booking.mediator
  // A session ends with the case's leaving whose it was: they hear of it, and not who has the case by now.
  const hasLeft = doc.owner?.type === 'person' && doc.owner.id !== id && change === 'cancelled'
  const staff = sessionNotice({ ...common, personIds: hasLeft ? without([id], event.data.byPersonId) : await owners(told), for: 'staff' })
  return [sessionNotice({ ...common, personIds: parties, for: 'party' }), hasLeft ? { ...staff, ...NOWHERE } : staff]
}

/** What neighbours do not get to see of a hazard: who reported it, and why; once, however many parts were refused. */
export const onCheck = async ({ event, doc }: Told): Promise<Notice[]> => {
  if (event.data.pass) return []
  const text = `：${await refusalOf(String(event.data.checkId))}`
  const once = { ...event, id: `refused ${doc._id.toHexString()}` }
  return [progressNotice({ event: once, doc, ...REFUSED_WORDS, text, personIds: sidePersons(doc, 'applicant'), for: 'party' })]
}

/** Feedback is sealed from who handled the case; of a bad one only the supervisor hears. */
export const onFeedback = async ({ event, doc }: Told): Promise<Notice[]> => {
  if (Number(event.data.overall) > MOST_BAD) return []
  const personIds = without(await supervisorsOf(doc), event.data.byPersonId)
  return [progressNotice({ event, doc, title: STAFF_TITLES.badFeedback, personIds, for: 'staff' })]
}
