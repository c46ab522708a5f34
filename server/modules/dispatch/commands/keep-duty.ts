import { regionExists } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { Forbidden, InvalidInput } from '@server/platform/errors'
import type { DutyRoster } from '@shared/dispatch/routing'
import type * as z from 'zod/mini'
import { type Duty, DutyModel } from '../duty/duty.model'
import { dutyPeople } from '../queries/duty-people'
import { mayRule } from '../routing/routing.policy'

/** Replaces a region's roster, for its centre or one above. */
export const keepDuty = async (options: { actor: Actor; roster: z.infer<typeof DutyRoster> }): Promise<Duty> => {
  const { actor, roster } = options
  const { regionCode } = roster
  if (!mayRule(actor, regionCode)) throw new Forbidden('只有本地区的综治中心可以排值班')
  if (!regionExists(regionCode)) throw InvalidInput.field('regionCode', 'unknown_region', '没有这个地区')
  const entries = roster.entries.map(({ personId, from, until }) => ({ personId, from: new Date(from), until: new Date(until) }))
  const backwards = entries.findIndex(({ from, until }) => until <= from)
  if (backwards >= 0) throw InvalidInput.field(`entries.${backwards}.until`, 'before_start', '结束时间要晚于开始时间')
  const known = new Set(entries.length > 0 ? (await dutyPeople(regionCode)).map(({ personId }) => personId) : [])
  const unknown = entries.findIndex(({ personId }) => !known.has(personId))
  if (unknown >= 0) throw InvalidInput.field(`entries.${unknown}.personId`, 'unknown_person', '这个人不在本地区工作')
  const set = { entries, savedBy: actor.personId, savedAt: clock.now() }
  await DutyModel.updateOne({ _id: regionCode }, { $set: set }, { upsert: true })
  return { _id: regionCode, ...set }
}
