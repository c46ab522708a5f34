import type { CasePorts } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { bookingAbilities } from './bookings.policy'
import { presentBooking } from './bookings.presenter'
import { snapshotOf } from './snapshot'

const abilities: CasePorts['abilities'][number] = ({ doc, relations }) => bookingAbilities({ doc, relations, now: clock.now() })

/** What cases ask mediation. */
export const mediationPorts = {
  abilities,
  presentBooking: ({ doc, actor, relations }) => {
    const booking = snapshotOf(doc)
    // Who was only asked a question learns nothing of the meeting.
    const outside = relations.every((relation) => relation === 'contributor' || relation === 'none')
    return booking && !outside ? presentBooking({ booking, doc, actor, relations }) : null
  },
} satisfies Pick<CasePorts, 'presentBooking'> & { abilities: CasePorts['abilities'][number] }
