import type { Case, MoveInput } from '@server/modules/cases'
import { instantAt, isWorkingDay } from '@server/modules/deadlines'
import { regionMiddle } from '@server/modules/regions'
import { clock } from '@server/platform/clock'
import { isDuplicate } from '@server/platform/database'
import { newEvent } from '@server/platform/outbox'
import { moveByItself } from '../commands/move-by-itself'
import { type Desk, DeskModel } from '../desk.model'
import { candidatesOf } from '../fit/fit'
import { today } from '../fit/today'
import { rulesFor } from '../routing/rules-memory'
import { morningWords, whyMediator } from '../why'
import { findWaitingCases } from './find-waiting-cases'
import { type PlannedMove, planMorning } from './morning.policy'
import { MorningRunModel } from './morning-run.model'

/** Minutes of the city's day between which it runs; whoever was away longer waits for the next morning. */
const FROM = 7 * 60 + 30
const UNTIL = 12 * 60

const isMorning = (now: Date, { day, date }: ReturnType<typeof today>): boolean =>
  isWorkingDay(date) && now >= instantAt(day, FROM) && now < instantAt(day, UNTIL)

/** Still where it was when the morning was planned. */
const isThere = ({ status, owner }: Case, from: string | null): boolean =>
  from === null ? status === 'submitted' && owner?.type === 'organisation' : status === 'assigned' && owner?.id === from

const moveFor = async (doc: Case, { waiting, fits }: PlannedMove, tried: readonly string[]): Promise<MoveInput | undefined> => {
  const { caseId, from } = waiting
  if (!isThere(doc, from)) return undefined
  // Has the desk filled up meanwhile, what waits goes to the next best; what lies somewhere may as well stay there.
  const chosen = from === null ? fits.find((fit) => !tried.includes(fit.place.desk.personId)) : fits[tried.length === 0 ? 0 : fits.length]
  if (!chosen) return undefined
  const { desk } = chosen.place
  const why = whyMediator({ desk, code: chosen.code, kind: doc.kind, category: doc.category, wished: false })
  const { version } = await rulesFor(doc.regionCode)
  const assignment = {
    at: clock.now(),
    by: 'morning' as const,
    rule: null,
    version,
    chosen: desk.name,
    why,
    candidates: candidatesOf(fits),
  }
  const events = from === null ? [] : [newEvent('case.rebalanced', { caseId, fromPersonId: from, toPersonId: desk.personId })]
  return {
    move: from === null ? 'assign' : 'transfer',
    assigneeId: desk.personId,
    reason: morningWords(why, from !== null),
    extras: { assignment, events },
  }
}

/** Gives out what waits, and evens out what lies on the desks. Answers how many cases it moved. */
const rebalance = async (): Promise<number> => {
  const { day, date } = today()
  // All of them, by an index.
  const desks = await DeskModel.find({ personId: { $gt: '' } }).lean<Desk[]>()
  const waiting = await findWaitingCases(desks)
  const moves = planMorning({ desks, waiting, date, day, middleOf: regionMiddle })
  let moved = 0
  for (const one of moves) {
    const done = await moveByItself({ caseId: one.waiting.caseId, next: (doc, tried) => moveFor(doc, one, tried) })
    if (done) moved += 1
  }
  return moved
}

/**
 * Once on the morning of each working day. The mark is set at the end: after a kill the next process plans anew what is
 * left, and each single move is made only if the case is still where it was.
 */
export const runMorning = async (): Promise<number> => {
  const { date } = today()
  if (!isMorning(clock.now(), today()) || (await MorningRunModel.exists({ _id: date }))) return 0
  const moved = await rebalance()
  try {
    await MorningRunModel.collection.insertOne({ _id: date as never, doneAt: clock.now(), moved })
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
  return moved
}
