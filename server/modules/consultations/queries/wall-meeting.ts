import type { Actor } from '@server/platform/actor'
import { Conflict, Forbidden } from '@server/platform/errors'
import { takesSignUps } from '@shared/consultations/words'
import type { Consultation, Meeting } from '../consultation.model'
import { leads } from '../consultations.policy'

/** The meeting for whose wall the actor may have the code. Throws Forbidden for who is not in charge, Conflict without a meeting. */
export const wallMeeting = ({ actor, doc }: { actor: Actor; doc: Consultation }): Meeting => {
  if (!leads(actor, doc)) throw new Forbidden()
  if (!doc.meeting || !takesSignUps(doc.state)) throw new Conflict('conflict', '现在没有要签到的协商会')
  return doc.meeting
}
