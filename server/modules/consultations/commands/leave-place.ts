import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { Conflict } from '@server/platform/errors'
import { spendMarks } from '@server/platform/spent-marks'
import type { Consultation } from '../consultation.model'
import { settle, without } from '../places.pipeline'
import { meetingAhead } from '../places.policy'
import { placeOf } from '../queries/place-of'
import { changePlaces } from './change-places'

/** Gives a place back, and hands it to the first who waits in the same write. Who has none gives none back. */
export const leavePlace = async (options: { actor: Actor; doc: Consultation }): Promise<void> => {
  const { actor, doc } = options
  const { personId } = actor
  const consultationId = doc._id
  const own = await placeOf({ consultationId, personId })
  if (!own) return
  const meeting = meetingAhead(doc, clock.now())
  if (!meeting) throw new Conflict('conflict', '协商会已经开始，不用再退出了')
  await spendMarks([own.request])
  const left = await changePlaces({
    consultationId,
    when: { entries: { $elemMatch: { personId, checkedInAt: null } } },
    stages: [without(personId), ...settle(consultationId.toHexString(), meeting.places)],
  })
  if (!left && (await placeOf({ consultationId, personId }))) throw new Conflict('conflict', '您已经签到，不能再退出')
}
