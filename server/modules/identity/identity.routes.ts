import { clock } from '@server/platform/clock'
import { createdOr, handlers } from '@server/platform/http/request'
import { confirmTicket } from './commands/confirm-ticket'
import { createInvitation } from './commands/create-invitation'
import { createOrganisation } from './commands/create-organisation'
import { createTicket } from './commands/create-ticket'
import { endSession } from './commands/end-session'
import { erasePerson } from './commands/erase-person'
import { logIn } from './commands/log-in'
import { redeemInvitation } from './commands/redeem-invitation'
import { redeemTicket } from './commands/redeem-ticket'
import { refreshSession } from './commands/refresh-session'
import { revokeInvitation } from './commands/revoke-invitation'
import { revokeRole } from './commands/revoke-role'
import { setPhone } from './commands/set-phone'
import { updateProfile } from './commands/update-profile'
import { presentInvitation, presentMe, presentOrganisation, presentStaff, presentUser } from './identity.presenter'
import { listInvitations, listStaff } from './queries/administered'
import { exportData } from './queries/export-data'
import { organisationById, organisationsIn } from './queries/organisations'
import { previewRole } from './queries/preview-role'
import { loadProfile, loadUser } from './queries/profile'
import { currentTerms } from './settings'

const sessionHandlers = () =>
  handlers({
    'terms.get': async () => currentTerms(),
    'sessions.create': ({ body }) => logIn(body),
    'sessions.refresh': ({ body }) => refreshSession(body),
    'sessions.delete': async ({ actor }) => {
      await endSession(actor)
      return undefined
    },
    'scanTickets.create': () => createTicket(),
    'scanTickets.confirm': async ({ actor, params }) => {
      await confirmTicket({ actor, ticket: params.ticket })
      return { ok: true as const }
    },
    'scanTickets.redeem': ({ params, body }) => redeemTicket({ ticket: params.ticket, secret: body.secret }),
  })

const meHandlers = () =>
  handlers({
    'me.get': async ({ actor }) => presentUser(await loadUser({ actor })),
    'me.profile': async ({ actor }) => presentMe(await loadProfile({ actor })),
    'me.update': async ({ actor, body }) => {
      await updateProfile({ actor, changes: body })
      return presentMe(await loadProfile({ actor }))
    },
    'me.setPhone': async ({ actor, body }) => {
      await setPhone({ actor, given: body })
      return presentMe(await loadProfile({ actor }))
    },
    'me.export': ({ actor }) => exportData({ actor }),
    'me.erase': async ({ actor }) => {
      await erasePerson({ actor })
      return undefined
    },
  })

const adminHandlers = () =>
  handlers({
    'invitations.create': async ({ actor, body, key }) => {
      const { value: invitation, created, organisation, code } = await createInvitation({ actor, invitation: body, key })
      return createdOr(created, presentInvitation({ invitation, organisation, now: clock.now(), code }))
    },
    'invitations.list': async ({ actor, query }) => {
      const { rows, nextCursor, organisations } = await listInvitations({ actor, ...query })
      const now = clock.now()
      const present = (invitation: (typeof rows)[number]) =>
        presentInvitation({ invitation, organisation: organisations.get(invitation.organisationId ?? ''), now })
      return { items: rows.map(present), nextCursor }
    },
    'invitations.revoke': async ({ actor, params }) => {
      const invitation = await revokeInvitation({ actor, id: params.id })
      const organisation = await organisationById(invitation.organisationId ?? '')
      return presentInvitation({ invitation, organisation, now: clock.now() })
    },
    'invitations.preview': async ({ body }) => presentInvitation({ ...(await previewRole(body.code)), now: clock.now() }),
    'invitations.redeem': async ({ actor, body }) => {
      const { account, name } = await redeemInvitation({ actor, code: body.code })
      return presentUser({ personId: actor.personId, name, account })
    },
    'organisations.list': async ({ query }) => ({ items: (await organisationsIn(query)).map(presentOrganisation) }),
    'organisations.create': async ({ actor, body, key }) => {
      const { value, created } = await createOrganisation({ actor, organisation: body, key })
      return createdOr(created, presentOrganisation(value))
    },
    'staff.list': async ({ actor, query }) => {
      const { rows, nextCursor } = await listStaff({ actor, ...query })
      return { items: rows.map(presentStaff), nextCursor }
    },
    'staff.revokeRole': async ({ actor, params, body }) => {
      const { personId, name, roles } = await revokeRole({ actor, personId: params.id, ...body })
      return presentStaff({ id: personId, name, roles })
    },
  })

/** The handlers of identity's part of the contract. */
export const identityHandlers = () => ({ ...sessionHandlers(), ...meHandlers(), ...adminHandlers() })
