import { clock } from '@server/platform/clock'
import { toObjectId } from '@server/platform/database'
import { Unauthenticated } from '@server/platform/errors'
import type { SessionView } from '@shared/identity/schemas'
import { type Account, AccountModel } from '../account.model'
import { type LoginSession, LoginSessionModel } from '../session.model'
import { hashSecret, nextSecret, splitRefresh } from '../tokens'
import { endSession } from './end-session'
import { hasConsented } from './log-in'
import { SESSION_MS, sessionView } from './open-session'

/** So long the token before the last is answered once more: the answer may have been lost on the way. */
const GRACE_MS = 30_000

const rotate = (options: { sessionId: string; secret: string; next: string }): Promise<LoginSession | null> => {
  const now = clock.now()
  return LoginSessionModel.findOneAndUpdate(
    { _id: toObjectId(options.sessionId), refreshHash: hashSecret(options.secret), expiresAt: { $gt: now } },
    {
      refreshHash: hashSecret(options.next),
      previousHash: hashSecret(options.secret),
      rotatedAt: now,
      expiresAt: new Date(now.getTime() + SESSION_MS),
    },
    { returnDocument: 'after' },
  ).lean<LoginSession>()
}

/** The session whose token was rotated a moment ago. A token used again later has been copied: the session ends. */
const rotatedJustNow = async (options: { sessionId: string; secret: string }): Promise<LoginSession | null> => {
  const previousHash = hashSecret(options.secret)
  const session = await LoginSessionModel.findOne({ _id: toObjectId(options.sessionId), previousHash }).lean<LoginSession>()
  if (!session || session.rotatedAt.getTime() + GRACE_MS > clock.ms()) return session
  await endSession({ personId: session.personId, sessionId: options.sessionId })
  return null
}

/**
 * A new pair of tokens for a refresh token, which works no more. Within 30 s the same token gives the same successor.
 * Throws Unauthenticated; also for who has yet to consent to newer terms, which a login asks for.
 */
export const refreshSession = async ({ refreshToken }: { refreshToken: string }): Promise<SessionView> => {
  const parts = splitRefresh(refreshToken)
  if (!parts || !toObjectId(parts.sessionId)) throw new Unauthenticated()
  const next = nextSecret(parts.secret)
  const session = (await rotate({ ...parts, next })) ?? (await rotatedJustNow(parts))
  const account = session && (await AccountModel.findById(toObjectId(session.accountId)).lean<Account>())
  if (!account || !hasConsented(account)) throw new Unauthenticated()
  return sessionView({ account, sessionId: parts.sessionId, secret: next })
}
