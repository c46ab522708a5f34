import { createdOr, handlers } from '@server/platform/http/request'
import { checkIn } from './commands/check-in'
import { inviteAttendee } from './commands/invite-attendee'
import { leavePlace } from './commands/leave-place'
import { signUp } from './commands/sign-up'
import { presentAttendee, presentInvitation, presentWallCode } from './places.presenter'
import { listAttendees } from './queries/list-attendees'
import { loadConsultation } from './queries/load-consultation'
import { viewConsultation } from './queries/view-consultation'
import { wallMeeting } from './queries/wall-meeting'

/** Places at the meeting of a consultation, from signing up to checking in. */
export const placeHandlers = () =>
  handlers({
    'consultations.signUp': async ({ actor, params, body }) => {
      const doc = await loadConsultation({ actor, id: params.id })
      await signUp({ actor, doc, code: body.code })
      return viewConsultation({ actor, doc })
    },
    'consultations.leave': async ({ actor, params }) => {
      const doc = await loadConsultation({ actor, id: params.id })
      await leavePlace({ actor, doc })
      return viewConsultation({ actor, doc })
    },
    'consultations.attendees': async ({ actor, params }) => {
      const doc = await loadConsultation({ actor, id: params.id })
      return { items: (await listAttendees({ actor, doc })).map(presentAttendee) }
    },
    'consultations.invite': async ({ actor, params, body, key }) => {
      const doc = await loadConsultation({ actor, id: params.id })
      const { created, ...invitation } = await inviteAttendee({ actor, doc, input: body, key })
      return createdOr(created, presentInvitation(doc, invitation))
    },
    'consultations.checkInCode': async ({ actor, params }) => {
      const doc = await loadConsultation({ actor, id: params.id })
      return presentWallCode(doc, wallMeeting({ actor, doc }))
    },
    'consultations.checkIn': async ({ actor, params, body }) => {
      const doc = await loadConsultation({ actor, id: params.id })
      await checkIn({ actor, doc, code: body.code })
      return viewConsultation({ actor, doc })
    },
  })
