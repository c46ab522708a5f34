import { DEADLINE_KINDS, MOVE_NAMES, MOVES, type Move } from '../../shared/cases/moves'
import { CASE_KINDS, CASE_STATUSES, KIND_NAMES, RISKS, STATUS_NAMES } from '../../shared/cases/words'
import { DEADLINE_NAMES, DEFAULT_RULES, limitIn } from '../../shared/deadlines/limits'

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

const kindsOf = ({ kinds }: Move): string => (kinds.length === CASE_KINDS.length ? 'all' : kinds.join(', '))
const targetOf = ({ to }: Move): string =>
  to === 'before' ? 'where it was suspended' : to === 'work' ? 'handling, or mediating for a dispute' : to
const stopsOf = ({ stops }: Move): string => (stops === 'all' ? 'all' : (stops ?? []).join(', '))

const moveRows = MOVE_NAMES.map((name) => {
  const move = MOVES[name]
  const with_ = [move.reason === 'required' ? 'reason' : '', move.needs ?? ''].filter(Boolean).join(', ')
  const cells = [
    kindsOf(move),
    move.from.join(', '),
    targetOf(move),
    move.by.join(', '),
    with_,
    (move.starts ?? []).join(', '),
    stopsOf(move),
  ]
  return [`\`${name}\` ${move.label}`, ...cells]
})

const UNITS = { hours: 'hours', workingHours: 'working hours', workingDays: 'working days', calendarDays: 'calendar days' } as const
const lengthOf = (asked: Parameters<typeof limitIn>[1]): string => {
  const { amount, unit } = limitIn(DEFAULT_RULES, asked)
  return `${amount} ${UNITS[unit]}`
}

/** A row for each length: risks without a rule of their own share one. */
const limitRows = DEADLINE_KINDS.flatMap((deadline) => {
  const rows = new Map<string, { risks: string[]; cells: string[] }>()
  for (const risk of RISKS) {
    const cells = CASE_KINDS.map((kind) => lengthOf({ deadline, kind, risk }))
    const same = rows.get(cells.join()) ?? { risks: [], cells }
    rows.set(cells.join(), { ...same, risks: [...same.risks, risk] })
  }
  return [...rows.values()].map(({ risks, cells }) => [`\`${deadline}\` ${DEADLINE_NAMES[deadline]}`, risks.join(', '), ...cells])
})

/** The life of a case as a page of documentation, printed from the tables that the service obeys. */
export const movesDoc = (): string =>
  [
    '# The life of a case',
    'Printed by `npm run docs:moves` from `shared/cases/moves.ts` and `shared/deadlines/limits.ts`; a test fails when it is out of date.',
    '## States',
    table(
      ['state', 'on a screen'],
      CASE_STATUSES.map((status) => [`\`${status}\``, STATUS_NAMES[status]]),
    ),
    '## Moves',
    table(['move', 'kinds', 'from', 'to', 'who', 'comes with', 'starts', 'stops'], moveRows),
    '## Deadlines',
    table(['deadline', 'risk', ...CASE_KINDS.map((kind) => `${kind} ${KIND_NAMES[kind]}`)], limitRows),
    '',
  ].join('\n\n')
