import type { CasePorts } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { bookingAbilities, seesSessions } from './bookings.policy'
import { presentBooking } from './bookings.presenter'
import { snapshotOf } from './snapshot'

const abilities: CasePorts['abilities'][number] = ({ doc, actor, relations }) =>
  bookingAbilities({ doc, actor, relations, now: clock.now() })

/** What cases ask mediation. */
export const mediationPorts = {
  abilities,
  presentBooking: ({ doc, actor, relations }) => {
    const booking = snapshotOf(doc)
    return booking && seesSessions(relations) ? presentBooking({ booking, doc, actor, relations }) : null
  },
} satisfies Pick<CasePorts, 'presentBooking'> & { abilities: CasePorts['abilities'][number] }
