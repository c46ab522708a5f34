import { type CasePorts, centreQueue, type Routed } from '@server/modules/cases'
import { anyServes } from '../queries/any-serves'
import { tiedTo } from '../queries/tied-to'
import { PASSED_OVER, WISH_REFUSED, whyMediator, whyQueue } from '../why'
import { type Claimed, claimNearest, claimWished, type Wanted } from './claim-desk'

const toQueue = async (regionCode: string): Promise<Routed> => {
  const owner = await centreQueue(regionCode)
  return { owner, status: 'submitted', why: whyQueue(owner?.name) }
}

/** What is said before the reasons: that a wish could not be granted, or that somebody keeps away; never both, for that would tell who. */
const prefixFor = async (options: { wanted: Wanted; tied: string[]; wishRefused: boolean }): Promise<string> => {
  const { wanted, tied, wishRefused } = options
  if (wishRefused) return WISH_REFUSED
  return tied.length > 0 && (await anyServes(tied, wanted)) ? PASSED_OVER : ''
}

/**
 * Finds whose case it is, and takes a place at that desk, in one write. The mediator whom the applicant asks for comes
 * first; then the nearest level with room. Whoever is close to the case is passed over. Nobody: the queue of the
 * governance centre.
 */
export const routeCase: CasePorts['route'] = async ({ regionCode, kind, category, excludePersonIds, about, preferredMediatorId }) => {
  const tied = await tiedTo(about)
  const wanted = { regionCode, category, excludePersonIds: [...excludePersonIds, ...tied] }
  const wished = preferredMediatorId === undefined ? undefined : await claimWished(preferredMediatorId, wanted)
  const found: Claimed | undefined = wished ?? (await claimNearest(wanted))
  const prefix = wished ? '' : await prefixFor({ wanted, tied, wishRefused: preferredMediatorId !== undefined })
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
