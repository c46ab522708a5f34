import { LEAST_PEOPLE, type OpinionGroups } from './find-groups'
import type { Findings, Tally } from './findings'
import { about, mapOf, type OpinionMap } from './map'

/** What a group says to a statement: about how many voted, and the shares in steps of a twentieth. */
export interface PublicTally {
  voters: number
  agree: number
  disagree: number
}
export interface PublicOpinion {
  /** About how many people each group has. */
  groups: number[]
  /** By statement, then by group; null where fewer than five of a group voted. */
  statements: Record<string, (PublicTally | null)[]>
  findings: Findings
  map: OpinionMap
}
/** What is shown, and (for the server alone) how many votes on each statement it rests on. */
export interface Publication {
  shown: PublicOpinion
  restsOn: Record<string, number>
}

const STEPS = 20

const votersOf = ({ agree, pass, disagree }: Tally): number => agree + pass + disagree

/** Neither none nor all: that nobody, or everybody, said a thing would tell what each of them said. */
const inSteps = (share: number): number => Math.max(1, Math.min(STEPS - 1, Math.round(share * STEPS))) / STEPS

const shownOf = (tally: Tally): PublicTally | null => {
  const voters = votersOf(tally)
  if (voters < LEAST_PEOPLE) return null
  return { voters: about(voters), agree: inSteps(tally.agree / voters), disagree: inSteps(tally.disagree / voters) }
}

const said = <T extends { sureBy: number }>(found: T): T => ({ ...found, sureBy: inSteps(found.sureBy) })

/** Findings on renewed statements are the new ones; on the others those that were shown already. */
const findingsFor = (now: Findings, before: Findings | undefined, renewed: ReadonlySet<string>): Findings => {
  const merge = <T extends { statement: string; sureBy: number }>(fresh: T[], shown: T[] = []): T[] =>
    [
      ...fresh.filter(({ statement }) => renewed.has(statement)).map(said),
      ...shown.filter(({ statement }) => !renewed.has(statement)),
    ].sort((one, other) => other.sureBy - one.sureBy)
  return {
    united: merge(now.united, before?.united),
    dividing: merge(now.dividing, before?.dividing),
    typical: merge(now.typical, before?.typical),
  }
}

/**
 * What may be shown to everybody. Numbers are those of at least five people, and rounded. Nothing is renewed before five
 * people have voted since, and a statement's numbers not before five more votes on it: whoever watches them while one known
 * person votes sees nothing move. Where the groups have changed meanwhile, a statement with one to four new votes waits
 * without numbers.
 */
export const publish = (opinion: OpinionGroups, last?: { publication: Publication; votersSince: number }): Publication => {
  if (last && last.votersSince < LEAST_PEOPLE) return last.publication
  const { shown: before, restsOn = {} } = last?.publication ?? {}
  const sameGroups = before?.groups.length === opinion.sizes.length
  const entries = opinion.statements.map((statement, j) => {
    const own = opinion.tallies.map((tallies) => tallies[j] as Tally)
    const votes = own.reduce((sum, tally) => sum + votersOf(tally), 0)
    const then = restsOn[statement]
    const renewed = then === undefined || Math.abs(votes - then) >= LEAST_PEOPLE || (!sameGroups && votes === then)
    if (renewed) return { statement, renewed, votes, shown: own.map(shownOf) }
    return { statement, renewed, votes: then, shown: (sameGroups && before?.statements[statement]) || own.map(() => null) }
  })
  const renewed = new Set(entries.flatMap((entry) => (entry.renewed ? [entry.statement] : [])))
  return {
    shown: {
      groups: opinion.sizes.map(about),
      statements: Object.fromEntries(entries.map(({ statement, shown }) => [statement, shown])),
      findings: findingsFor(opinion.findings, sameGroups ? before?.findings : undefined, renewed),
      map: mapOf(opinion),
    },
    restsOn: Object.fromEntries(entries.map(({ statement, votes }) => [statement, votes])),
  }
}
