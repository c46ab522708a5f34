import { regionExists } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { ObjectId } from '@server/platform/database'
import { Forbidden, InvalidInput } from '@server/platform/errors'
import { alreadyExists, createOnce, markOf, type RequestMark } from '@server/platform/once'
import type { CreateOrganisation } from '@shared/identity/schemas'
import type * as z from 'zod/mini'
import { mayAdminister } from '../identity.policy'
import { type OrganisationDocument, OrganisationModel } from '../organisation.model'
import { forgetOrganisations, type Organisation, toOrganisation } from '../queries/organisations'

type NewOrganisation = z.infer<typeof CreateOrganisation>

const insert = async (organisation: NewOrganisation & Pick<OrganisationDocument, 'request'>): Promise<OrganisationDocument> => {
  const made: OrganisationDocument = { _id: new ObjectId(), ...organisation, name: organisation.name.trim() }
  await OrganisationModel.collection.insertOne(made)
  return made
}

const byMark = ({ by, key }: RequestMark) =>
  OrganisationModel.findOne({ 'request.by': by, 'request.key': key }).lean<OrganisationDocument>()

/** Adds an organisation for an administrator of its region, once for a key. Throws `already_exists` for the same name. */
export const createOrganisation = async (options: {
  actor: Actor
  organisation: NewOrganisation
  key: string | undefined
}): Promise<{ value: Organisation; created: boolean }> => {
  const { actor, organisation, key } = options
  if (!mayAdminister(actor, organisation.regionCode)) throw new Forbidden()
  if (!regionExists(organisation.regionCode)) throw InvalidInput.field('regionCode', 'unknown_region', '没有这个地区')
  const mark = markOf({ actorId: actor.accountId, call: 'organisations.create', key, body: organisation })
  const create = () => insert({ ...organisation, ...(mark && { request: mark }) }).catch(alreadyExists('name'))
  const { value, created } = await createOnce<OrganisationDocument>({ mark, create, find: byMark })
  if (created) forgetOrganisations()
  return { value: toOrganisation(value), created }
}
