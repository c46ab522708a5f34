import type { Actor } from '@server/platform/actor'
import { inTransaction, type Session } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import type { Relation } from '@shared/cases/words'
import { type Booking, BookingModel } from '../booking.model'
import { freeClaims, takeClaims } from '../claims'
import type { Change } from '../texts'
import { tellCase } from './tell-case'

export interface BookingChange {
  booking: Booking
  patch: Partial<Omit<Booking, '_id' | 'caseId' | 'revision'>>
  change: Change
  text: string
  actor: Actor | 'system'
  relations: readonly Relation[]
  /** What must hold for the case. */
  where?: Record<string, unknown>
}

const write = async (options: BookingChange, session: Session): Promise<Booking> => {
  const { booking, patch, ...telling } = options
  const { matchedCount } = await BookingModel.updateOne(
    { _id: booking._id, revision: booking.revision, active: true },
    { $set: patch, $inc: { revision: 1 } },
    { session },
  )
  if (matchedCount === 0) throw new Conflict('booking_already_moved')
  const next: Booking = { ...booking, ...patch, revision: booking.revision + 1 }
  if (!next.active) await freeClaims({ bookingId: next._id, session })
  else if (patch.startsAt) await takeClaims({ booking: next, former: booking, session })
  await tellCase({ booking: next, ...telling, session })
  return next
}

/** Changes a booking, its claims and what its case says of it, all or nothing. Of two at once one wins: booking_already_moved. */
export const changeBooking = (options: BookingChange): Promise<Booking> => inTransaction((session) => write(options, session))
