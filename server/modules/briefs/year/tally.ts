import { BRIEF_LEVELS } from '@shared/briefs/words'
import type { Brief } from '../brief.model'

/** From the first instant of a local year to the first of the next. */
export interface Year {
  year: number
  from: Date
  to: Date
}
/** Somebody whose work is counted. */
export interface Worker {
  personId: string
  organisationId: string | null
}
export type Numbered = Pick<Brief, 'author' | 'signatures' | 'adoptions' | 'instructions' | 'submittedAt' | 'acceptedAt'>

/**
 * A year of work in numbers. Each is counted in the year in which it happened, whenever the brief was begun; what its
 * author took back counts for nobody. `submitted`: own briefs that were submitted for the first time; `signed`: briefs of
 * others, which have been submitted, that one signed; `accepted`: own briefs that were accepted for the first time;
 * `adopted`: own briefs whose first adoption was in the year; `levels`: own briefs adopted at each level, each brief once
 * for a level; `instructed`: own briefs on which a leader's instruction was given; `consultations`: topics that one
 * proposed or leads, by the date of the proposal. A group counts a brief or a topic once, however many of its members have
 * part in it.
 */
export interface WorkNumbers {
  submitted: number
  signed: number
  accepted: number
  adopted: number
  levels: number[]
  instructed: number
  consultations: number
}

/** The numbers of a row for which there is nothing to count. */
export const nothingDone = (): WorkNumbers => ({
  submitted: 0,
  signed: 0,
  accepted: 0,
  adopted: 0,
  levels: BRIEF_LEVELS.map(() => 0),
  instructed: 0,
  consultations: 0,
})

/** The date of the first adoption, at whatever level; it may have been recorded in another order. */
const firstAdoption = ({ adoptions }: Numbered): Date | null =>
  adoptions.reduce<Date | null>((first, { at }) => (first === null || at < first ? at : first), null)

const MONTHS = 12
const monthsOf = (year: number): string[] => Array.from({ length: MONTHS }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)

interface Options {
  year: Year
  /** Whose row something counts for; undefined for nobody's. */
  rowOf: (worker: Worker) => string | undefined
  /** The local month of an instant, YYYY-MM. */
  monthOf: (at: Date) => string
}

/** Counts briefs and topics one by one, so that a year need not be held in memory. */
export const createTally = ({ year, rowOf, monthOf }: Options) => {
  const rows = new Map<string, WorkNumbers>()
  const months = new Map(monthsOf(year.year).map((month) => [month, { month, submitted: 0, adopted: 0 }]))
  const isIn = (at: Date | null): at is Date => at !== null && at >= year.from && at < year.to
  const rowFor = (id: string): WorkNumbers => {
    const row = rows.get(id) ?? nothingDone()
    rows.set(id, row)
    return row
  }
  const rowsOf = (workers: readonly Worker[]): Set<string> => new Set(workers.flatMap((worker) => rowOf(worker) ?? []))

  const addOwn = (row: WorkNumbers, brief: Numbered): void => {
    if (isIn(brief.submittedAt)) row.submitted += 1
    if (isIn(brief.acceptedAt)) row.accepted += 1
    if (isIn(firstAdoption(brief))) row.adopted += 1
    const levels = new Set(brief.adoptions.filter(({ at }) => isIn(at)).map(({ level }) => level))
    for (const [i, level] of BRIEF_LEVELS.entries()) if (levels.has(level)) row.levels[i] = Number(row.levels[i]) + 1
    if (brief.instructions.some(({ at }) => isIn(at))) row.instructed += 1
  }
  const addMonth = (at: Date | null, what: 'submitted' | 'adopted'): void => {
    const month = isIn(at) ? months.get(monthOf(at)) : undefined
    if (month) month[what] += 1
  }

  return {
    addBrief: (brief: Numbered): void => {
      const own = rowOf(brief.author)
      if (own !== undefined) addOwn(rowFor(own), brief)
      const signed =
        brief.submittedAt === null ? [] : brief.signatures.filter(({ state, at, cameOver }) => state === 'signed' && !cameOver && isIn(at))
      // Who signs what their own group has written adds nothing to the group's row.
      for (const id of rowsOf(signed)) if (id !== own) rowFor(id).signed += 1
      addMonth(brief.submittedAt, 'submitted')
      addMonth(firstAdoption(brief), 'adopted')
    },
    addTopic: (workers: readonly Worker[]): void => {
      for (const id of rowsOf(workers)) rowFor(id).consultations += 1
    },
    rows,
    months: () => [...months.values()],
  }
}
