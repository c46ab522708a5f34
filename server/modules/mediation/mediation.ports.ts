import type { CasePorts } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { bookingAbilities, seesSessions } from './bookings.policy'
import { presentBooking } from './bookings.presenter'
import { snapshotOf } from './snapshot'

const abilities: CasePorts['cardAbilities'][number] = ({ doc, actor, relations }) =>
  bookingAbilities({ doc, actor, relations, now: clock.now() })

/** What cases ask mediation. */
export const mediationPorts = {
  cardAbilities: [abilities],
  presentBooking: ({ doc, actor, relations }) => {
    const booking = snapshotOf(doc)
    return booking && seesSessions(relations) ? presentBooking({ booking, doc, actor, relations }) : null
  },
} satisfies Pick<CasePorts, 'cardAbilities' | 'presentBooking'>
