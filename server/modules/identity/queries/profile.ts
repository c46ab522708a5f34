import type { Actor } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import { Unauthenticated } from '@server/platform/errors'
import { type Account, AccountModel } from '../account.model'
import { organisationsById } from './organisations'
import { maskedPhones, personNames } from './person-names'

const accountOf = async (actor: Actor): Promise<Account> => {
  const account = await AccountModel.findById(toObjectId(actor.accountId)).lean<Account>()
  // Erased a moment ago, in another process.
  if (!account) throw new Unauthenticated()
  return account
}

/** The account and name of who asks. */
export const loadUser = async ({ actor }: { actor: Actor }) => {
  const [account, names] = await Promise.all([accountOf(actor), personNames([actor.personId])])
  return { personId: actor.personId, account, name: names.get(actor.personId) ?? actor.name }
}

/** What the person's own page shows. */
export const loadProfile = async ({ actor }: { actor: Actor }) => {
  const [user, phones] = await Promise.all([loadUser({ actor }), maskedPhones([actor.personId])])
  const organisations = await organisationsById(user.account.roles.flatMap(({ organisationId }) => organisationId ?? []))
  return { ...user, organisations, phoneMasked: phones.get(actor.personId) ?? null }
}
