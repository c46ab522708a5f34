import { clockOf, deadlinesBy, NEVER, openCases } from '@server/modules/cases'
import { findRules, toLocalIso } from '@server/modules/deadlines'
import { clock } from '@server/platform/clock'
import type { DeadlineEffect } from '@shared/supervision/schemas'

/** Enough to know what a change does, few enough to be answered while somebody waits. */
const LOOKED_AT = 5_000
const EXAMPLES = 10

type Running = ReturnType<typeof openCases> extends AsyncIterable<infer One> ? One : never

const empty = (): DeadlineEffect => ({ open: 0, earlier: 0, later: 0, same: 0, overdueAtOnce: 0, examples: [], partial: false })

const count = (effect: DeadlineEffect, doc: Running, draft: Awaited<ReturnType<typeof findRules>>, now: Date): void => {
  const before = clockOf(doc.deadlines, false).dueAt
  const deadlines = deadlinesBy({ doc, nature: doc, rules: draft, version: draft.version, now })
  const after = clockOf(deadlines, false).dueAt
  effect.open += 1
  if (after.getTime() === before.getTime() || before >= NEVER) {
    effect.same += 1
    return
  }
  effect[after < before ? 'earlier' : 'later'] += 1
  if (before > now && after <= now) effect.overdueAtOnce += 1
  const changed = deadlines.find((one) => one.open && one.dueAt.getTime() === after.getTime())
  if (changed && effect.examples.length < EXAMPLES)
    effect.examples.push({ caseNumber: doc.number, deadline: changed.kind, now: toLocalIso(before), would: toLocalIso(after) })
}

/** What rules would do to the nearest deadlines of open cases; nothing is changed. Throws NotFound. */
export const rulesEffect = async (id: string): Promise<DeadlineEffect> => {
  const draft = await findRules(id)
  const now = clock.now()
  const effect = empty()
  for await (const doc of openCases({ limit: LOOKED_AT + 1 })) {
    if (effect.open === LOOKED_AT) return { ...effect, partial: true }
    count(effect, doc, draft, now)
  }
  return effect
}
