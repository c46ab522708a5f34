import type { Actor } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import { NotFound } from '@server/platform/errors'
import type { MyData } from '@shared/identity/schemas'
import type * as z from 'zod/mini'
import { AccountModel } from '../account.model'
import { readParts } from '../hooks'
import { InvitationModel } from '../invitation.model'
import { PersonModel } from '../person.model'
import { LoginSessionModel } from '../session.model'
import { phoneOf } from './person-names'

const MOST = 100

const invitationsOf = async (personId: string) => {
  const found = await InvitationModel.find({ redeemedBy: personId }, { role: 1, regionCode: 1, name: 1, redeemedAt: 1 }).limit(MOST).lean()
  return found.map(({ role, regionCode, name, redeemedAt }) => ({ role, regionCode, name, redeemedAt: redeemedAt?.toISOString() }))
}

/** Everything that this module and the others hold about who asks. */
export const exportData = async ({ actor }: { actor: Actor }): Promise<z.infer<typeof MyData>> => {
  const { personId, accountId } = actor
  const [person, account, phone, sessions, invitations, parts] = await Promise.all([
    PersonModel.findById(toObjectId(personId)).lean(),
    AccountModel.findById(toObjectId(accountId)).lean(),
    phoneOf(personId),
    LoginSessionModel.find({ personId }, { createdAt: 1, expiresAt: 1 }).sort({ createdAt: 1 }).limit(MOST).lean(),
    invitationsOf(personId),
    readParts(personId),
  ])
  if (!person || !account) throw new NotFound()
  const { openid, roles, careMode, homeRegionCode, createdAt } = account
  return {
    person: { id: personId, name: person.name, phone, createdAt: person.createdAt.toISOString() },
    consents: account.consents.map(({ version, at }) => ({ version, at: at.toISOString() })),
    parts: {
      ...parts,
      account: [{ openid, roles, careMode, homeRegionCode, createdAt: createdAt.toISOString() }],
      invitations,
      sessions: sessions.map((one) => ({ createdAt: one.createdAt.toISOString(), expiresAt: one.expiresAt.toISOString() })),
    },
  }
}
