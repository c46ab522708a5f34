import type { ObjectId } from '@server/platform/database'
import type { MeetingView } from '@shared/consultations/schemas'
import { type Place, PlaceListModel } from '../place.model'
import { CHECKED_IN, entriesWhere, HELD, isOneOf, WAITING } from '../places.pipeline'

type Numbers = Pick<MeetingView, 'taken' | 'waiting' | 'checkedIn' | 'mine'>
interface Row {
  taken: number
  waiting: number
  checkedIn: number
  mine?: Place
  /** How many wait before the reader; −1 when the reader does not wait. */
  before: number
}

const NOBODY: Numbers = { taken: 0, waiting: 0, checkedIn: 0, mine: null }

/** How many places of a meeting are taken, and which of them is the reader's. The list itself stays in the database. */
export const meetingNumbers = async (options: { consultationId: ObjectId; personId: string }): Promise<Numbers> => {
  const { consultationId, personId } = options
  const me = { $literal: personId }
  const waiting = { $map: { input: entriesWhere(isOneOf('waiting')), in: '$$this.personId' } }
  const [row] = await PlaceListModel.aggregate<Row>([
    { $match: { _id: consultationId } },
    {
      $project: {
        taken: HELD,
        waiting: WAITING,
        checkedIn: CHECKED_IN,
        mine: { $first: entriesWhere({ $eq: ['$$this.personId', me] }) },
        before: { $indexOfArray: [waiting, me] },
      },
    },
  ] as never)
  if (!row) return NOBODY
  const { taken, checkedIn, mine, before } = row
  const own = mine &&
    mine.state !== 'invited' && {
      state: mine.state,
      position: before < 0 ? null : before + 1,
      as: mine.as,
      checkedIn: mine.checkedInAt !== null,
    }
  return { taken, waiting: row.waiting, checkedIn, mine: own || null }
}
