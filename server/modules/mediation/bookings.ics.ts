import type { BookingStatus } from '@shared/mediation/schemas'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Booking } from './booking.model'
import { CALENDAR, where } from './texts'

const STATUS: Record<BookingStatus, ICalEventStatus> = {
  held: ICalEventStatus.TENTATIVE,
  proposed: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  done: ICalEventStatus.CONFIRMED,
  noShow: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
}

export interface CalendarEntry {
  booking: Booking
  caseNumber: string
  /** Whether the link to a video meeting may be in it. */
  withLink: boolean
}

/**
 * Sessions as iCalendar (RFC 5545), times in UTC. The UID stays with a session through all its changes and SEQUENCE grows
 * with each, so that programs which know it move or strike it out.
 */
export const toCalendar = (entries: readonly CalendarEntry[]): string => {
  const calendar = ical({
    name: CALENDAR.feed,
    prodId: { company: 'haoshangliang', product: 'sessions', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const { booking, caseNumber, withLink } of entries) {
    const { _id, revision, startsAt, endsAt, changedAt, createdAt, status, meetingUrl, venue } = booking
    calendar.createEvent({
      id: `${_id.toHexString()}@haoshangliang`,
      sequence: revision,
      start: startsAt,
      end: endsAt,
      stamp: changedAt,
      created: createdAt,
      lastModified: changedAt,
      status: STATUS[status],
      summary: CALENDAR.summary(caseNumber),
      location: venue ? `${where(booking)}，${venue.address}` : where(booking),
      ...(withLink && meetingUrl ? { url: meetingUrl, description: `${CALENDAR.link} ${meetingUrl}` } : {}),
    })
  }
  return calendar.toString()
}
