import { organisationById } from '@server/modules/identity'
import { regionExists } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { isDuplicate, ObjectId } from '@server/platform/database'
import { Conflict, Forbidden, InvalidInput } from '@server/platform/errors'
import { createOnce, markOf, type RequestMark } from '@server/platform/once'
import type { RoutingRule, SaveRouting } from '@shared/dispatch/routing'
import { isWithin } from '@shared/regions/schemas'
import type * as z from 'zod/mini'
import { QUEUE_ROLES } from '../dispatch.policy'
import { mayRule } from '../routing/routing.policy'
import { type RoutingRulesDocument, RoutingRulesModel } from '../routing/routing-rules.model'

type Body = z.infer<typeof SaveRouting>

/** Of several who save at the same moment each gets a version of its own. */
const TRIES = 20

const checkRegions = ({ when }: RoutingRule, at: string, regionCode: string): void => {
  const index = when.regionCodes.findIndex((code) => !regionExists(code) || !isWithin(code, regionCode))
  if (index >= 0) throw InvalidInput.field(`${at}.when.regionCodes.${index}`, 'outside', '只能写本地区以内的地方')
}

const checkOrganisation = async ({ then }: RoutingRule, at: string, regionCode: string): Promise<void> => {
  if (then.to !== 'organisation') return
  if (then.organisationKind !== undefined) {
    if (QUEUE_ROLES[then.organisationKind]) return
    throw InvalidInput.field(`${at}.then.organisationKind`, 'takes_no_cases', '这类单位不办理具体事项')
  }
  const found = await organisationById(then.organisationId ?? '')
  const isNear = found && (isWithin(regionCode, found.regionCode) || isWithin(found.regionCode, regionCode))
  if (!found || !isNear || !QUEUE_ROLES[found.kind])
    throw InvalidInput.field(`${at}.then.organisationId`, 'unknown_organisation', '没有这个单位，或它不负责这个地区')
}

const check = async ({ regionCode, rules }: Body): Promise<void> => {
  if (!regionExists(regionCode)) throw InvalidInput.field('regionCode', 'unknown_region', '没有这个地区')
  for (const [index, rule] of rules.entries()) {
    checkRegions(rule, `rules.${index}`, regionCode)
    await checkOrganisation(rule, `rules.${index}`, regionCode)
  }
}

const insertNext = async (made: Omit<RoutingRulesDocument, '_id' | 'version'>): Promise<RoutingRulesDocument> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const last = await RoutingRulesModel.findOne({ regionCode: made.regionCode }, { version: 1 }).sort({ version: -1 }).lean()
    const doc: RoutingRulesDocument = { ...made, _id: new ObjectId(), version: (last?.version ?? 0) + 1 }
    try {
      await RoutingRulesModel.collection.insertOne({ ...doc })
      return doc
    } catch (error) {
      if (!isDuplicate(error, 'version')) throw error
    }
  }
  throw new Conflict()
}

const byMark = (mark: RequestMark): Promise<RoutingRulesDocument | null> =>
  RoutingRulesModel.findOne({ 'request.by': mark.by, 'request.key': mark.key }).lean<RoutingRulesDocument>()

/** Saves a draft, for the centre of the region or one above. Nothing goes by it yet. */
export const saveRouting = async (options: { actor: Actor; body: Body; key: string | undefined }) => {
  const { actor, body, key } = options
  if (!mayRule(actor, body.regionCode)) throw new Forbidden('只有本地区的综治中心可以制定派单规则')
  const mark = markOf({ actorId: actor.accountId, call: 'routing.save', key, body })
  const { personId, name } = actor
  const made = { ...body, state: 'draft' as const, savedBy: { personId, name }, savedAt: clock.now(), ...(mark ? { request: mark } : {}) }
  const create = async (): Promise<RoutingRulesDocument> => {
    await check(body)
    return insertNext(made)
  }
  return createOnce<RoutingRulesDocument>({ mark, create, find: byMark })
}
