import { toLocalIso } from '@server/modules/deadlines'
import { Forbidden } from '@server/platform/errors'
import { createdOr, handlers } from '@server/platform/http/request'
import { presentCase } from './cases.presenter'
import { answerPartyInvitation } from './commands/answer-party-invitation'
import { changeParty } from './commands/change-party'
import { chooseSpeakers } from './commands/choose-speakers'
import { inviteParty } from './commands/invite-party'
import { logRead } from './commands/log-read'
import { quitMediation } from './commands/quit-mediation'
import { partyById, revokeParty } from './commands/revoke-party'
import { setJointRoom } from './commands/set-joint-room'
import { loadCase } from './queries/find-case'
import { partyPhone } from './queries/party-phone'
import { previewInvitation } from './queries/preview-invitation'
import { mayRevoke } from './talk.policy'

const invitationHandlers = () =>
  handlers({
    'parties.invite': async ({ actor, params, body, key }) => {
      const { doc, relations } = await loadCase({ actor, caseId: params.id })
      const { invitation, code, created } = await inviteParty({ actor, doc, relations, body, key })
      const { _id, part, expiresAt } = invitation
      return createdOr(created, { id: _id.toHexString(), code, part, expiresAt: toLocalIso(expiresAt) })
    },
    'parties.preview': ({ body }) => previewInvitation(body.code),
    'parties.answer': async ({ actor, body }) => {
      const { caseId } = await answerPartyInvitation({ actor, ...body })
      return { caseId, agreed: body.agree }
    },
  })

const memberHandlers = () =>
  handlers({
    'parties.change': async ({ actor, params, body }) => {
      const { doc, relations } = await loadCase({ actor, caseId: params.id })
      if (!relations.includes('owner')) throw new Forbidden()
      const changed = await changeParty({ actor, doc, relations, party: partyById(doc, params.partyId), ...body })
      return presentCase({ doc: changed, actor, relations })
    },
    'parties.revoke': async ({ actor, params }) => {
      const { doc, relations } = await loadCase({ actor, caseId: params.id })
      const party = partyById(doc, params.partyId)
      if (!mayRevoke({ actor, doc, relations, party })) throw new Forbidden()
      const changed = await revokeParty({ actor, caseId: params.id, partyId: party.id, relations })
      return presentCase({ doc: changed, actor, relations })
    },
    'parties.phone': async ({ actor, params }) => {
      const { doc, relations } = await loadCase({ actor, caseId: params.id })
      if (!relations.includes('owner')) throw new Forbidden()
      const phone = await partyPhone({ doc, partyId: params.partyId })
      logRead({ actor, doc, what: 'phone' })
      return { phone }
    },
  })

const sideHandlers = () =>
  handlers({
    'parties.speakers': async ({ actor, params, body }) => {
      const { relations } = await loadCase({ actor, caseId: params.id })
      const doc = await chooseSpeakers({ actor, caseId: params.id, relations, partyIds: body.partyIds })
      return presentCase({ doc, actor, relations })
    },
    'parties.quit': async ({ actor, params, body }) => {
      const { relations } = await loadCase({ actor, caseId: params.id })
      const doc = await quitMediation({ actor, caseId: params.id, relations, quit: body.quit, reason: body.reason })
      return presentCase({ doc, actor, relations })
    },
    'rooms.joint': async ({ actor, params, body }) => {
      const { relations } = await loadCase({ actor, caseId: params.id })
      const doc = await setJointRoom({ actor, caseId: params.id, relations, open: body.open })
      return presentCase({ doc, actor, relations })
    },
  })

/** The handlers of invitations, and of those who take part. */
export const partyHandlers = () => ({ ...invitationHandlers(), ...memberHandlers(), ...sideHandlers() })
