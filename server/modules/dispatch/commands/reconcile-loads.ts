import { countLoads } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { type Desk, DeskModel } from '../desk.model'
import { setLoad } from '../desk-load'
import { FAIR_DAYS } from '../fit/desk-board'
import { today } from '../fit/today'

const BATCH = 200
/** A desk that changed just now may have a case on its way into the database, which no count sees yet. */
const QUIET_MS = 60_000

type Counted = Pick<Desk, 'personId' | 'load' | 'rev'>
type Days = Pick<Desk, 'personId' | 'days'>

/** Corrects one desk unless its load has changed since it was read. */
const correct = async (desk: Counted, load: number): Promise<number> => {
  if (desk.load === load) return 0
  const { modifiedCount } = await DeskModel.collection.updateOne(
    { personId: desk.personId, rev: desk.rev },
    setLoad({ load, now: clock.now() }),
  )
  return modifiedCount
}

/** What lies further back than fairness looks is forgotten. */
const forgetOldDays = async ({ personId, days }: Days): Promise<void> => {
  const old = Object.keys(days ?? {}).filter((day) => Number(day) <= today().day - FAIR_DAYS)
  if (old.length === 0) return
  await DeskModel.collection.updateOne({ personId }, { $unset: Object.fromEntries(old.map((day) => [`days.${day}`, ''])) })
}

/**
 * Counts the cases at every desk again, for what a killed process left behind between two writes. Answers how many desks
 * it corrected. Never undoes a claim: it writes only where `rev` is what it was before the count.
 */
export const reconcileLoads = async (): Promise<number> => {
  let corrected = 0
  let after = ''
  for (;;) {
    const desks = await DeskModel.find({ personId: { $gt: after } }, { personId: 1, load: 1, rev: 1, changedAt: 1, days: 1 })
      .sort({ personId: 1 })
      .limit(BATCH)
      .lean()
    const quiet = desks.filter((desk) => clock.ms() - desk.changedAt.getTime() >= QUIET_MS)
    const counts = await countLoads(quiet.map((desk) => desk.personId))
    for (const desk of quiet) corrected += await correct(desk, counts.get(desk.personId) ?? 0)
    for (const desk of desks) await forgetOldDays(desk)
    const last = desks.at(-1)
    if (!last || desks.length < BATCH) return corrected
    after = last.personId
  }
}
