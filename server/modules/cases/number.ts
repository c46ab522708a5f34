import { dateOfDay, dayNumberOf } from '@server/modules/deadlines'
import { database } from '@server/platform/database'
import { formatNumber } from '@shared/cases/number'

/** Numbers that a process takes at once; those it does not use before it ends are never used. */
const BLOCK = 200
const MOST = 999_999

interface Counter {
  _id: string
  last: number
}
interface Block {
  of: string
  next: number
  last: number
}

let block: Block | undefined
let fetching: Promise<void> | undefined

const fetchBlock = async (month: string, of: string): Promise<void> => {
  const counters = database().collection<Counter>('counters')
  const counter = await counters.findOneAndUpdate(
    { _id: `caseNumbers:${month}` },
    { $inc: { last: BLOCK } },
    { upsert: true, returnDocument: 'after' },
  )
  if (!counter || counter.last > MOST) throw new Error(`The case numbers of ${month} are used up`)
  block = { of, next: counter.last - BLOCK + 1, last: counter.last }
}

/** The next public number of the month in which `at` lies, by the city's calendar. Unique across processes. */
export const nextNumber = async (at: Date): Promise<string> => {
  const date = dateOfDay(dayNumberOf(at))
  const month = date.slice(2, 4) + date.slice(5, 7)
  const of = `${database().databaseName} ${month}`
  for (;;) {
    if (block?.of === of && block.next <= block.last) return formatNumber(month, block.next++)
    fetching ??= fetchBlock(month, of).finally(() => {
      fetching = undefined
    })
    await fetching
  }
}

/** Forgets the block in hand, after a number of it turned out to be taken (a counter restored from an older backup). */
export const dropNumbers = (): void => {
  block = undefined
}
