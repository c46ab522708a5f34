import { model, type ObjectId } from '@server/platform/database'
import { type RequestMark, requestMarkFields } from '@server/platform/once'
import { type DomainEvent, outboxFields, outboxIndex } from '@server/platform/outbox'
import type { AttendeeKind } from '@shared/consultations/words'
import { Schema } from 'mongoose'

/** A place at a meeting, one on its waiting list, or one that is kept for whoever has the code. */
export interface Place {
  id: string
  /** Null while it is kept for somebody who has not come for it. */
  personId: string | null
  as: AttendeeKind
  /** What the inviter calls an invited person; gone once the place is taken up. */
  name: string | null
  state: 'invited' | 'in' | 'waiting'
  at: Date
  checkedInAt: Date | null
  codeHash?: string
  /** The event that tells of it: somebody who waited got it. */
  givenBy?: string
  request?: RequestMark
}

/**
 * Everybody who comes to the meeting of a consultation, in order of arrival. All in one document, so that taking, giving
 * back and handing on a place is one conditional write: no two people get the same one, and nobody is passed over.
 */
export interface PlaceList {
  /** The consultation's. */
  _id: ObjectId
  entries: Place[]
  pending?: DomainEvent[]
  pendingAt?: Date
}

/** How many stand on a list at most, those who wait included. */
export const MOST_ON_A_LIST = 1500

const schema = new Schema<PlaceList>(
  {
    entries: [
      {
        _id: false,
        id: String,
        personId: { type: String, default: null },
        as: String,
        name: { type: String, default: null },
        state: String,
        at: Date,
        checkedInAt: { type: Date, default: null },
        codeHash: { type: String, default: undefined },
        givenBy: { type: String, default: undefined },
        ...requestMarkFields,
      },
    ] as never,
    ...outboxFields,
  },
  { versionKey: false, collection: 'consultationPlaces' },
)
schema.index({ 'entries.personId': 1 })
schema.index(...outboxIndex)

export const PlaceListModel = model<PlaceList>('ConsultationPlaces', schema)
