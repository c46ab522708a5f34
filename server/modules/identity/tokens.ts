import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import type { RoleGrant } from '@shared/identity/schemas'
import { identitySettings } from './settings'

const ACCESS_SECONDS = 20 * 60

/** Whose access token it is, what held when it was made, and until when it is good (ms). */
export interface Claims extends Actor {
  expiresAt: number
}
type PackedRole = [RoleGrant['role'], string, string | null]
/** As it was signed by us; nobody else can write one. */
interface Payload {
  sub: string
  pid: string
  sid: string
  nam: string
  rol: PackedRole[]
  exp: number
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const HEADER = part({ alg: 'HS256', typ: 'JWT' })
const signatureOf = (signed: string): Buffer => createHmac('sha256', identitySettings().secret).update(signed).digest()

/** An access token (a JWT signed with HS256), good for twenty minutes. */
export const signAccess = (subject: Actor): { token: string; expiresAt: Date } => {
  const now = Math.floor(clock.ms() / 1000)
  const { accountId, personId, sessionId, name, roles } = subject
  const rol = roles.map(({ role, regionCode, organisationId }): PackedRole => [role, regionCode, organisationId])
  const exp = now + ACCESS_SECONDS
  const signed = `${HEADER}.${part({ sub: accountId, pid: personId, sid: sessionId, nam: name, rol, iat: now, exp })}`
  return { token: `${signed}.${signatureOf(signed).toString('base64url')}`, expiresAt: new Date(exp * 1000) }
}

/**
 * What a token says; undefined when it is not ours, was changed, or is over. Checked by hand: there is one algorithm and
 * one header that we ever write, and a library's asynchronous check costs as much as a tenth of a submission.
 */
export const verifyAccess = (token: string): Claims | undefined => {
  const [header, payload, signature, more] = token.split('.')
  if (header !== HEADER || !payload || !signature || more !== undefined) return undefined
  const given = Buffer.from(signature, 'base64url')
  const right = signatureOf(`${header}.${payload}`)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  const { sub, pid, sid, nam, rol, exp } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Payload
  if (exp * 1000 <= clock.ms()) return undefined
  const roles = rol.map(([role, regionCode, organisationId]) => ({ role, regionCode, organisationId }))
  return { accountId: sub, personId: pid, sessionId: sid, name: nam, roles, expiresAt: exp * 1000 }
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
