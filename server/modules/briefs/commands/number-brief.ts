import { localDate } from '@server/modules/deadlines'
import { clock } from '@server/platform/clock'
import { database, type Session } from '@server/platform/database'
import { CODE_LENGTHS } from '@shared/regions/schemas'
import type { Brief } from '../brief.model'

interface Counter {
  _id: string
  last: number
}
const counters = () => database().collection<Counter>('counters')
const SERIAL_LENGTH = 4

/** Where a brief is numbered: in its county, or above that where it is of a whole city. */
const placeOf = ({ regionCode }: Brief): string => regionCode.slice(0, CODE_LENGTHS.county)
/** The local year, which a brief is numbered in; asked once, for it may end between two steps. */
export const numberYear = (): string => localDate(clock.now()).slice(0, 4)

interface Place {
  brief: Brief
  year: string
}
const counterOf = ({ brief, year }: Place): string => `briefs:${placeOf(brief)}:${year}`

/** Made beforehand: an upsert in a transaction can fail on its twin. */
export const prepareNumber = async (place: Place): Promise<void> => {
  await counters().updateOne({ _id: counterOf(place) }, { $setOnInsert: { last: 0 } }, { upsert: true })
}

/** The next number of the place and year; given back when the transaction comes to nothing, so that none is missing. */
export const nextNumber = async (place: Place, session: Session): Promise<Pick<Brief, 'number' | 'numberedIn'>> => {
  const { brief, year } = place
  const counter = await counters().findOneAndUpdate({ _id: counterOf(place) }, { $inc: { last: 1 } }, { returnDocument: 'after', session })
  if (!counter) throw new Error('The counter of briefs is missing')
  const serial = String(counter.last).padStart(SERIAL_LENGTH, '0')
  return { number: `${year}-${serial}`, numberedIn: placeOf(brief) }
}
