import { rulesOf, rulesVersion } from '@server/modules/deadlines'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { Conflict, Forbidden, InvalidInput } from '@server/platform/errors'
import { type DomainEvent, newEvent } from '@server/platform/outbox'
import { categoryName, suitsKind } from '@shared/cases/categories'
import type { ClassifyCase } from '@shared/cases/schemas'
import { isHighRisk, isWorse, KIND_NAMES, type Relation, RISK_NAMES, type Risk } from '@shared/cases/words'
import type { Case } from '../case.model'
import { clockOf, deadlinesBy } from '../case-deadlines'
import { kindBarOf, mayClassify, mayGrade } from '../classify.policy'
import { ports } from '../ports'
import { loadCase } from '../queries/find-case'
import { byOf } from '../timeline'
import { recordCaseEvent } from './record-case-event'

interface Loaded {
  doc: Case
  relations: Relation[]
}
type Order = Pick<Case, 'category' | 'kind'> & { risk: Risk }

const TRIES = 10

const orderAfter = (doc: Case, { category = doc.category, kind = doc.kind, risk = doc.risk ?? 'D' }: ClassifyCase): Order => ({
  category,
  kind,
  risk,
})

/** Refusals, in this order: Forbidden, Conflict for an old revision, Conflict for a kind that cannot change, InvalidInput. */
const check = ({ doc, relations }: Loaded, body: ClassifyCase): Order => {
  if (!mayClassify({ doc, relations })) throw new Forbidden()
  if (body.revision !== doc.revision) throw new Conflict('case_already_moved')
  const order = orderAfter(doc, body)
  if (!mayGrade({ doc, relations, risk: order.risk })) throw new Forbidden('降低风险等级由综治中心决定')
  const bar = kindBarOf(doc, order.kind)
  if (bar !== undefined) throw new Conflict('conflict', bar)
  if (!suitsKind(order.category, order.kind)) throw InvalidInput.field('category', 'unsuitable', '这个类别不适用于这类事项')
  return order
}

const wordsOf = (doc: Case, order: Order): string => {
  const risk = doc.risk ?? 'D'
  const parts = [
    order.kind === doc.kind ? '' : `类型由${KIND_NAMES[doc.kind]}改为${KIND_NAMES[order.kind]}`,
    order.category === doc.category ? '' : `类别由“${categoryName(doc.category)}”改为“${categoryName(order.category)}”`,
    order.risk === risk ? '' : `风险由${risk}（${RISK_NAMES[risk]}）改为${order.risk}（${RISK_NAMES[order.risk]}）`,
  ].filter((part) => part !== '')
  return parts.length > 0 ? parts.join('；') : `确认类别为“${categoryName(order.category)}”`
}

/** Whether the officer on duty has to hear of it: it is dangerous, and more so than was known. */
const hasRisen = (before: Risk, after: Risk): boolean => isHighRisk(after) && isWorse(after, before)

const eventsOf = (doc: Case, order: Order, byPersonId: string): DomainEvent[] => {
  const caseId = doc._id.toHexString()
  const raised = hasRisen(doc.risk ?? 'D', order.risk) ? [newEvent('risk.raised', { caseId, risk: order.risk, byPersonId })] : []
  return [newEvent('case.classified', { caseId, byPersonId }), ...raised]
}

/** Another kind or risk has other limits: what is open runs by them, from when it began. */
const clockAfter = (doc: Case, order: Order, now: Date): object => {
  if (order.kind === doc.kind && order.risk === (doc.risk ?? 'D')) return {}
  const version = rulesVersion()
  const deadlines = deadlinesBy({ doc, nature: order, rules: rulesOf(version), version, now })
  return clockOf(deadlines, doc.status === 'suspended')
}

/** Danger is not waited for as long: silence gives the case on sooner, counted from now. */
const silenceAfter = async ({ silentAt, regionCode, risk = 'D' }: Case, order: Order, now: Date): Promise<object> => {
  if (silentAt === undefined || !hasRisen(risk, order.risk)) return {}
  const sooner = await ports().silentAt({ regionCode, risk: order.risk, from: now })
  return sooner !== undefined && sooner < silentAt ? { silentAt: sooner } : {}
}

const write = async (loaded: Loaded, actor: Actor, body: ClassifyCase): Promise<Case> => {
  const { doc, relations } = loaded
  const order = check(loaded, body)
  const now = clock.now()
  // Whoever judged the risk alone has not looked at the category: nothing is to be learned from it.
  const judged = body.category !== undefined || body.kind !== undefined
  return recordCaseEvent({
    caseId: doc._id.toHexString(),
    where: { revision: doc.revision, status: doc.status, changes: doc.changes },
    entry: { type: 'classified', by: byOf(actor, relations), text: wordsOf(doc, order), audience: ['staff'] },
    set: {
      ...order,
      ...clockAfter(doc, order, now),
      ...(await silenceAfter(doc, order, now)),
      ...(judged ? { classified: { at: now, byPersonId: actor.personId } } : {}),
      // Moves hang on the kind: whoever looks at the old one looks again. And of two who press at once one wins.
      revision: doc.revision + 1,
    },
    events: eventsOf(doc, order, actor.personId),
  })
}

/** Puts a case into the right category, kind or risk: whoever has it, or the centre. Training learns from the category. */
export const classifyCase = async (options: { actor: Actor; caseId: string; body: ClassifyCase }): Promise<Loaded> => {
  const { actor, caseId, body } = options
  for (let tries = 0; tries < TRIES; tries += 1) {
    const loaded = await loadCase({ actor, caseId })
    try {
      return { doc: await write(loaded, actor, body), relations: loaded.relations }
    } catch (error) {
      if (!(error instanceof Conflict) || error.code !== 'conflict' || error.options.detail !== undefined) throw error
      // Somebody wrote in between; a move or another order is found out by its revision.
    }
  }
  throw new Conflict('case_already_moved')
}
