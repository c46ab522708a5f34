import { DEADLINE_KINDS, type DeadlineKind } from '@shared/cases/moves'
import { CASE_KINDS, type CaseKind, RISKS, type Risk } from '@shared/cases/words'
import { limitIn } from '@shared/deadlines/limits'
import type { DeadlineRule, DeadlineRules, Limit } from '@shared/deadlines/schemas'

/** How long a deadline is for each kind and risk: what a list of rules comes down to. */
export type Matrix = Record<DeadlineKind, Record<CaseKind, Record<Risk, Limit>>>

const build = <K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>

export const matrixOf = (rules: Pick<DeadlineRules, 'rules'>): Matrix =>
  build(DEADLINE_KINDS, (deadline) => build(CASE_KINDS, (kind) => build(RISKS, (risk) => limitIn(rules, { deadline, kind, risk }))))

const keyOf = (value: unknown): string => JSON.stringify(value)

/** Keys that have the same value, together, in their order. */
const grouped = <K extends string, V>(keys: readonly K[], value: (key: K) => V): { keys: K[]; value: V }[] => {
  const groups = new Map<string, { keys: K[]; value: V }>()
  for (const key of keys) {
    const of = value(key)
    const group = groups.get(keyOf(of))
    if (group) group.keys.push(key)
    else groups.set(keyOf(of), { keys: [key], value: of })
  }
  return [...groups.values()]
}

const unlessAll = <K>(keys: K[], all: readonly K[]): K[] => (keys.length === all.length ? [] : keys)

/** One deadline as few lines as say it: kinds that are alike together, and of these the risks that are alike. */
export const linesOf = (matrix: Matrix, deadline: DeadlineKind): DeadlineRule[] =>
  grouped(CASE_KINDS, (kind) => matrix[deadline][kind]).flatMap(({ keys: kinds, value: byRisk }) =>
    grouped(RISKS, (risk) => byRisk[risk]).map(({ keys: risks, value: limit }) => ({
      deadline,
      kinds: unlessAll(kinds, CASE_KINDS),
      risks: unlessAll(risks, RISKS),
      limit,
    })),
  )

/** The rules that say what a matrix says; none of them stands in another's way. */
export const rulesOf = (matrix: Matrix): DeadlineRule[] => DEADLINE_KINDS.flatMap((deadline) => linesOf(matrix, deadline))

/** The matrix with one limit for some kinds and risks, all of them where none is named. */
export const withLimit = (matrix: Matrix, { deadline, kinds, risks, limit }: DeadlineRule): Matrix => {
  const isKind = (kind: CaseKind) => kinds.length === 0 || kinds.includes(kind)
  const isRisk = (risk: Risk) => risks.length === 0 || risks.includes(risk)
  const changed = build(CASE_KINDS, (kind) => build(RISKS, (risk) => (isKind(kind) && isRisk(risk) ? limit : matrix[deadline][kind][risk])))
  return { ...matrix, [deadline]: changed }
}
