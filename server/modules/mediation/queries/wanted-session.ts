import type { Case } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import type { ObjectId } from '@server/platform/database'
import { InvalidInput } from '@server/platform/errors'
import type { Mode } from '@shared/mediation/schemas'
import { takersOf } from '../participants'
import { slotAt } from '../plan-slots'
import { PROBLEMS } from '../texts'
import type { Wanted } from './find-place'
import { findPlan } from './find-plan'

const HOUR = 3_600_000
const LEAST_NOTICE_HOURS = 1

/** What a session at a time would need. Throws InvalidInput for a time that the mediator's plan does not offer. */
export const wantedSession = async (options: {
  doc: Case
  mediator: { id: string }
  startsAt: Date
  mode: Mode
  venueId?: string
  /** Bookings whose own claims are no hindrance. */
  except?: ObjectId[]
}): Promise<{ wanted: Wanted; changeableUntil: Date; noticeBegins: Date }> => {
  const { doc, mediator, startsAt, mode, venueId, except = [] } = options
  const plan = await findPlan(mediator.id)
  const span = slotAt({ plan, startsAt, now: clock.now() })
  if (!span) throw InvalidInput.field('startsAt', 'not_a_slot', PROBLEMS.notASlot)
  const notice = Math.max(plan.noticeHours, LEAST_NOTICE_HOURS) * HOUR
  return {
    wanted: {
      span,
      mediatorId: mediator.id,
      buffers: { before: plan.bufferBefore, after: plan.bufferAfter },
      partyIds: takersOf(doc),
      regionCode: doc.regionCode,
      place: mode === 'onsite' ? { venueId } : null,
      except,
    },
    changeableUntil: new Date(startsAt.getTime() - notice),
    noticeBegins: new Date(startsAt.getTime() - plan.noticeHours * HOUR),
  }
}
