import { MOVE_NAMES, MOVES, movesFor, targetOf } from '@shared/cases/moves'
import { CASE_KINDS, CASE_STATUSES, type CaseKind, type CaseStatus, isClosed, isOpen } from '@shared/cases/words'

const stepsFrom = (kind: CaseKind, status: CaseStatus, before: CaseStatus | null = 'accepted') =>
  MOVE_NAMES.flatMap((move) => targetOf({ move, kind, status, before }) ?? [])

describe.each(CASE_KINDS)('the life of a %s', (kind) => {
  const reached = new Set<CaseStatus>(['submitted'])
  for (const status of reached) for (const next of stepsFrom(kind, status)) reached.add(next)

  test('leads everywhere that suits its kind, and nowhere else', () => {
    const only = kind === 'dispute' ? ['handling'] : ['mediating', 'agreed', 'performing', 'failed']
    expect([...reached].sort()).toEqual(CASE_STATUSES.filter((status) => !only.includes(status)).sort())
  })

  test('has a way to the end from everywhere', () => {
    for (const status of reached) {
      const seen = new Set([status])
      for (const at of seen) for (const next of stepsFrom(kind, at)) seen.add(next)
      expect(seen).toContain('archived')
    }
  })

  test('has something to do for somebody wherever it is open', () => {
    for (const status of reached) {
      if (!isOpen(status)) continue
      expect(movesFor({ kind, status, movers: ['applicant', 'owner', 'dispatcher', 'system'] })).not.toEqual([])
    }
  })

  test('ends with archive', () => {
    expect(stepsFrom(kind, 'archived')).toEqual([])
  })
})

test('the service makes only the moves that it may: dispatch, one matter, what all have signed and promised, silence, whose handler has left, archive', () => {
  const moves = MOVE_NAMES.filter((move) => MOVES[move].by.includes('system'))
  const dispatch = ['assign', 'return', 'handBack', 'transfer']
  expect(moves).toEqual([...dispatch, 'agree', 'perform', 'confirm', 'resume', 'merge', 'unmerge', 'followLead', 'archive'])
})

test('a reason is required where DESIGN says so', () => {
  const required = MOVE_NAMES.filter((move) => MOVES[move].reason === 'required')
  const stated = ['return', 'handBack', 'transfer', 'resolve', 'fail', 'object', 'suspend', 'withdraw', 'reopen', 'passOn']
  expect(required.sort()).toEqual(stated.sort())
})

test('what ends a case stops every deadline', () => {
  for (const move of MOVE_NAMES) {
    const { to, stops } = MOVES[move]
    if (to !== 'before' && to !== 'work' && isClosed(to)) expect([move, stops]).toEqual([move, 'all'])
  }
})
