import { clock } from '@server/platform/clock'
import { ObjectId } from '@server/platform/database'
import type { SessionView } from '@shared/identity/schemas'
import type { Account } from '../account.model'
import { presentUser } from '../identity.presenter'
import { personNames } from '../queries/person-names'
import { LoginSessionModel } from '../session.model'
import { hashSecret, joinRefresh, randomSecret, signAccess } from '../tokens'

const DAY = 86_400_000
/** A session ends after so long without being used. */
export const SESSION_MS = 30 * DAY

/** The tokens of a session, with the user. */
export const sessionView = async (options: { account: Account; sessionId: string; secret: string }): Promise<SessionView> => {
  const { account, sessionId, secret } = options
  const { personId } = account
  const name = (await personNames([personId])).get(personId) ?? ''
  const { token, expiresAt } = signAccess({
    accountId: account._id.toHexString(),
    personId,
    name,
    sessionId,
    roles: account.roles,
  })
  const user = presentUser({ personId, name, account })
  return { token, refreshToken: joinRefresh(sessionId, secret), expiresAt: expiresAt.toISOString(), user }
}

/** Opens a session of an account. */
export const openSession = async (account: Account): Promise<SessionView> => {
  const now = clock.now()
  const _id = new ObjectId()
  const secret = randomSecret()
  await LoginSessionModel.collection.insertOne({
    _id,
    accountId: account._id.toHexString(),
    personId: account.personId,
    refreshHash: hashSecret(secret),
    previousHash: null,
    rotatedAt: now,
    createdAt: now,
    expiresAt: new Date(now.getTime() + SESSION_MS),
  })
  return sessionView({ account, sessionId: _id.toHexString(), secret })
}
