import type { OpinionView } from '@shared/consultations/opinion'
import { texts } from '../texts'

export type Finding = OpinionView['all'][number]
export type Tally = NonNullable<Finding['byGroup'][number]>

/** `0.85` → `85%`. */
export const percent = (share: number): string => `${Math.round(share * 100)}%`

/** To which side most of a tally's people lean. */
export const sideOf = ({ agree, disagree }: Pick<Tally, 'agree' | 'disagree'>): 'agree' | 'disagree' =>
  agree >= disagree ? 'agree' : 'disagree'

/** What most people of all groups say to a statement; the groups count alike. */
export const commonSide = ({ byGroup }: Finding): 'agree' | 'disagree' => {
  const known = byGroup.filter((tally): tally is Tally => tally !== null)
  const sum = (side: 'agree' | 'disagree') => known.reduce((all, tally) => all + tally[side], 0)
  return sum('agree') >= sum('disagree') ? 'agree' : 'disagree'
}

/** A statement's numbers, a row for each group. */
export const rowsOf = ({ byGroup }: Finding, names: readonly string[]): string[][] =>
  names.map((name, group) => {
    const tally = byGroup[group]
    if (!tally) return [name, '—', '—', texts.tooFew]
    return [name, percent(tally.agree), percent(tally.disagree), String(tally.voters)]
  })
