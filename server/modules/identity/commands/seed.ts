import { clock } from '@server/platform/clock'
import { inTransaction, ObjectId, toObjectId } from '@server/platform/database'
import type { OrganisationKind, RoleGrant } from '@shared/identity/schemas'
import { AccountModel } from '../account.model'
import { announce } from '../changes'
import { tellRoleChange } from '../hooks'
import { OrganisationModel } from '../organisation.model'
import { PersonModel } from '../person.model'
import { sealFor } from '../person-keys'
import { forgetOrganisations } from '../queries/organisations'
import { currentTerms } from '../settings'

const same = (one: RoleGrant, other: RoleGrant): boolean =>
  one.role === other.role && one.regionCode === other.regionCode && one.organisationId === other.organisationId

interface SeededAccount {
  openid: string
  name: string
  phone?: string
  roles: RoleGrant[]
}

/** Makes or changes an account without invitation, for demo and tests; it has consented to the terms. */
export const seedAccount = async ({ openid, name, phone, roles }: SeededAccount): Promise<{ accountId: string; personId: string }> => {
  const now = clock.now()
  const { account, before } = await inTransaction(async (session) => {
    const old = await AccountModel.findOne({ openid }, undefined, { session }).lean()
    const account = old ?? { _id: new ObjectId(), openid, personId: new ObjectId().toHexString(), createdAt: now }
    const { personId } = account
    const consents = [{ version: currentTerms().version, at: now }]
    await AccountModel.updateOne(
      { _id: account._id },
      { $set: { openid, personId, roles, consents, createdAt: account.createdAt } },
      { upsert: true, session },
    )
    const sealed = phone === undefined ? undefined : await sealFor({ personId, value: phone, session })
    await PersonModel.updateOne(
      { _id: toObjectId(personId) },
      { $set: { name, ...(sealed && { phone: sealed }) }, $setOnInsert: { createdAt: now } },
      { upsert: true, session },
    )
    return { account, before: old?.roles ?? [] }
  })
  const { personId } = account
  await announce({ personId })
  const granted = roles.filter((grant) => !before.some((one) => same(one, grant)))
  for (const grant of granted) await tellRoleChange({ personId, name, grant, change: 'granted' })
  return { accountId: account._id.toHexString(), personId }
}

/** Makes an organisation, or finds the one of that kind and name in the region. Answers its id. */
export const seedOrganisation = async (organisation: { kind: OrganisationKind; name: string; regionCode: string }): Promise<string> => {
  const found = await OrganisationModel.findOneAndUpdate(
    organisation,
    { $setOnInsert: organisation },
    { upsert: true, returnDocument: 'after' },
  )
  forgetOrganisations()
  return found._id.toHexString()
}
