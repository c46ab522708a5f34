import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { toObjectId } from '@server/platform/database'
import { Unauthenticated } from '@server/platform/errors'
import { AccountModel } from './account.model'
import { isFresh, isTouched, onChange } from './changes'
import { createMemory } from './memory'
import { PersonModel } from './person.model'
import { LoginSessionModel } from './session.model'
import { type Claims, verifyAccess } from './tokens'

interface Known {
  actor: Actor
  expiresAt: number
}

/** Tokens that were verified, and of which nothing has changed since. */
const known = createMemory<Known>({ most: 20_000, ms: 20 * 60_000 })
/** The scheme's name may be written in any case (RFC 9110). */
const BEARER = /^bearer /i
/** Counts what was forgotten, so that an answer on its way from the database meanwhile is not remembered. */
let generation = 0

onChange((changes) => {
  generation++
  if (changes === 'all') return known.clear()
  const sessions = new Set(changes.flatMap(({ sessionId }) => sessionId ?? []))
  const persons = new Set(changes.flatMap(({ personId, sessionId }) => (sessionId ? [] : personId)))
  known.forget(({ actor }) => sessions.has(actor.sessionId) || persons.has(actor.personId))
})

const load = async ({ accountId, personId, sessionId }: Claims): Promise<Actor> => {
  const [session, account, person] = await Promise.all([
    LoginSessionModel.findOne({ _id: toObjectId(sessionId), accountId, expiresAt: { $gt: clock.now() } }, { _id: 1 }).lean(),
    AccountModel.findOne({ _id: toObjectId(accountId), personId }, { roles: 1 }).lean(),
    PersonModel.findOne({ _id: toObjectId(personId) }, { name: 1 }).lean(),
  ])
  if (!session || !account || !person) throw new Unauthenticated()
  return { accountId, personId, name: person.name, sessionId, roles: account.roles }
}

/** What the token itself says, which nothing has changed since it was made. */
const believe = ({ expiresAt: _, ...actor }: Claims): Actor => actor

/**
 * Who asks, by the Authorization header. Undefined without one; Unauthenticated for a token that is forged or over.
 * The database is asked only when something about the person or the session has changed within the last hour, or when
 * this process does not know.
 */
export const authenticate = async (authorization?: string): Promise<Actor | undefined> => {
  if (authorization === undefined) return undefined
  if (!BEARER.test(authorization)) throw new Unauthenticated()
  const token = authorization.slice(7)
  const hit = isFresh() ? known.get(token) : undefined
  if (hit && hit.expiresAt > clock.ms()) return hit.actor
  const claims = verifyAccess(token)
  if (!claims) throw new Unauthenticated()
  const before = generation
  const actor = isFresh() && !isTouched(claims.personId, claims.sessionId) ? believe(claims) : await load(claims)
  if (before === generation) known.set(token, { actor, expiresAt: claims.expiresAt })
  return actor
}
