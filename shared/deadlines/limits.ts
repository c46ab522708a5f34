import type { DeadlineKind } from '../cases/moves'
import type { CaseKind, Risk } from '../cases/words'
import type { DeadlineRule, DeadlineRules, Limit, Unit } from './schemas'

const rule = (deadline: DeadlineKind, amount: number, unit: Unit, of: { kinds?: CaseKind[]; risks?: Risk[] } = {}): DeadlineRule => ({
  deadline,
  kinds: of.kinds ?? [],
  risks: of.risks ?? [],
  limit: { amount, unit },
})

/**
 * The rules of a city that has made none of its own: how long each step may take. The first that fits counts, so the
 * dangerous matters come first. A dispute as a whole: "as a rule within a month" (人民调解工作若干规定), taken as 30 days.
 */
export const DEFAULT_RULES: DeadlineRules = {
  rules: [
    rule('accept', 2, 'hours', { risks: ['A'] }),
    rule('accept', 4, 'workingHours', { risks: ['B'] }),
    rule('reply', 24, 'hours', { risks: ['A'] }),
    rule('reply', 1, 'workingDays', { risks: ['B'] }),
    rule('act', 24, 'hours', { risks: ['A'] }),
    rule('act', 1, 'workingDays', { risks: ['B'] }),
    rule('total', 3, 'workingDays', { kinds: ['hazard'], risks: ['A', 'B'] }),
    rule('accept', 1, 'workingDays'),
    rule('reply', 2, 'workingDays'),
    rule('act', 3, 'workingDays'),
    rule('total', 30, 'calendarDays', { kinds: ['dispute'] }),
    rule('total', 15, 'workingDays', { kinds: ['complaint'] }),
    rule('total', 7, 'workingDays', { kinds: ['hazard'] }),
    rule('total', 30, 'workingDays', { kinds: ['suggestion'] }),
    rule('confirm', 15, 'workingDays'),
  ],
  officeHours: [
    { from: '09:00', to: '12:00' },
    { from: '14:00', to: '18:00' },
  ],
  yellowShare: 0.3,
  escalateHours: 7,
}

interface Asked {
  deadline: DeadlineKind
  kind: CaseKind
  risk: Risk
}

const fits = (one: DeadlineRule, { deadline, kind, risk }: Asked): boolean =>
  one.deadline === deadline && (one.kinds.length === 0 || one.kinds.includes(kind)) && (one.risks.length === 0 || one.risks.includes(risk))

/** How long a deadline is by a set of rules; where they say nothing, by the ones above. */
export const limitIn = (rules: Pick<DeadlineRules, 'rules'>, asked: Asked): Limit => {
  const found = rules.rules.find((one) => fits(one, asked)) ?? DEFAULT_RULES.rules.find((one) => fits(one, asked))
  if (!found) throw new Error(`The default rules lack ${asked.deadline} of ${asked.kind}`)
  return found.limit
}

/** What a deadline is called on a screen. */
export const DEADLINE_NAMES: Record<DeadlineKind, string> = {
  accept: '受理期限',
  reply: '首次答复期限',
  act: '开始办理期限',
  total: '办结期限',
  confirm: '确认期限',
}

const UNIT_NAMES: Record<Unit, string> = { hours: '小时', workingHours: '个工作小时', workingDays: '个工作日', calendarDays: '天' }
/** A length of time as a person says it. */
export const limitWords = ({ amount, unit }: Limit): string => `${amount}${UNIT_NAMES[unit]}`
