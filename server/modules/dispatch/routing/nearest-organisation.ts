import type { Owner } from '@server/modules/cases'
import { organisationById, organisationsIn } from '@server/modules/identity'
import type { RoutingRule } from '@shared/dispatch/routing'
import { chainOf } from '@shared/regions/schemas'
import { QUEUE_ROLES } from '../dispatch.policy'

type ToOrganisation = Extract<RoutingRule['then'], { to: 'organisation' }>

/** As old as what is known of organisations elsewhere. */
const REMEMBERED_MS = 5000
const MOST = 2000
const known = new Map<string, { owner: Owner | undefined; until: number }>()

const find = async (then: ToOrganisation, regionCode: string): Promise<Owner | undefined> => {
  const chain = chainOf(regionCode)
  const all =
    then.organisationId === undefined
      ? await organisationsIn({ regionCode, ...(then.organisationKind ? { kind: then.organisationKind } : {}) })
      : [await organisationById(then.organisationId)]
  const fitting = all.flatMap((one) => {
    const role = one && QUEUE_ROLES[one.kind]
    return one && role && chain.includes(one.regionCode) && one.name.includes(then.nameHas ?? '') ? [{ ...one, role }] : []
  })
  const nearest = fitting.sort((one, other) => other.regionCode.length - one.regionCode.length)[0]
  return nearest && { type: 'organisation', id: nearest.id, name: nearest.name, role: nearest.role }
}

/** The queue that a rule means, for a place: a certain organisation, or the nearest of a kind. Remembered for 5 s. */
export const nearestOrganisation = async (then: ToOrganisation, regionCode: string): Promise<Owner | undefined> => {
  const key = `${regionCode} ${then.organisationId ?? ''} ${then.organisationKind ?? ''} ${then.nameHas ?? ''}`
  // Real time, not the movable clock: this is about how fresh a process is.
  const now = performance.now()
  const hit = known.get(key)
  if (hit && hit.until > now) return hit.owner
  const owner = await find(then, regionCode)
  if (known.size >= MOST) known.clear()
  known.set(key, { owner, until: now + REMEMBERED_MS })
  return owner
}
