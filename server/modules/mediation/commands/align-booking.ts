import { findCases } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { Conflict } from '@server/platform/errors'
import type { Booking } from '../booking.model'
import { isBookable } from '../bookings.policy'
import { personResource, takenTicks, ticksOf } from '../claims'
import { isDeserted, participantsOf, takersOf } from '../participants'
import { activeBooking } from '../queries/find-booking'
import { SENTENCES, SIDE_LEFT } from '../texts'
import { cancelBooking } from './cancel-booking'
import { type BookingChange, changeBooking } from './change-booking'

const TRIES = 5

/** Those of the persons whose time is free during a session. */
const freeOf = async (personIds: string[], booking: Booking): Promise<string[]> => {
  if (personIds.length === 0) return []
  const resources = personIds.map(personResource)
  const taken = await takenTicks({ resources, from: booking.startsAt, to: booking.endsAt, except: [booking._id] })
  const ticks = ticksOf(booking)
  return personIds.filter((id) => !ticks.some((tick) => taken.get(personResource(id))?.has(tick)))
}

type Change = Pick<BookingChange, 'patch' | 'change' | 'text'>

/** What the session is for those who take part now. */
const changeFor = async (booking: Booking, doc: Parameters<typeof participantsOf>[0]): Promise<Change | undefined> => {
  const takesPart = participantsOf(doc)
  const people = takersOf(doc)
  const joined = takesPart.filter((side) => !booking.takesPart.includes(side))
  const left = booking.takesPart.filter((side) => !takesPart.includes(side))
  const stay = booking.partyIds.filter((id) => people.includes(id))
  const partyIds = [
    ...stay,
    ...(await freeOf(
      people.filter((id) => !stay.includes(id)),
      booking,
    )),
  ]
  const samePeople = partyIds.length === booking.partyIds.length && stay.length === booking.partyIds.length
  if (joined.length === 0 && left.length === 0 && samePeople) return undefined
  if (booking.status === 'held') return { patch: { takesPart, partyIds } }
  const awaits = [...booking.awaits.filter((side) => takesPart.includes(side)), ...joined]
  const patch = { takesPart, partyIds, awaits, agreed: booking.agreed.filter((side) => takesPart.includes(side)) }
  if (joined.length > 0) return { patch: { ...patch, status: 'proposed' }, change: 'proposed', text: SENTENCES.joined(booking, joined) }
  if (awaits.length > 0 || booking.status === 'confirmed') return { patch }
  return { patch: { ...patch, status: 'confirmed' }, change: 'confirmed', text: SENTENCES.confirmed(booking) }
}

const align = async (booking: Booking, doc: Parameters<typeof participantsOf>[0]): Promise<void> => {
  if (isDeserted(booking.takesPart, doc)) {
    await cancelBooking({ booking, reason: SIDE_LEFT })
    return
  }
  const change = await changeFor(booking, doc)
  if (change) await changeBooking({ booking, ...change, actor: 'system', relations: [] })
}

/**
 * Fits the session ahead to who takes part in the case now. Whoever joined is asked, and their time is claimed when it is
 * free; the time of whoever left is given back, and when nobody of a side is left the session is cancelled. Goes by how
 * the case stands, so that hearing of it twice does no harm.
 */
export const alignBooking = async (options: { caseId: string }): Promise<void> => {
  const { caseId } = options
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const booking = await activeBooking(caseId)
    const [doc] = await findCases([caseId])
    if (!booking || !doc || booking.startsAt <= clock.now() || !isBookable(doc)) return
    try {
      await align(booking, doc)
      return
    } catch (error) {
      // Somebody changed it, or took the time of who joined: then it is looked at once more.
      if (!(error instanceof Conflict) || tries === TRIES) throw error
    }
  }
}
