import { regionExists } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { ObjectId } from '@server/platform/database'
import { Forbidden, InvalidInput } from '@server/platform/errors'
import { createOnce, markOf } from '@server/platform/once'
import type { CreateInvitation } from '@shared/identity/schemas'
import { isWithin } from '@shared/regions/schemas'
import { fitsRole, mayAdminister, needsOrganisation } from '../identity.policy'
import { type Invitation, InvitationModel } from '../invitation.model'
import { codeDigest, codeOf } from '../invitation-code'
import { centreFor, type Organisation, organisationById } from '../queries/organisations'

const INVITATION_MS = 7 * 86_400_000

const related = (one: string, other: string): boolean => isWithin(one, other) || isWithin(other, one)

/** The organisation of the role: the one that was chosen, or for dispatchers the centre that serves the region. */
const organisationFor = async ({ role, regionCode, organisationId }: CreateInvitation): Promise<Organisation | undefined> => {
  const refuse = (code: string, message: string) => InvalidInput.field('organisationId', code, message)
  if (organisationId === undefined) {
    if (needsOrganisation(role)) throw refuse('required', '请选择所在的部门')
    return role === 'dispatcher' ? centreFor(regionCode) : undefined
  }
  const organisation = await organisationById(organisationId)
  if (!organisation || !related(organisation.regionCode, regionCode)) throw refuse('unknown_organisation', '这个地区没有这个组织')
  if (!fitsRole(role, organisation.kind)) throw refuse('wrong_kind', '这个组织不能有这个身份')
  return organisation
}

/** Invites somebody to a role in a region of the administrator. Answers the code, which is shown this once. */
export const createInvitation = async (options: { actor: Actor; invitation: CreateInvitation; key: string | undefined }) => {
  const { actor, invitation, key } = options
  if (!mayAdminister(actor, invitation.regionCode)) throw new Forbidden()
  if (!regionExists(invitation.regionCode)) throw InvalidInput.field('regionCode', 'unknown_region', '没有这个地区')
  const organisation = await organisationFor(invitation)
  const mark = markOf({ actorId: actor.accountId, call: 'invitations.create', key, body: invitation })
  const { value, created } = await createOnce<Invitation>({
    mark,
    create: () => insertInvitation({ actor, invitation: { ...invitation, organisationId: organisation?.id }, request: mark }),
    find: ({ by, key }) => InvitationModel.findOne({ 'request.by': by, 'request.key': key }).lean<Invitation>(),
  })
  return { value, created, organisation, code: codeOf(value._id.toHexString()) }
}

const insertInvitation = async (options: {
  actor: Actor
  invitation: CreateInvitation
  request: Invitation['request']
}): Promise<Invitation> => {
  const { actor, invitation, request } = options
  const _id = new ObjectId()
  const made: Invitation = {
    _id,
    codeHash: codeDigest(codeOf(_id.toHexString())),
    role: invitation.role,
    regionCode: invitation.regionCode,
    organisationId: invitation.organisationId ?? null,
    name: invitation.name.trim(),
    createdBy: actor.personId,
    createdAt: clock.now(),
    expiresAt: new Date(clock.ms() + INVITATION_MS),
    redeemedAt: null,
    redeemedBy: null,
    revokedAt: null,
    ...(request && { request }),
  }
  await InvitationModel.collection.insertOne(made)
  return made
}
