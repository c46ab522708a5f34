import { centreQueue, findLatest, type LatestCase } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { categoryName } from '@shared/cases/categories'
import type { RoutingRules, RoutingTrial } from '@shared/dispatch/routing'
import type { DeskBoard } from '../fit/desk-board'
import { deskBoard } from '../fit/desk-memory'
import { rankDesks } from '../fit/fit'
import { today } from '../fit/today'
import { nearestOrganisation } from '../routing/nearest-organisation'
import { ruleFor, searchOf } from '../routing/routing.policy'
import { rulesFor } from '../routing/rules-memory'
import { findRouting } from './find-routing'

const MOST_EXAMPLES = 50
const ANSWERED = '直接答复'
/** In between, so that a long trial holds up nobody. */
const PAUSE_EVERY = 50

interface Where {
  /** What is compared. */
  key: string
  name: string
  rule: string | null
}

const queueOf = async (regionCode: string, rule: string | null): Promise<Where> => {
  const centre = await centreQueue(regionCode)
  return { key: `o:${centre?.id}`, name: centre?.name ?? '综治中心', rule }
}

/** Where a case goes by rules, as desks are today and whatever lies on them: what remains is what the rules say. */
const whereTo = async (doc: LatestCase, rules: RoutingRules, board: DeskBoard): Promise<Where> => {
  const { regionCode, kind, category, risk = 'D', location } = doc
  const rule = ruleFor(rules.rules, { regionCode, kind, category, risk })
  const name = rule?.name ?? null
  if (rule?.then.to === 'answer') return { key: 'answer', name: ANSWERED, rule: name }
  if (rule?.then.to === 'queue') return queueOf(regionCode, name)
  if (rule?.then.to === 'organisation') {
    const owner = await nearestOrganisation(rule.then, regionCode)
    return owner ? { key: `o:${owner.id}`, name: owner.name, rule: name } : queueOf(regionCode, name)
  }
  const wanted = { regionCode, category, location: location?.coordinates }
  const best = rankDesks({ board, wanted, rules: searchOf(rules, rule), date: today().date, still: true })[0]
  return best ? { key: `p:${best.place.desk.personId}`, name: best.place.desk.name, rule: name } : queueOf(regionCode, name)
}

/**
 * Compares rules with those in force, on the latest cases of their region. Both are asked of today's desks, without their
 * load, so that nothing but the rules makes a difference. Changes nothing.
 */
export const tryRouting = async (options: { actor: Actor; id: string; cases: number }): Promise<RoutingTrial> => {
  const { actor, id, cases } = options
  const draft = await findRouting({ actor, id })
  const board = await deskBoard()
  const latest = await findLatest({ regionCode: draft.regionCode, limit: cases })
  const examples: RoutingTrial['examples'] = []
  let changed = 0
  for (const [index, doc] of latest.entries()) {
    if (index % PAUSE_EVERY === PAUSE_EVERY - 1) await new Promise((resolve) => setImmediate(resolve))
    const inForce = await rulesFor(doc.regionCode)
    // A region below that has rules of its own goes on by those.
    if ((inForce.regionCode ?? '').length > draft.regionCode.length) continue
    const was = await whereTo(doc, inForce, board)
    const would = await whereTo(doc, draft, board)
    if (was.key === would.key) continue
    changed += 1
    if (examples.length < MOST_EXAMPLES)
      examples.push({ caseNumber: doc.number, category: categoryName(doc.category), was: was.name, would: would.name, rule: would.rule })
  }
  return { tried: latest.length, changed, examples }
}
