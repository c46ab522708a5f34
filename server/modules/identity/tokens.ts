import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import type { StaffRole } from '@shared/identity/schemas'
import { jwtVerify, SignJWT } from 'jose'
import { identitySettings } from './settings'

const ACCESS_SECONDS = 20 * 60
const ALGORITHM = 'HS256'

/** Whose access token it is, what held when it was made, and until when it is good (ms). */
export interface Claims extends Actor {
  expiresAt: number
}
type PackedRole = [StaffRole, string, string | null]

/** An access token, good for twenty minutes. */
export const signAccess = async (subject: Actor): Promise<{ token: string; expiresAt: Date }> => {
  const now = Math.floor(clock.ms() / 1000)
  const rol = subject.roles.map(({ role, regionCode, organisationId }) => [role, regionCode, organisationId])
  const token = await new SignJWT({ pid: subject.personId, sid: subject.sessionId, nam: subject.name, rol })
    .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
    .setSubject(subject.accountId)
    .setIssuedAt(now)
    .setExpirationTime(now + ACCESS_SECONDS)
    .sign(identitySettings().secret)
  return { token, expiresAt: new Date((now + ACCESS_SECONDS) * 1000) }
}

/** What a token says; undefined when it is not ours, was changed, or is over. */
export const verifyAccess = async (token: string): Promise<Claims | undefined> => {
  try {
    const { payload } = await jwtVerify(token, identitySettings().secret, { algorithms: [ALGORITHM], currentDate: clock.now() })
    const { sub, pid, sid, nam, rol, exp } = payload
    if (typeof sub !== 'string' || typeof pid !== 'string' || typeof sid !== 'string' || exp === undefined) return undefined
    if (typeof nam !== 'string' || !Array.isArray(rol)) return undefined
    const roles = (rol as PackedRole[]).map(([role, regionCode, organisationId]) => ({ role, regionCode, organisationId }))
    return { accountId: sub, personId: pid, sessionId: sid, name: nam, roles, expiresAt: exp * 1000 }
  } catch {
    return undefined
  }
}

/** Unguessable, and free of signs that would have to be escaped anywhere. */
export const randomSecret = (bytes = 32): string => randomBytes(bytes).toString('base64url')
/** For secrets that nobody can guess; codes that people type need `keyedDigest`. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/**
 * The refresh token that follows `secret`. It follows from it, so that a client who lost the answer and asks again
 * gets the same one although only its hash is stored.
 */
export const nextSecret = (secret: string): string =>
  createHmac('sha256', identitySettings().secret).update(`refresh\0${secret}`).digest('base64url')

/** A refresh token names its session and proves to be of it. */
export const joinRefresh = (sessionId: string, secret: string): string => `${sessionId}.${secret}`
/** The parts of a refresh token, or undefined for what is none. */
export const splitRefresh = (token: string): { sessionId: string; secret: string } | undefined => {
  const [sessionId, secret, more] = token.split('.')
  return sessionId && secret && more === undefined ? { sessionId, secret } : undefined
}
