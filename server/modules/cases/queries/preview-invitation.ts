import { toLocalIso } from '@server/modules/deadlines'
import { organisationFor, personNames } from '@server/modules/identity'
import { regionPath } from '@server/modules/regions'
import { clock } from '@server/platform/clock'
import { Conflict } from '@server/platform/errors'
import { categoryName } from '@shared/cases/categories'
import type { InvitationPreview } from '@shared/cases/schemas'
import { isOpen } from '@shared/cases/words'
import type { Case } from '../case.model'
import type { PartyInvitation } from '../party-invitation.model'
import { ANONYMOUS } from '../talk.presenter'
import { findCase } from './find-case'
import { findInvitation } from './find-invitation'

const inviterOf = async (doc: Case, { invitedBy, side }: PartyInvitation): Promise<string> => {
  const isApplicant = doc.parties.some((party) => party.personId === invitedBy && party.side === 'applicant')
  if (doc.anonymous && isApplicant && side === 'respondent') return ANONYMOUS
  return (await personNames([invitedBy])).get(invitedBy) ?? ''
}

const mediatorOf = async ({ owner, regionCode }: Case): Promise<InvitationPreview['mediator']> => {
  if (owner?.type !== 'person') return null
  const organisation = await organisationFor({ personId: owner.id, role: owner.role, regionCode })
  return { name: owner.name, organisationName: organisation?.name ?? '' }
}

/** A session that still lies ahead; what is only held while somebody decides is not told yet. */
const sessionOf = ({ booking }: Case): InvitationPreview['booking'] => {
  if (!booking || !['proposed', 'confirmed'].includes(booking.status) || booking.startsAt <= clock.now()) return null
  const { startsAt, endsAt, mode, venue } = booking
  const place = venue ? [venue.name, venue.room, venue.address].filter((part) => part !== '').join(' ') : ''
  return { startsAt: toLocalIso(startsAt), endsAt: toLocalIso(endsAt), mode, place }
}

/**
 * What an invitation is about, for whoever holds its code and has not said yes or no: of what kind, where, who asks,
 * who mediates; nothing of what was written. Throws NotFound, or Conflict (used, expired, over).
 */
export const previewInvitation = async (code: string): Promise<InvitationPreview> => {
  const invitation = await findInvitation(code)
  const doc = await findCase(invitation.caseId.toHexString())
  if (!isOpen(doc.status)) throw new Conflict('conflict', '这件事已经办结')
  return {
    part: invitation.part,
    kind: doc.kind,
    categoryName: categoryName(doc.category),
    regionName: regionPath(doc.regionCode),
    invitedBy: await inviterOf(doc, invitation),
    mediator: await mediatorOf(doc),
    expiresAt: toLocalIso(invitation.expiresAt),
    booking: sessionOf(doc),
  }
}
