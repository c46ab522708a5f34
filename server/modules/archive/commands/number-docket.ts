import type { Case } from '@server/modules/cases'
import { localDate } from '@server/modules/deadlines'
import { clock } from '@server/platform/clock'
import { database, inTransaction } from '@server/platform/database'
import { type Docket, DocketModel } from '../docket.model'
import { keeperOf } from '../queries/keeper-of'

interface Counter {
  _id: string
  last: number
}
const counters = () => database().collection<Counter>('counters')
const SERIAL_LENGTH = 4

/**
 * Gives a docket the next number of its committee's place and year, once: number and counter are written together, so a
 * kill in between leaves neither, and no number is ever missing from the shelf.
 */
export const numberDocket = async (doc: Case): Promise<Docket | null> => {
  const { regionCode } = await keeperOf(doc)
  const year = Number(localDate(clock.now()).slice(0, 4))
  const counterId = `dockets:${regionCode}:${year}`
  // Made beforehand: an upsert in a transaction can fail on its twin.
  await counters().updateOne({ _id: counterId }, { $setOnInsert: { last: 0 } }, { upsert: true })
  return inTransaction(async (session) => {
    const kept = await DocketModel.findOne({ caseId: doc._id }, null, { session }).lean<Docket>()
    if (!kept || kept.number !== undefined) return kept
    const counter = await counters().findOneAndUpdate({ _id: counterId }, { $inc: { last: 1 } }, { returnDocument: 'after', session })
    const serial = counter?.last ?? 0
    const word = doc.kind === 'dispute' ? '调卷' : '事卷'
    const number = `（${year}）${regionCode}${word}第${String(serial).padStart(SERIAL_LENGTH, '0')}号`
    const given = { number, regionCode, year, serial }
    return DocketModel.findOneAndUpdate({ _id: kept._id }, { $set: given }, { returnDocument: 'after', session }).lean<Docket>()
  })
}
