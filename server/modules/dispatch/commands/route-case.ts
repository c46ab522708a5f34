import { type CasePorts, centreQueue, type Routed } from '@server/modules/cases'
import { WISH_REFUSED, whyMediator, whyQueue } from '../why'
import { type Claimed, claimNearest, claimWished } from './claim-desk'

const toQueue = async (regionCode: string): Promise<Routed> => {
  const owner = await centreQueue(regionCode)
  return { owner, status: 'submitted', why: whyQueue(owner?.name) }
}

/**
 * Finds whose case it is, and takes a place at that desk, in one write. The mediator whom the applicant asks for comes
 * first; then the nearest level with room. Nobody: the queue of the governance centre.
 */
export const routeCase: CasePorts['route'] = async ({ regionCode, kind, category, excludePersonIds, preferredMediatorId }) => {
  const wanted = { regionCode, category, excludePersonIds }
  const wished = preferredMediatorId === undefined ? undefined : await claimWished(preferredMediatorId, wanted)
  const found: Claimed | undefined = wished ?? (await claimNearest(wanted))
  const prefix = preferredMediatorId !== undefined && !wished ? WISH_REFUSED : ''
  if (!found) {
    const queue = await toQueue(regionCode)
    return { ...queue, why: prefix + queue.why }
  }
  const { desk } = found
  return {
    owner: { type: 'person', id: desk.personId, name: desk.name, role: 'mediator' },
    status: 'assigned',
    why: prefix + whyMediator({ ...found, kind, category, wished: wished !== undefined }),
  }
}
