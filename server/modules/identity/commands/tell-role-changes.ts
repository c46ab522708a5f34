import { clock } from '@server/platform/clock'
import { ObjectId, type Session } from '@server/platform/database'
import type { RoleGrant } from '@shared/identity/schemas'
import { AccountModel } from '../account.model'
import { type RoleChange, tellRoleChange } from '../hooks'
import { type NotedRoleChange, RoleChangeModel } from '../role-change.model'

/** By then whoever noted it has told it, or was killed. */
const LEFT_MS = 30_000
const BATCH = 200

/**
 * Notes, in the transaction that changes roles, that the other modules have to hear of it. Not an event of the outbox:
 * that tells later, and whoever takes up a role finds the desk there; and an erased account could carry none.
 */
export const noteRoleChanges = async (options: {
  personId: string
  name: string
  grants: RoleGrant[]
  session?: Session
}): Promise<NotedRoleChange[]> => {
  const { personId, name, grants, session } = options
  const noted = grants.map((grant) => ({ _id: new ObjectId(), personId, name, grant, at: clock.now() }))
  if (noted.length > 0) await RoleChangeModel.collection.insertMany(noted as never[], session ? { session } : {})
  return noted
}

/** Tells what was noted, after the transaction; what a kill leaves untold is told by `tellLeftRoleChanges`. */
export const tellNoted = async (noted: readonly NotedRoleChange[], change: RoleChange['change']): Promise<void> => {
  for (const { _id, personId, name, grant } of noted) {
    await tellRoleChange({ personId, name, grant, change })
    await RoleChangeModel.deleteOne({ _id })
  }
}

const holdsNow = async ({ personId, grant }: NotedRoleChange): Promise<boolean> => {
  const { role, regionCode } = grant
  return (await AccountModel.exists({ personId, roles: { $elemMatch: { role, regionCode } } })) !== null
}

/** A job: tells what was left untold, as it is now and not as it was then: the role may have gone, or come again, since. */
export const tellLeftRoleChanges = async (): Promise<number> => {
  const at = { $lt: new Date(clock.ms() - LEFT_MS) }
  const left = await RoleChangeModel.find({ at }).sort({ at: 1 }).limit(BATCH).lean<NotedRoleChange[]>()
  for (const one of left) await tellNoted([one], (await holdsNow(one)) ? 'granted' : 'revoked')
  return left.length
}
