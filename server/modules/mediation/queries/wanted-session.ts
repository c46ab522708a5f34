import type { Case } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import type { ObjectId } from '@server/platform/database'
import { InvalidInput } from '@server/platform/errors'
import type { Mode } from '@shared/mediation/schemas'
import { slotAt } from '../plan-slots'
import { takersOf } from '../takers'
import { PROBLEMS } from '../texts'
import type { Wanted } from './find-place'
import { findPlan } from './find-plan'

const HOUR = 3_600_000
const LEAST_NOTICE_HOURS = 1

/** What a session at a time would need. Throws InvalidInput for a time that the mediator's plan does not offer. */
export const wantedSession = async (options: {
  doc: Case
  mediatorId: string
  startsAt: Date
  mode: Mode
  venueId?: string
  except?: ObjectId
}): Promise<{ wanted: Wanted; changeableUntil: Date }> => {
  const { doc, mediatorId, startsAt, mode, venueId, except } = options
  const plan = await findPlan(mediatorId)
  const span = slotAt({ plan, startsAt, now: clock.now() })
  if (!span) throw InvalidInput.field('startsAt', 'not_a_slot', PROBLEMS.notASlot)
  const partyIds = takersOf(doc)
  const notice = Math.max(plan.noticeHours, LEAST_NOTICE_HOURS) * HOUR
  return {
    wanted: {
      span,
      mediatorId,
      partyIds,
      regionCode: doc.regionCode,
      place: mode === 'onsite' ? { venueId } : null,
      except,
    },
    changeableUntil: new Date(startsAt.getTime() - notice),
  }
}
