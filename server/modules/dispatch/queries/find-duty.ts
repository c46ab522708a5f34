import { personNames } from '@server/modules/identity'
import { regionExists } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { Forbidden, InvalidInput } from '@server/platform/errors'
import { type Duty, DutyModel } from '../duty/duty.model'
import { onDuty } from '../duty/on-duty'
import { mayReadDuty, mayRule } from '../routing/routing.policy'
import { dutyPeople } from './duty-people'

/** A region's roster with the names in it, and who would be called now; for whoever works there. */
export const findDuty = async (options: { actor: Actor; regionCode: string }) => {
  const { actor, regionCode } = options
  if (!mayReadDuty(actor, regionCode)) throw new Forbidden()
  if (!regionExists(regionCode)) throw InvalidInput.field('regionCode', 'unknown_region', '没有这个地区')
  const duty = await DutyModel.findById(regionCode).lean<Duty>()
  const entries = duty?.entries ?? []
  const [names, now, people] = await Promise.all([
    personNames(entries.map(({ personId }) => personId)),
    onDuty(regionCode, clock.now()),
    mayRule(actor, regionCode) ? dutyPeople(regionCode) : [],
  ])
  return { regionCode, entries, names, now, people }
}
