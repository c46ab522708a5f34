import { clock } from '@server/platform/clock'
import { InvalidInput } from '@server/platform/errors'
import type { Speaker } from '@shared/mediation/schemas'
import type { Appointment, Booking } from '../booking.model'
import { type Moving, stillTheirs } from '../moving'
import { participantsOf } from '../participants'
import { toVenue, withPlace } from '../queries/find-place'
import { wantedSession } from '../queries/wanted-session'
import { nextReminder } from '../reminders'
import { PROBLEMS, SENTENCES } from '../texts'
import { type BookingChange, changeBooking } from './change-booking'

/** Finds the place that a move asks for, with the same mediator or another, and lets `take` claim it. */
export const withNewPlace = async <T>(
  moving: Moving,
  mediator: Appointment['mediator'],
  take: (place: Appointment) => Promise<T>,
): Promise<T> => {
  const { booking, doc, input } = moving
  if (input.startsAt === undefined) throw InvalidInput.field('startsAt', 'required', PROBLEMS.time)
  const mode = input.mode ?? booking.mode
  const { wanted, changeableUntil } = await wantedSession({
    doc,
    mediator,
    startsAt: new Date(input.startsAt),
    mode,
    venueId: input.venueId ?? (mode === booking.mode ? booking.venue?.id : undefined),
    except: [booking._id],
  })
  const meetingUrl = mode === 'video' && mediator.id === booking.mediator.id ? booking.meetingUrl : null
  const { span, buffers, partyIds } = wanted
  return withPlace(wanted, (room) =>
    take({ ...span, changeableUntil, mode, venue: toVenue(room), mediator, meetingUrl, partyIds, buffers }),
  )
}

/** What a session is at its new place: proposed anew to everybody but who moved it. */
export const movedTo = (place: Appointment, takesPart: Speaker[], awaits: Speaker[]) =>
  ({
    ...place,
    status: 'proposed',
    takesPart,
    awaits,
    agreed: [],
    moving: null,
    remindAt: nextReminder(place.startsAt, clock.now()),
  }) satisfies BookingChange['patch']

/** Whether a move leads to where the session is already, as one that was sent twice does. */
const staysPut = ({ booking, input: { startsAt, mode = booking.mode, venueId = booking.venue?.id } }: Moving): boolean =>
  startsAt !== undefined &&
  new Date(startsAt).getTime() === booking.startsAt.getTime() &&
  mode === booking.mode &&
  venueId === booking.venue?.id

/**
 * Moves a session to another time or place with the same mediator; of the old one nothing is left. Moved to where it is,
 * it stays as it is: nobody has to say yes again.
 */
export const rescheduleBooking = async (moving: Moving): Promise<Booking> => {
  const { booking, doc, speaker, actor, relations, input } = moving
  if (staysPut(moving)) return booking
  const takesPart = participantsOf(doc)
  const awaits = takesPart.filter((one) => one !== speaker)
  return withNewPlace(moving, booking.mediator, (place) =>
    changeBooking({
      booking,
      patch: movedTo(place, takesPart, awaits),
      change: 'rescheduled',
      text: SENTENCES.rescheduled(place, awaits, input.reason),
      actor,
      relations,
      where: stillTheirs(booking),
    }),
  )
}
