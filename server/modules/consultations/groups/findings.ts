import { boundFor, surelyAbove, surelyMore } from './proportions'

export type Side = 'agree' | 'disagree'
/** The votes of one group on one statement. */
export interface Tally {
  agree: number
  pass: number
  disagree: number
}
/** By how much it surely holds, from 0 to 1, chance and small numbers allowed for: what the findings are ordered by. */
interface Sure {
  statement: string
  sureBy: number
}
export interface United extends Sure {
  side: Side
}
export interface Dividing extends Sure {
  agreeing: number
  disagreeing: number
}
export interface Typical extends Sure {
  group: number
  side: Side
}
export interface Findings {
  /** Most people in every group are of one mind. */
  united: United[]
  /** One group agrees where another disagrees. */
  dividing: Dividing[]
  /** What a group says more than all others do. */
  typical: Typical[]
}
interface Counted {
  statements: readonly string[]
  /** By group and statement. */
  tallies: readonly (readonly Tally[])[]
  /** So many of a group must have voted on a statement before anything is said of it. */
  least: number
}

const SIDES: readonly Side[] = ['agree', 'disagree']
const MOST_OF_EACH = 5

const votersOf = ({ agree, pass, disagree }: Tally): number => agree + pass + disagree
const countOf = (tally: Tally, side: Side) => ({ count: tally[side], all: votersOf(tally) })
const surestFirst = <T extends Sure>(found: T[]): T[] => found.sort((one, other) => other.sureBy - one.sureBy)
const sumOf = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, { agree, pass, disagree }) => ({ agree: sum.agree + agree, pass: sum.pass + pass, disagree: sum.disagree + disagree }),
    {
      agree: 0,
      pass: 0,
      disagree: 0,
    },
  )

const unitedBy = (statement: string, own: readonly Tally[], z: number): United[] =>
  SIDES.flatMap((side) => {
    const sureBy = Math.min(...own.map((tally) => surelyAbove(tally[side], votersOf(tally), z)))
    return sureBy > 0.5 ? [{ statement, side, sureBy }] : []
  })

/** The two groups that stand furthest apart, where one agrees more than it disagrees and the other less. */
const dividedBy = (statement: string, own: readonly Tally[], z: number): Dividing[] => {
  const found = own.flatMap((one, agreeing) =>
    own.flatMap((other, disagreeing): Dividing[] => {
      if (one.agree <= one.disagree || other.disagree <= other.agree) return []
      const [yes, no] = [
        surelyMore(countOf(one, 'agree'), countOf(other, 'agree'), z),
        surelyMore(countOf(other, 'disagree'), countOf(one, 'disagree'), z),
      ]
      return Math.min(yes, no) > 0 ? [{ statement, agreeing, disagreeing, sureBy: Math.min(yes, no) }] : []
    }),
  )
  return surestFirst(found).slice(0, 1)
}

const typicalOf = (group: number, { statements, tallies, least }: Counted, z: number): Typical[] => {
  const found = statements.flatMap((statement, j) => {
    const own = tallies[group]?.[j] as Tally
    const rest = sumOf(tallies.filter((_, other) => other !== group).map((one) => one[j] as Tally))
    if (votersOf(own) < least || votersOf(rest) < least) return []
    return SIDES.flatMap((side): Typical[] => {
      const sureBy = surelyMore(countOf(own, side), countOf(rest, side), z)
      return own[side] * 2 > votersOf(own) && sureBy > 0 ? [{ statement, group, side, sureBy }] : []
    })
  })
  return surestFirst(found).slice(0, MOST_OF_EACH)
}

/** What unites, what divides, and what each group stands for. Every kind allows for as many comparisons as it makes. */
export const findingsOf = (counted: Counted): Findings => {
  const { statements, tallies, least } = counted
  const [all, groups] = [statements.length, tallies.length]
  const heard = statements.flatMap((statement, j) => {
    const own = tallies.map((one) => one[j] as Tally)
    return own.length > 0 && own.every((tally) => votersOf(tally) >= least) ? [{ statement, own }] : []
  })
  // That all groups are for something is claimed only where each of them is: no more than one chance in twenty for any statement.
  const united = heard.flatMap(({ statement, own }) => unitedBy(statement, own, boundFor(1)))
  if (groups < 2) return { united: surestFirst(united), dividing: [], typical: [] }
  return {
    united: surestFirst(united),
    dividing: surestFirst(heard.flatMap(({ statement, own }) => dividedBy(statement, own, boundFor(all * groups * (groups - 1))))),
    typical: tallies.flatMap((_, group) => typicalOf(group, counted, boundFor(all * groups * SIDES.length))),
  }
}
