import type { Actor } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import { Forbidden } from '@server/platform/errors'
import { decodeCursor, toPage } from '@server/platform/page'
import { type Account, AccountModel } from '../account.model'
import { administeredRegions, visibleGrants } from '../identity.policy'
import { type Invitation, InvitationModel } from '../invitation.model'
import { organisationsById } from './organisations'
import { personNames } from './person-names'

interface Page {
  actor: Actor
  cursor?: string
  limit: number
}

/** Codes within any of the administrator's regions. Throws Forbidden for who is none. */
const withinMine = (actor: Actor, field: string) => {
  const regions = administeredRegions(actor)
  if (regions.length === 0) throw new Forbidden()
  return { $or: regions.map((region) => ({ [field]: { $gte: region, $lt: `${region}:` } })) }
}
const idBefore = (cursor: string | undefined) => toObjectId(String(decodeCursor(cursor, 1)?.[0] ?? ''))

/** Invitations within the regions of the administrator, newest first. */
export const listInvitations = async ({ actor, cursor, limit }: Page) => {
  const before = idBefore(cursor)
  const found = await InvitationModel.find({ ...withinMine(actor, 'regionCode'), ...(before && { _id: { $lt: before } }) })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean<Invitation[]>()
  const { rows, nextCursor } = toPage(found, limit, ({ _id }) => [_id.toHexString()])
  return { rows, nextCursor, organisations: await organisationsById(rows.flatMap(({ organisationId }) => organisationId ?? [])) }
}

/** People with a role within the regions of the administrator, with those roles; newest accounts first. */
export const listStaff = async ({ actor, cursor, limit }: Page) => {
  const before = idBefore(cursor)
  const found = await AccountModel.find(
    { ...withinMine(actor, 'roles.regionCode'), ...(before && { _id: { $lt: before } }) },
    { personId: 1, roles: 1 },
  )
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean<Account[]>()
  const { rows, nextCursor } = toPage(found, limit, ({ _id }) => [_id.toHexString()])
  const names = await personNames(rows.map(({ personId }) => personId))
  const staff = rows.map(({ personId, roles }) => ({ id: personId, name: names.get(personId) ?? '', roles: visibleGrants(actor, roles) }))
  return { rows: staff, nextCursor }
}
